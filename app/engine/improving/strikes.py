"""Strike a wrong claim and put what is right in its place; what else the sentence says stays."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.engine.improving.changes import Change, in_place
from app.engine.improving.layout import Layout
from app.engine.improving.sentences import BESIDE, capitalised, stands_alone
from app.engine.reading import Segment, Token

_JOINING = frozenset(
    ", ; : ( and but so which because since as while whereas that where when \u2014 -> \u2192 - "
    "therefore thus hence also then".split()
)
"""Words and marks that a sentence cannot end with once what follows them is struck."""
_ADDING = frozenset("and but while whereas ;".split())
"""What joins a clause that says something else; "so" and ":" draw on the claim."""
_STOPS = frozenset([".", ";", "!"])
_CLOSING = frozenset(')"\u201d`*')


def strikes(
    span: tuple[int, int], right: str, layout: Layout, credit: Iterable[int]
) -> Iterator[Change]:
    """Yield ways to put `right` in the place of the claim at `span`, the gentlest first.

    First those that keep a clause before the claim, or one behind it that earns something, if
    that clause is a sentence by itself; then the whole sentence.

    Args:
        right: one or more sentences; "" to strike only.
        credit: where stretches begin that earn something.
    """
    claim = _Claim.at(span, layout)
    if claim.touched:
        yield from claim.from_its_start(right)
        if any(span[1] <= each < claim.end for each in credit):
            yield from claim.to_its_end(right)
    yield whole(claim.start, claim.end, right, layout)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A stretch that says what is wrong, in its sentence.

    Attributes:
        span: of the claim.
        start, end: of its sentence, or of the two it goes over.
        held: the segments of that sentence.
        touched: those of them that hold some of the claim.
    """

    answer: str
    span: tuple[int, int]
    start: int
    end: int
    held: Sequence[Segment]
    touched: Sequence[Segment]

    @classmethod
    def at(cls, span: tuple[int, int], layout: Layout) -> "_Claim":
        """Find the sentence around a claim."""
        start, end = sentences_around(span, layout)
        held = [each for each in layout.reading.segments if each.start < end and start < each.end]
        touched = [each for each in held if each.start < span[1] and span[0] < each.end]
        return cls(layout.answer, span, start, end, held, touched)

    def from_its_start(self, right: str) -> Iterator[Change]:
        """Yield the strike from the claim to the end of its sentence, if a sentence is left."""
        segment = self.touched[0]
        kept = [token for token in segment.tokens if token.end <= self.span[0]]
        while kept and kept[-1].text in _JOINING:
            kept.pop()
        if not kept:
            earlier = [each for each in self.held if each.end <= segment.start]
            if not earlier:
                return
            segment = earlier[-1]
            kept = [token for token in segment.tokens if token.text not in (";", "\u2014")]
        if stands_alone(segment, kept, in_place=True) and not _needs_more(segment, kept):
            at = kept[-1].end
            while at < self.end and self.answer[at] in _CLOSING:
                at += 1
            yield Change(at, self.end - at, f". {right}" if right else ".")

    def to_its_end(self, right: str) -> Iterator[Change]:
        """Yield the strike from the start of the sentence to a clause behind the claim."""
        segment = self.touched[-1]
        kept = [token for token in segment.tokens if token.start >= self.span[1]]
        joins: set[str] = set()
        while kept and kept[0].text in _JOINING | {")"}:
            joins.add(kept.pop(0).text)
        following = [each for each in self.held if each.start >= segment.end]
        if not any(token.stem for token in kept) and following:
            segment, kept = following[0], list(following[0].tokens)
        words = [token for token in kept if token.text not in _STOPS]
        if joins & _ADDING and words and stands_alone(segment, words):
            opened = capitalised(self.answer[words[0].start : words[0].end])
            inserted = f"{right} {opened}" if right else opened
            yield Change(self.start, words[0].end - self.start, inserted)


def sentences_around(span: tuple[int, int], layout: Layout) -> tuple[int, int]:
    """Return where the sentence that holds a stretch begins and ends, or those that do."""
    first, last = layout.at(span[0]), layout.at(span[1] - 1)
    return layout.sentences[first].start, layout.sentences[last].end


def _needs_more(segment: Segment, tokens: Sequence[Token]) -> bool:
    """Tell whether one of some words hangs on a word that would be struck."""
    inside = {id(token) for token in tokens}
    return any(
        id(segment.tokens[token.head]) not in inside and token.dep not in BESIDE for token in tokens
    )


def whole(start: int, end: int, right: str, layout: Layout) -> Change:
    """Return the strike of whole sentences; of a list item with its line, if nothing is put in."""
    if right:
        return Change(start, end - start, right)
    answer = layout.answer
    begins = answer.rfind("\n", 0, start) + 1
    alone = not answer[begins:start].strip("-*+ \t\u2022") and answer[end : end + 1] in ("", "\n")
    if alone and begins:
        return Change(begins - 1, end - begins + 1, "")
    while answer[end : end + 1] == " ":
        end += 1
    return Change(start, end - start, "")


def merged(changes: Iterable[Change], answer: str) -> tuple[Change, ...]:
    """Return changes with those of neighbouring sentences made one."""
    found: list[Change] = []
    for change in in_place(list(changes)):
        last = found[-1] if found else None
        between = answer[last.end : change.at] if last else "\n"
        if last is None or between.strip(" ") or not (last.delete and change.delete):
            found.append(change)
            continue
        end = change.end if change.insert else len(answer[: change.end].rstrip(" "))
        words = " ".join(filter(None, [last.insert, change.insert]))
        found[-1] = Change(last.at, end - last.at, words)
    return tuple(found)
