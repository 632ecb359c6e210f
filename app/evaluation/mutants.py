"""Variants of a text that a fair grader treats alike: pure functions of a text and chance."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from random import Random

Mutation = Callable[[str, Random], str]

BEES = (
    "My grandmother keeps bees in the valley, and every July we drive up to help her with the "
    "honey. The road is long and the children sing in the back of the car."
)
MUSEUM = (
    "The museum opens at ten on Sundays. Its garden has old apple trees, a pond with carp and a "
    "small wooden bridge that was painted green last spring."
)
SUPPER = (
    "Slice two onions, fry them slowly in butter until they are golden, and add a glass of white "
    "wine. Serve with bread and a simple salad of tomatoes."
)
UNRELATED = (BEES, MUSEUM, SUPPER)
"""Paragraphs that speak of nothing any question asks."""

CORRECTION = re.compile(
    r"\b(actually|correction|on second thoughts?|scratch that|i was wrong|let me correct|"
    r"no wait|to correct myself)\b",
    re.IGNORECASE,
)
"""Cues after which the last word wins: the order of paragraphs then matters (DESIGN, Verdicts)."""

WRAP = 72
"""Characters a line of a hard-wrapped message holds, as mail programs break them."""


WIDTHS = (40, 100)
"""Characters a line holds at least, and at most, where text is broken to a width."""


LIST_MARK = re.compile(r"\s*([-*+\u2022]|\d+[.)])\s")
"""How an item of a list begins."""


def lower(text: str, _: Random) -> str:
    """All letters lower case."""
    return text.lower()


def upper(text: str, _: Random) -> str:
    """All letters upper case."""
    return text.upper()


def spaced_out(text: str, rng: Random) -> str:
    """More white space wherever there is some, and at the ends."""
    return "  " + re.sub(r" ", lambda _: rng.choice([" ", "  ", "\t", "   "]), text) + " \n\n"


def blank_lines(text: str, _: Random) -> str:
    """Paragraphs further apart, and lines that end in spaces."""
    return re.sub(r"\n", " \n", re.sub(r"\n{2,}", "\n\n\n\n", text))


def windows_lines(text: str, _: Random) -> str:
    """Lines end as a web form sends them."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def hard_wrapped(text: str, _: Random) -> str:
    """Lines of prose broken between words, as mail programs do."""
    return "\n".join(_wrapped(line) for line in text.split("\n"))


def wrapped_anywhere(text: str, rng: Random) -> str:
    """Paragraphs of one line broken to a width that some window, phone or mail program has."""
    width = rng.randint(*WIDTHS)
    parts = re.split(r"(\n{2,})", text)
    return "".join(part if "\n" in part else _broken(part, width) for part in parts)


def decomposed(text: str, _: Random) -> str:
    """Unicode form NFD."""
    return unicodedata.normalize("NFD", text)


def compatible(text: str, _: Random) -> str:
    """Unicode form NFKC."""
    return unicodedata.normalize("NFKC", text)


def typographic(text: str, _: Random) -> str:
    """Curly quotes and spaces that do not break, as a word processor sets them."""
    curly = re.sub(r"(\w)'(\w)", "\\1\u2019\\2", text)
    return re.sub(r"(?<=\d) (?=\w)", "\u00a0", curly)


def as_bullets(text: str, _: Random) -> str:
    """Paragraphs of prose as lists, a bullet a sentence; two lists never meet, or they were one."""
    parts = re.split(r"\n{2,}", text)
    for place, part in enumerate(parts):
        here_and_beside = parts[max(0, place - 1) : place + 2]
        if not any(LIST_MARK.match(each) for each in here_and_beside):
            parts[place] = _bulleted(part)
    return "\n\n".join(parts)


def as_prose(text: str, _: Random) -> str:
    """Bullets as sentences of one paragraph."""
    return "\n\n".join(_joined(part) for part in re.split(r"\n{2,}", text))


def shuffled(text: str, rng: Random) -> str:
    """Paragraphs in another order; a text with a correction cue, or code, stays as it is."""
    if CORRECTION.search(text) or "```" in text:
        return text
    parts = [part for part in re.split(r"\n{2,}", text) if part.strip()]
    rng.shuffle(parts)
    return "\n\n".join(parts)


