"""What changed between two reports on answers to one question."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.engine.report import ConceptResult, RedFlag, Report, Standing

RANK: dict[Standing, int] = {"contradicted": 0, "missing": 1, "mentioned": 2, "explained": 3}
"""Standings from worst to best."""


@dataclass(frozen=True, slots=True)
class ConceptChange:
    """What became of one concept.

    Attributes:
        latest: the concept as last seen.
        before, after: None where the rubric of that report did not have it.
    """

    latest: ConceptResult
    before: ConceptResult | None
    after: ConceptResult | None

    @property
    def comparable(self) -> bool:
        """Both rubrics have it."""
        return self.before is not None and self.after is not None

    @property
    def rise(self) -> int:
        """Steps on the way to explained (-3 to 3); 0 where there is nothing to compare."""
        if self.before is None or self.after is None:
            return 0
        return RANK[self.after.standing] - RANK[self.before.standing]

    @property
    def points(self) -> int:
        """Points gained, or lost if negative."""
        return _points(self.after) - _points(self.before)

    @property
    def parts(self) -> tuple[str, ...]:
        """Labels of the parts of an explanation that are new."""
        had = {facet.id for facet in self.before.facets if facet.met} if self.before else set()
        now = self.after.facets if self.after else ()
        return tuple(facet.label for facet in now if facet.met and facet.id not in had)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The later report beside the earlier one.

    Attributes:
        concepts: in the later rubric's order, then those that only the earlier one had.
        fixed, new, kept: the red flags that cost something, by what became of them. A flag that was
            merely unsure counts as not raised.
    """

    before: Report
    after: Report
    concepts: tuple[ConceptChange, ...]
    fixed: tuple[RedFlag, ...]
    new: tuple[RedFlag, ...]
    kept: tuple[RedFlag, ...]

    @property
    def same_rubric(self) -> bool:
        """Scored by the same rubric and engine, so that every change is the learner's own."""
        return self.before.rubric_digest == self.after.rubric_digest

    @property
    def gain(self) -> int:
        """Points gained, or lost if negative."""
        return (self.after.score or 0) - (self.before.score or 0)

    @property
    def rise(self) -> int:
        """Bands risen (-4 to 4)."""
        return (self.after.band or 0) - (self.before.band or 0)

    @property
    def won(self) -> tuple[ConceptChange, ...]:
        """Concepts that stand better, the greatest gain first."""
        won = (change for change in self.concepts if change.rise > 0)
        return tuple(sorted(won, key=lambda change: -change.points))

    @property
    def lost(self) -> tuple[ConceptChange, ...]:
        """Concepts that stand worse, the greatest loss first."""
        lost = (change for change in self.concepts if change.rise < 0)
        return tuple(sorted(lost, key=lambda change: change.points))

    @property
    def closer(self) -> tuple[ConceptChange, ...]:
        """Concepts that stand as before with a part of the explanation more."""
        stayed = (change for change in self.concepts if change.comparable and not change.rise)
        return tuple(c for c in stayed if c.parts and c.latest.standing == "mentioned")

    @property
    def incomparable(self) -> tuple[ConceptChange, ...]:
        """Concepts that only one of the two rubrics has."""
        return tuple(change for change in self.concepts if not change.comparable)

    @property
    def unchanged(self) -> bool:
        """Nothing of the above is different."""
        return not (
            self.won or self.lost or self.closer or self.incomparable or self.fixed or self.new
        )


def compare(before: Report, after: Report) -> Comparison:
    """What `after` finds that `before` did not, and the reverse.

    Raises:
        ValueError: the reports are about different questions.
    """
    if before.question != after.question:
        raise ValueError(f"{before.question} and {after.question} cannot be compared")
    had, has = _raised(before), _raised(after)
    return Comparison(
        before=before,
        after=after,
        concepts=tuple(_changes(before, after)),
        fixed=tuple(flag for key, flag in had.items() if key not in has),
        new=tuple(flag for key, flag in has.items() if key not in had),
        kept=tuple(flag for key, flag in has.items() if key in had),
    )


def _changes(before: Report, after: Report) -> Iterator[ConceptChange]:
    had = {concept.id: concept for concept in before.concepts}
    for concept in after.concepts:
        yield ConceptChange(concept, had.pop(concept.id, None), concept)
    for concept in had.values():
        yield ConceptChange(concept, concept, None)


def _raised(report: Report) -> dict[tuple[str, str], RedFlag]:
    return {(flag.kind, flag.id): flag for flag in report.red_flags if not flag.unsure}


def _points(result: ConceptResult | None) -> int:
    return result.points if result else 0
