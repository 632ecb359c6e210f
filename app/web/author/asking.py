"""Pages that ask before an author's draft or question goes."""

from dataclasses import dataclass
from typing import ClassVar

from app.web.author.heads import WorkPage


@dataclass(frozen=True, kw_only=True)
class DiscardPage(WorkPage):
    """Asks before a draft is let go."""

    template: ClassVar[str] = "pages/author/discard.html"
    tab: ClassVar[str] = "write"


@dataclass(frozen=True, kw_only=True)
class RemovePage(WorkPage):
    """Asks before a question is taken away from learners.

    Attributes:
        attempts: how many there are at it; they stay.
    """

    template: ClassVar[str] = "pages/author/remove.html"
    tab: ClassVar[str] = "write"
    attempts: int
