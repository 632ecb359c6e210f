"""A report as a page shows it: concepts by area, red flags, and every point accounted for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.content.facet_expression import fewest_more, parse_facet_expression
from app.content.rubric import Concept, Rubric
from app.db.notes import Note
from app.engine.highlight import Mark, Stretch, flag_mark, stretches
from app.engine.report import CheckResult, ConceptResult, FacetResult, Gap, RedFlag, Report
from app.web.marked_answers import Target, anchor_of, targets_of
from app.web.wording import title_of


@dataclass(frozen=True)
class QuoteView:
    """A stretch of evidence, its place in the marked answer, and the parts it covers."""

    anchor: str
    text: str
    covers: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoteBox:
    """The note form of one finding, filled.

    Attributes:
        subject: what the note is about (app.coach.subjects).
        anchor: id of the finding on the page.
        kept_at: when the note was last saved; None when none is kept.
        problem: why the last try was refused; empty if it was not.
    """

    subject: str
    anchor: str
    kind: str = "said"
    text: str = ""
    kept_at: datetime | None = None
    problem: str = ""


def note_box(subject: str, anchor: str, note: Note | None) -> NoteBox:
    """The form for a note on `subject`, with what is kept."""
    if note is None:
        return NoteBox(subject, anchor)
    return NoteBox(subject, anchor, note.kind, note.text, note.written_at)


@dataclass(frozen=True)
class ConceptView:
    """One concept with what the answer did with it.

    Attributes:
        note: None where nobody is to write one.
        author: the concept as the rubric has it today, or None if it no longer does.
        gap: what would gain points, or None when nothing would.
    """

    target: Target
    result: ConceptResult
    author: Concept | None
    quotes: tuple[QuoteView, ...]
    gap: Gap | None
    note: NoteBox | None

    @property
    def uncovered(self) -> tuple[FacetResult, ...]:
        """The parts of an explanation that are there, though no quote says so."""
        covered = {label for quote in self.quotes for label in quote.covers}
        return tuple(f for f in self.result.facets if f.met and f.label not in covered)

    @property
    def lacking(self) -> tuple[FacetResult, ...]:
        """The parts that are not there; nothing is lacking once a concept is explained."""
        if self.result.standing == "explained":
            return ()
        return tuple(facet for facet in self.result.facets if not facet.met)

    @property
    def enough(self) -> int:
        """How many of the lacking parts are enough at best; 0 if that is not known."""
        known = self.author is not None and set(self.author.facets) == {
            facet.id for facet in self.result.facets
        }
        if self.author is None or not known or not self.lacking:
            return 0
        met = {facet.id for facet in self.result.facets if facet.met}
        return fewest_more(parse_facet_expression(self.author.explained), met)


@dataclass(frozen=True)
class AreaView:
    """The concepts of one area and the points they earned together."""

    name: str
    points: int
    possible: int
    concepts: tuple[ConceptView, ...]


@dataclass(frozen=True)
class FlagView:
    """One red flag with its place in the answer."""

    target: Target
    flag: RedFlag
    quotes: tuple[QuoteView, ...]
    note: NoteBox | None


@dataclass(frozen=True)
class Accounting:
    """How the score came about: `earned + taken + lifted == score`.

    Attributes:
        taken: what red flags took off, 0 or less.
        lifted: what the floor of 0 gave back.
    """

    earned: int
    taken: int
    lifted: int
    score: int


Notes = Mapping[str, Note] | None
"""By subject (app.coach.subjects); None where nobody is to write or read any."""


def areas(answer: str, report: Report, rubric: Rubric | None, notes: Notes) -> tuple[AreaView, ...]:
    """The concepts by area, in the rubric's order of areas."""
    authors = {concept.id: concept for concept in rubric.concepts} if rubric else {}
    gaps = {gap.concept: gap for gap in report.feedback.gaps}
    quotes = _quotes(answer, report)
    targets = targets_of(report)
    by_area: dict[str, list[ConceptView]] = {}
    for result in report.concepts:
        mark = Mark("concept", result.id)
        view = ConceptView(
            target=targets[mark],
            result=result,
            author=authors.get(result.id),
            quotes=_covering(result, quotes.get(mark, ())),
            gap=gaps.get(result.id),
            note=_note(f"concept/{result.id}", targets[mark], notes),
        )
        by_area.setdefault(result.area, []).append(view)
    return tuple(_area(name, views) for name, views in by_area.items())


def flags(answer: str, report: Report, notes: Notes) -> tuple[FlagView, ...]:
    """The red flags, the report's order kept."""
    quotes = _quotes(answer, report)
    views: list[FlagView] = []
    for number, flag in enumerate(report.red_flags, start=1):
        mark = flag_mark(flag)
        target = Target(f"!{number}", f"flag-{number}", flag.message, "flag")
        shown = tuple(view for _, view in quotes.get(mark, ()))
        views.append(FlagView(target, flag, shown, _note(f"flag/{mark.id}", target, notes)))
    return tuple(views)


def accounting(report: Report) -> Accounting:
    """Every point of the score."""
    earned = sum(concept.points for concept in report.concepts)
    taken = sum(flag.points for flag in report.red_flags)
    score = report.score or 0
    return Accounting(earned, taken, score - earned - taken, score)


def checks_by_outcome(checks: Iterable[CheckResult]) -> tuple[CheckResult, ...]:
    """Failed first, then confirmed; those about which not enough was said come last."""
    order = {"fails": 0, "confirmed": 1, "not-enough-said": 2}
    return tuple(sorted(checks, key=lambda check: order[check.outcome]))


def _note(subject: str, target: Target, notes: Notes) -> NoteBox | None:
    if notes is None:
        return None
    return note_box(subject, target.anchor, notes.get(subject))


Quoted = tuple[tuple[Stretch, QuoteView], ...]


def _quotes(answer: str, report: Report) -> dict[Mark, Quoted]:
    targets = targets_of(report)
    found: dict[Mark, Quoted] = {}
    for stretch in stretches(answer, report):
        if stretch.mark in targets:
            text = answer[stretch.start : stretch.end]
            view = QuoteView(anchor_of(stretch, targets), text)
            found[stretch.mark] = (*found.get(stretch.mark, ()), (stretch, view))
    return found


def _covering(result: ConceptResult, quoted: Quoted) -> tuple[QuoteView, ...]:
    labels = {facet.id: facet.label for facet in result.facets}
    return tuple(
        QuoteView(
            view.anchor,
            view.text,
            tuple(
                dict.fromkeys(
                    labels[evidence.facet]
                    for evidence in result.evidence
                    if evidence.facet in labels
                    and stretch.start <= evidence.start < evidence.end <= stretch.end
                )
            ),
        )
        for stretch, view in quoted
    )


def _area(name: str, concepts: list[ConceptView]) -> AreaView:
    return AreaView(
        name=title_of(name),
        points=sum(concept.result.points for concept in concepts),
        possible=sum(concept.result.possible for concept in concepts),
        concepts=tuple(concepts),
    )
