"""Cut an author's explanation into the shorter sentences that stand in it, each complete."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from app.engine.reading import Reading, Segment, Token

_JOINS = frozenset("and but so because while whereas since".split())
"""Words before which a sentence may end, if both sides of them are sentences."""

_BARE_JOINS = frozenset("because while whereas".split())
"""Those that need no comma before them."""

_DEPENDENT = frozenset(
    "and but so because since if when while whereas although though unless once as after before "
    "which who whose with given".split()
)
"""First words of clauses that cannot stand without another."""

LEANING = _DEPENDENT | frozenset(
    "that this these those it its they he she then otherwise instead therefore thus hence also "
    "however such both either not".split()
)
"""First words by which a sentence leans on the one before it."""

_SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "expl"])
_VERBS = frozenset(["VERB", "AUX"])
BESIDE = frozenset(["ccomp", "parataxis"])
"""How a sentence hangs on another that stands beside it."""
_PAIRS = {"(": ")", "[": "]"}
_SHORTEST = 4
"""Words: "it is safe" is a sentence too, but says nothing worth adding."""


@dataclass(frozen=True, slots=True)
class Part:
    """A complete sentence out of a longer text; `opens`: it begins where that text begins."""

    text: str
    opens: bool


def shorter(reading: Reading) -> Iterator[Part]:
    """Yield the complete sentences that begin or lie in the sentences of a read text."""
    for segment in reading.segments:
        tokens = list(segment.tokens)
        if tokens[-1].text in (";", "."):
            tokens.pop()
        for piece in (*_heads(segment, tokens), tokens):
            if stands_alone(segment, piece):
                opens = piece[0] is reading.segments[0].tokens[0]
                yield Part(as_sentence(reading.answer, piece), opens)


def stands_alone(segment: Segment, tokens: Sequence[Token], *, in_place: bool = False) -> bool:
    """Tell whether some tokens of a segment are a sentence: a main verb with its subject.

    Args:
        in_place: what stands before them stays there, so they may lean on it.
    """
    leaning = _DEPENDENT if in_place else LEANING
    if len(tokens) < _SHORTEST or tokens[0].text in leaning or not _balanced(tokens):
        return False
    inside = {id(token) for token in tokens}
    return any(
        token.dep in _SUBJECTS
        and id(segment.tokens[token.head]) in inside
        and _is_main(segment, segment.tokens[token.head], inside)
        for token in tokens
    )


def as_sentence(text: str, tokens: Sequence[Token]) -> str:
    """Return the words of some tokens as a sentence: capital letter, full stop."""
    words = " ".join(text[tokens[0].start : tokens[-1].end].rstrip(" ,;:").split())
    return f"{capitalised(words)}."


def capitalised(words: str) -> str:
    """Return words with a capital first letter; settings and names keep theirs."""
    first = words.split(maxsplit=1)[0].rstrip(",'") if words.split() else ""
    plain = first.replace("-", "").isalpha() and first.islower()
    return words[:1].upper() + words[1:] if plain else words


def _heads(segment: Segment, tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the beginnings that end before a second clause."""
    for index in range(_SHORTEST, len(tokens) - 2):
        comma = tokens[index - 1].text == ","
        if tokens[index].text in _JOINS and (comma or tokens[index].text in _BARE_JOINS):
            head, rest = tokens[: index - comma], tokens[index + 1 :]
            listed = tokens[index].text == "and" and _is_list_of_clauses(segment, head)
            if _opens_with_subject(segment, rest) and not listed:
                yield head


def _opens_with_subject(segment: Segment, tokens: Sequence[Token]) -> bool:
    """Tell whether a clause with a subject of its own begins here."""
    inside = {id(token) for token in tokens}
    for token in tokens:
        if token.dep in _SUBJECTS and id(segment.tokens[token.head]) in inside:
            return True
        if token.pos in _VERBS:
            return False
    return False


def _is_list_of_clauses(segment: Segment, tokens: Sequence[Token]) -> bool:
    """Tell whether clauses follow one another with nothing but commas, as in a list."""
    clauses = 0
    for chunk in _between_commas(tokens):
        joined = chunk[0].text in _JOINS | _DEPENDENT
        clauses += _opens_with_subject(segment, chunk) and (not joined or not clauses)
    return clauses > 1


def _between_commas(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    chunk: list[Token] = []
    for token in tokens:
        if token.text != ",":
            chunk.append(token)
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _is_main(segment: Segment, token: Token, inside: Container[int]) -> bool:
    """Tell whether a verb heads the segment, or is joined to the verb that does.

    Of two sentences with a comma between them the parser may take either for the main one.
    """
    while token.dep == "conj" or (
        token.dep in BESIDE and id(segment.tokens[token.head]) not in inside
    ):
        token = segment.tokens[token.head]
    return segment.tokens[token.head] is token


def _balanced(tokens: Sequence[Token]) -> bool:
    return all(
        sum(token.text == left for token in tokens) == sum(token.text == right for token in tokens)
        for left, right in _PAIRS.items()
    )