def unrelated_after(text: str, rng: Random) -> str:
    """A paragraph about something else at the end."""
    return f"{text}\n\n{rng.choice(UNRELATED)}"


def unrelated_before(text: str, rng: Random) -> str:
    """A paragraph about something else at the start."""
    return f"{rng.choice(UNRELATED)}\n\n{text}"


def without(text: str, start: int, end: int) -> str:
    """The text less one stretch; a space stays, so that neighbours do not run together."""
    return f"{text[:start]} {text[end:]}"


def negated(text: str) -> str:
    """Each sentence denied, and each part of one that a semicolon ends."""
    return " ".join(f"It is not true that {_uncapitalised(part)}" for part in _statements(text))


DISOWNING = (
    "A common mistake is to say that",
    "Nobody should believe that",
    "We must not assume that",
    "I'd never claim that",
    "I disagree that",
    "Contrary to the belief that",
    "Beware of thinking that",
    "We stopped believing that",
    "It is not the case that",
    "It is far from true that",
    "I wish I could say that",
    "I reject the claim that",
    "It would be wrong to think that",
    "Don't let anybody tell you that",
    "There is no guarantee that",
    "That doesn't mean that",
    "I doubt that",
)
"""Beginnings by which a writer says that what follows is not their view."""


def rejected(text: str, start: str = DISOWNING[0]) -> str:
    """Each sentence, and each part that a semicolon ends, behind words that disown it."""
    return " ".join(f"{start} {_uncapitalised(part)}" for part in _statements(text))


def sentences(text: str) -> list[str]:
    """A paragraph cut after full stops that a capital follows."""
    return [part for part in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text.strip()) if part]


def _statements(text: str) -> list[str]:
    return [part for sentence in sentences(text) for part in re.split(r"(?<=;)\s+", sentence)]


def _wrapped(line: str) -> str:
    if len(line) <= WRAP or line.lstrip()[:1] in "-*|#`>+0123456789":
        return line
    rows = [""]
    for word in line.split(" "):
        if len(rows[-1]) + len(word) > WRAP and rows[-1] and word[:1].isalpha():
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}" if rows[-1] else word
    return "\n".join(rows)


def _broken(line: str, width: int) -> str:
    if len(line) <= width or LIST_MARK.match(line) or line.lstrip()[:1] in "|#`>":
        return line
    rows: list[list[str]] = [[]]
    for word in line.split():
        if rows[-1] and len(" ".join([*rows[-1], word])) > width:
            moved = [rows[-1].pop()] if LIST_MARK.match(f"{word} ") and len(rows[-1]) > 1 else []
            rows.append(moved)
        rows[-1].append(word)
    return "\n".join(" ".join(row) for row in rows)


def _bulleted(part: str) -> str:
    if "\n" in part.strip() or "```" in part:
        return part
    return "\n".join(f"- {sentence}" for sentence in sentences(part))


def _joined(part: str) -> str:
    lines = part.strip().split("\n")
    if not all(LIST_MARK.match(line) for line in lines):
        return part
    return " ".join(_sentence(LIST_MARK.sub("", line, count=1)) for line in lines)


def _sentence(line: str) -> str:
    line = line.strip()
    line = line[:1].upper() + line[1:]
    return line if line.endswith((".", "!", "?", ":", ";")) else f"{line}."


def _uncapitalised(sentence: str) -> str:
    first = sentence.split(maxsplit=1)[0]
    return sentence if first.isupper() else sentence[0].lower() + sentence[1:]


SAME_STANDINGS: Mapping[str, Mutation] = {
    "case: lower": lower,
    "case: upper": upper,
    "white space: more of it": spaced_out,
    "white space: blank lines": blank_lines,
    "white space: CRLF": windows_lines,
    "white space: hard-wrapped lines": hard_wrapped,
    "white space: wrapped at any width": wrapped_anywhere,
    "Unicode: NFD": decomposed,
    "Unicode: NFKC": compatible,
    "Unicode: curly quotes, hard spaces": typographic,
    "layout: prose as bullets": as_bullets,
    "layout: bullets as prose": as_prose,
    "layout: paragraphs shuffled": shuffled,
}
"""Mutations that must leave every standing as it was."""

NO_HIGHER: Mapping[str, Mutation] = {
    "unrelated text after": unrelated_after,
    "unrelated text before": unrelated_before,
}
"""Mutations that must never raise the score."""
