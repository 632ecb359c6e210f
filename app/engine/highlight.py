"""Cut an answer into pieces, so that a page can mark the evidence in the learner's own words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from app.engine.report import Quote, RedFlag, Report

MarkKind = Literal["concept", "flag", "aside"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a stretch of the answer is evidence of: a concept, a red flag, or being set aside.

    Attributes:
        id: of the concept; `kind/id` of the flag; why it was set aside.
    """

    kind: MarkKind
    id: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """One marked stretch of the answer.

    Attributes:
        start, end: code points of the answer, half-open.
        number: which stretch of its mark this is, from 1, in order of the answer.
    """

    start: int
    end: int
    mark: Mark
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the answer over which the marks do not change.

    Attributes:
        start: where it begins, in code points.
        marks: everything it is evidence of, each once.
        begins, ends: the stretches whose first or last piece this is.
    """

    start: int
    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Stretch, ...] = ()
    ends: tuple[Stretch, ...] = ()

    @property
    def concepts(self) -> tuple[str, ...]:
        """Ids of the concepts it is evidence of."""
        return tuple(mark.id for mark in self.marks if mark.kind == "concept")

    @property
    def flags(self) -> tuple[str, ...]:
        """The red flags it is evidence of, as `kind/id`."""
        return tuple(mark.id for mark in self.marks if mark.kind == "flag")

    @property
    def aside(self) -> bool:
        """It was not scored."""
        return any(mark.kind == "aside" for mark in self.marks)


def pieces(answer: str, report: Report) -> tuple[Piece, ...]:
    """Cut `answer` where evidence begins or ends; the pieces joined are the answer.

    Stretches of one concept or flag that overlap or touch are one stretch. Evidence outside the
    answer is cut off at its ends.
    """
    marked = stretches(answer, report)
    cuts = {0, len(answer)} | {s.start for s in marked} | {s.end for s in marked}
    places = sorted(cuts)
    return tuple(_piece(answer, start, end, marked) for start, end in pairwise(places))


def flag_mark(flag: RedFlag) -> Mark:
    """The mark of a red flag's evidence."""
    return Mark("flag", f"{flag.kind}/{flag.id}")


def stretches(answer: str, report: Report) -> tuple[Stretch, ...]:
    """Every marked stretch: concepts first, then flags, then what was set aside."""
    spans: dict[Mark, list[tuple[int, int]]] = {}
    for mark, start, end in _marked(report):
        if 0 <= start < min(end, len(answer)):
            spans.setdefault(mark, []).append((start, min(end, len(answer))))
    return tuple(
        Stretch(start, end, mark, number)
        for mark, found in spans.items()
        for number, (start, end) in enumerate(_merged(found), start=1)
    )


def _marked(report: Report) -> Iterator[tuple[Mark, int, int]]:
    for concept in report.concepts:
        yield from _quoted(Mark("concept", concept.id), concept.evidence)
    for flag in report.red_flags:
        yield from _quoted(flag_mark(flag), flag.evidence)
    for aside in report.set_aside:
        yield Mark("aside", aside.why), aside.start, aside.end


def _quoted(mark: Mark, quotes: Iterable[Quote]) -> Iterator[tuple[Mark, int, int]]:
    for quote in quotes:
        yield mark, quote.start, quote.end


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _piece(answer: str, start: int, end: int, marked: tuple[Stretch, ...]) -> Piece:
    over = [stretch for stretch in marked if stretch.start <= start and end <= stretch.end]
    return Piece(
        start=start,
        text=answer[start:end],
        marks=tuple(stretch.mark for stretch in over),
        begins=tuple(stretch for stretch in over if stretch.start == start),
        ends=tuple(stretch for stretch in over if stretch.end == end),
    )
