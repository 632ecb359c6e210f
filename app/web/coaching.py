"""What the live coach says as a page shows it."""

from dataclasses import dataclass
from typing import ClassVar

from app.engine.coaching import Coaching, Slip, SlipKind
from app.web.pages import Page
from app.web.wording import counted, one_line, title_of

TITLES: dict[SlipKind, str] = {
    "misconception": "Not so",
    "check": "Does not add up",
    "against": "Look again",
    "contradiction": "Two values",
}
"""What is said above an error, by its kind."""

LONGEST_QUOTE = 120
"""Characters of the learner's words that are shown beside an error."""


@dataclass(frozen=True)
class AreaMeter:
    """One area and how much of it is covered, in whole percent."""

    name: str
    percent: int


@dataclass(frozen=True)
class SlipView:
    """One error: what kind, where in the learner's words, and why."""

    title: str
    quotes: tuple[str, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class CoachingPage(Page):
    """The live coach's board: always a region of the question's page, never a page alone.

    Attributes:
        summary: the same in a sentence, for those who do not see it.
    """

    template: ClassVar[str] = "partials/coaching.html"
    areas: tuple[AreaMeter, ...]
    slips: tuple[SlipView, ...]
    summary: str


def coaching_page(coaching: Coaching) -> CoachingPage:
    """The board for what may be said about an answer so far."""
    begun = sum(1 for area in coaching.areas if area.percent)
    found = counted(len(coaching.slips), "error") if coaching.slips else "No error"
    return CoachingPage(
        title="Live coach",
        areas=tuple(AreaMeter(title_of(area.area), area.percent) for area in coaching.areas),
        slips=tuple(_slip(slip) for slip in coaching.slips),
        summary=f"{begun} of {counted(len(coaching.areas), 'area')} begun. {found} found.",
    )


def _slip(slip: Slip) -> SlipView:
    return SlipView(
        title=TITLES[slip.kind],
        quotes=tuple(dict.fromkeys(one_line(each.text, LONGEST_QUOTE) for each in slip.quotes)),
        reason=slip.reason,
    )
