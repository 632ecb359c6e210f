"""How learners fare with a question, as a page shows it: bars with their numbers beside them."""

from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from app.authoring.fares import STANDINGS, ConceptFares, Fares
from app.db.fares import MOST_READ, Usage
from app.engine.report import Standing
from app.web.author.heads import WorkHead, WorkPage
from app.web.wording import title_of


@dataclass(frozen=True)
class SharePart:
    """One stretch of a bar of 100 units.

    Attributes:
        percent: whole percent of the answers.
        start, width: in the bar's units; the stretches of a bar fill it.
    """

    standing: Standing
    percent: int
    start: float
    width: float


@dataclass(frozen=True)
class ConceptRow:
    """One concept and what answers do with it."""

    fares: ConceptFares
    area: str
    parts: tuple[SharePart, ...]


@dataclass(frozen=True, kw_only=True)
class FaresPage(WorkPage):
    """Sums over what reports say; no word that a learner wrote.

    Attributes:
        fares: None while the question is not published.
        rows: the concepts, those that fare worst first.
        used: None while nobody has answered.
        most: how many answers are looked into.
    """

    template: ClassVar[str] = "pages/author/fares.html"
    tab: ClassVar[str] = "fares"
    most: ClassVar[int] = MOST_READ
    fares: Fares | None
    rows: tuple[ConceptRow, ...]
    used: Usage | None


def fares_page(head: WorkHead, fares: Fares, used: Usage | None) -> FaresPage:
    """The page of what was added up."""
    ranked = sorted(fares.concepts, key=lambda each: (each.share("explained"), -each.weight))
    return FaresPage(
        title=f"Learners: {head.title}",
        head=head,
        fares=fares,
        rows=tuple(ConceptRow(each, title_of(each.area), _parts(each)) for each in ranked),
        used=used,
    )


def _parts(fares: ConceptFares) -> tuple[SharePart, ...]:
    if not fares.answers:
        return ()
    widths = [100 * count / fares.answers for count in fares.counts]
    starts = [0.0, *accumulate(widths)]
    return tuple(
        SharePart(standing, fares.share(standing), round(start, 2), round(width, 2))
        for standing, start, width in zip(STANDINGS, starts, widths, strict=False)
    )
