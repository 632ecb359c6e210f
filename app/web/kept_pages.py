"""What the pages are given on which a report is kept or shown to others."""

from dataclasses import dataclass
from typing import ClassVar

from app.db.shares import Share
from app.web.attempt_pages import AttemptHead, ReportPage
from app.web.pages import Page


@dataclass(frozen=True, kw_only=True)
class PrintPage(ReportPage):
    """A report for paper."""

    template: ClassVar[str] = "pages/print.html"
    opened: ClassVar[bool] = True


@dataclass(frozen=True, kw_only=True)
class SharedPage(ReportPage):
    """A report as others see it by a link: nothing else of the learner's, and nothing to do."""

    template: ClassVar[str] = "pages/shared.html"
    own: ClassVar[bool] = False
    forms: ClassVar[bool] = False


@dataclass(frozen=True, kw_only=True)
class SharePage(Page):
    """Ways to keep a report or show it to others.

    Attributes:
        shares: the open links to it.
        link: a link made just now, which cannot be shown again; empty otherwise.
        only_here: as far as one can tell, the site answers on this machine alone.
    """

    template: ClassVar[str] = "pages/share.html"
    attempt: AttemptHead
    shares: tuple[Share, ...]
    link: str
    only_here: bool
