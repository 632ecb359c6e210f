"""What is doubtful about one authored phrase, and about the phrases of one idea together."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.engine.phrases import ARTICLES, Families, families_of, words_of
from app.engine.words import stem

EDGE_MARKS = frozenset("+*^=&$€£")
"""Marks that mean something at the edge of a phrase: `rate *`, `table+`. Between two words they
are rarely missed: `key + endpoint` is found as key, endpoint."""

SHOWN = 6
"""Phrases named in one message; the rest is counted."""


class Doubt(NamedTuple):
    """A doubtful thing: a code of LINT_CODES and a sentence about it."""

    code: str
    message: str


@lru_cache(maxsize=50_000)  # quoted phrases recur in many wordings
def phrase_doubts(text: str) -> tuple[Doubt, ...]:
    """Return what is doubtful about a phrase of an idea or a quoted phrase of a wording."""
    written = text.strip('"').strip()
    if not families_of(written):
        return (Doubt("says-nothing", f"nothing of '{written}' can be looked for"),)
    return tuple(lost_parts(written))


def lost_parts(text: str) -> Iterator[Doubt]:
    """Yield a doubt if a mark or an article of the text is lost that it seems to need."""
    words = [word for word in words_of(text) if word not in {'"', "'"}]
    left = " ".join(word for word in words if stem(word))
    if "#" in text:
        yield Doubt("lost-part", f"'{text}': # is read as any number, as `<n>` is")
    elif "%" in words:
        yield Doubt("lost-part", f"'{text}' is read as '{left}': the % is lost")
    elif left and words and (words[0] in EDGE_MARKS or words[-1] in EDGE_MARKS):
        yield Doubt("lost-part", f"'{text}' is read as '{left}': its mark is lost")
    article, _, rest = text.lower().partition(" ")
    if article in ARTICLES and rest.strip().isalpha():
        yield Doubt("lost-part", f"'{text}' is read as '{left}': articles are lost")


Form = tuple[tuple[str, ...], bool, bool, bool]
"""What is looked for of a phrase: stems, and whether it is exact, negated, literal."""


def idle_phrases(phrases: Sequence[str]) -> Mapping[str, str]:
    """Phrases that find nothing which another phrase of the idea does not, with that phrase."""
    forms = [(phrase, _forms(phrase)) for phrase in phrases]
    listed: dict[Form, str] = {}
    for phrase, every in forms:
        for form in every:
            listed.setdefault(form, phrase)
    idle: dict[str, str] = {}
    for phrase, every in forms:
        covering = [_covering(phrase, form, listed) for form in every]
        if every and None not in covering:
            idle[phrase] = str(covering[0])
    return idle


def _covering(phrase: str, form: Form, listed: Mapping[Form, str]) -> str | None:
    """Return the phrase that stands as a run within this one, or says the same before it."""
    stems, exact, negated, literal = form
    for length in range(1, len(stems) + 1):
        for start in range(len(stems) - length + 1):
            run = stems[start : start + length]
            for side_by_side in {False, exact and length == len(stems)}:
                other = listed.get((run, side_by_side, negated, literal))
                if other is not None and other != phrase:
                    return other
    return None


def _forms(phrase: str) -> list[Form]:
    return [
        (form.stems, form.exact and len(form.stems) > 1, form.negated, form.literal)
        for form in forms_of(phrase)
    ]


def forms_of(phrase: str) -> tuple[Families, ...]:
    """What is looked for of an idea's phrase; one in quotation marks is exact."""
    return families_of(phrase, exact=phrase.startswith('"'))


def idle_message(idle: Mapping[str, str], count: int) -> str:
    """One sentence about the idle phrases of an idea of `count` phrases."""
    shown = [f"'{phrase}' ('{other}')" for phrase, other in list(idle.items())[:SHOWN]]
    more = f" and {len(idle) - SHOWN} more" if len(idle) > SHOWN else ""
    verb = "finds" if len(idle) == 1 else "find"
    return f"{len(idle)} of {count} phrases {verb} nothing new: {', '.join(shown)}{more}"
