"""The findings of two reports beside each other, as a page shows them."""

from dataclasses import dataclass
from typing import Literal, get_args

from app.engine.comparison import Comparison, ConceptChange
from app.engine.report import RedFlag, Report
from app.web.marked_answers import targets_of

BEFORE, AFTER = "before-", "after-"
"""Begin the anchors of the older and the newer report's findings on a page that shows both."""


Fate = Literal["new", "still there", "fixed", "unsure"]
"""What became of a red flag; one that was unsure in either report is just that."""

FATES: tuple[Fate, ...] = get_args(Fate)

Key = tuple[str, str]
"""Kind and id of a red flag."""


@dataclass(frozen=True)
class Cell:
    """What one report says of a concept: the number and the anchor it has in that report."""

    label: str
    anchor: str


@dataclass(frozen=True)
class ConceptRow:
    """One concept in both reports; a cell is None where the rubric did not have it."""

    change: ConceptChange
    before: Cell | None
    after: Cell | None


@dataclass(frozen=True)
class FlagRow:
    """One red flag and what became of it.

    Attributes:
        cells: where it stands in either report, the older one first.
    """

    flag: RedFlag
    fate: Fate
    cells: tuple[Cell, ...]


def concept_rows(comparison: Comparison) -> tuple[ConceptRow, ...]:
    """All concepts, in the later rubric's order."""
    before = _concept_cells(comparison.before, BEFORE)
    after = _concept_cells(comparison.after, AFTER)
    return tuple(
        ConceptRow(
            change=change,
            before=before[change.latest.id] if change.before else None,
            after=after[change.latest.id] if change.after else None,
        )
        for change in comparison.concepts
    )


def flag_rows(comparison: Comparison) -> tuple[FlagRow, ...]:
    """The red flags of both reports, each once: what is there now before what was mended."""
    cells = _flag_cells(comparison)
    fates: dict[Key, Fate] = {_key(flag): "new" for flag in comparison.new}
    fates |= {_key(flag): "still there" for flag in comparison.kept}
    fates |= {_key(flag): "fixed" for flag in comparison.fixed}
    flags = {_key(f): f for f in (*comparison.before.red_flags, *comparison.after.red_flags)}
    rows = (FlagRow(flag, fates.get(key, "unsure"), cells[key]) for key, flag in flags.items())
    return tuple(sorted(rows, key=lambda row: FATES.index(row.fate)))


def _concept_cells(report: Report, prefix: str) -> dict[str, Cell]:
    targets = targets_of(report, prefix)
    return {
        mark.id: Cell(target.label, target.anchor)
        for mark, target in targets.items()
        if mark.kind == "concept"
    }


def _flag_cells(comparison: Comparison) -> dict[Key, tuple[Cell, ...]]:
    cells: dict[Key, tuple[Cell, ...]] = {}
    for report, prefix in ((comparison.before, BEFORE), (comparison.after, AFTER)):
        for number, flag in enumerate(report.red_flags, start=1):
            cell = Cell(f"!{number}", f"{prefix}flag-{number}")
            cells[_key(flag)] = (*cells.get(_key(flag), ()), cell)
    return cells


def _key(flag: RedFlag) -> Key:
    return flag.kind, flag.id
