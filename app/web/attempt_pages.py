"""What the pages about one attempt are given: its report, a note, and what asks before a change."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import ClassVar, Self

from app.db.drafts import Draft
from app.engine.comparison import Comparison
from app.engine.report import CheckResult, Report
from app.web.improved import ImprovedView
from app.web.levels import LevelsView
from app.web.marked_answers import MarkedPiece
from app.web.pages import Page
from app.web.verdicts import Accounting, AreaView, FlagView, NoteBox


@dataclass(frozen=True, kw_only=True)
class AttemptHead:
    """Which attempt a page is about."""

    id: str
    question_id: str
    question_title: str
    number: int
    submitted_at: datetime
    minutes: int | None
    words: int


@dataclass(frozen=True, kw_only=True)
class Since:
    """What a report says that an earlier one did not, and the reverse.

    Attributes:
        attempt: the earlier one.
        revised: the report's answer grew from it.
    """

    attempt: AttemptHead
    comparison: Comparison
    revised: bool


@dataclass(frozen=True, kw_only=True)
class ReportPage(Page):
    """Everything said about one answer.

    Attributes:
        own: it is the learner's, who may go on from here.
        opened: shows what is folded away elsewhere, and nothing to fill in.
        heading: the tag of its own heading; what stands on another page is not the first.
        levels: the same evidence at each bar, the question's own among them.
        names: of the concepts, by id.
        asides: what was not scored, and why.
        since: what changed; None for the first attempt.
        improved: a better version of the answer; None for attempts scored before there were any.
        seen_before: the learner had asked to see the model answer before this attempt.
        has_model: False when the question is no longer in the bank.
    """

    template: ClassVar[str] = "pages/report.html"
    own: ClassVar[bool] = True
    opened: ClassVar[bool] = False
    heading: ClassVar[str] = "h1"
    attempt: AttemptHead
    report: Report
    pieces: tuple[MarkedPiece, ...]
    areas: tuple[AreaView, ...]
    flags: tuple[FlagView, ...]
    accounting: Accounting
    levels: LevelsView
    checks: tuple[CheckResult, ...]
    names: dict[str, str]
    asides: tuple[tuple[str, str], ...]
    since: Since | None
    improved: ImprovedView | None
    seen_before: bool
    has_model: bool

    @classmethod
    def of(cls, page: "ReportPage") -> Self:
        """The same report as another kind of page."""
        return cls(**{field.name: getattr(page, field.name) for field in fields(page)})


@dataclass(frozen=True, kw_only=True)
class NotePage(Page):
    """One note box: alone when htmx saved a note, or a page when it could not be saved."""

    template: ClassVar[str] = "pages/note.html"
    fragment: ClassVar[str] = "partials/note_alone.html"
    attempt_id: str
    box: NoteBox


@dataclass(frozen=True, kw_only=True)
class DeleteAttemptPage(Page):
    """Asks before one attempt is deleted."""

    template: ClassVar[str] = "pages/delete_attempt.html"
    attempt: AttemptHead


@dataclass(frozen=True, kw_only=True)
class DraftInTheWayPage(Page):
    """Asks before an unfinished answer makes room for another text.

    Attributes:
        text: what is to take its place in the answer box.
    """

    template: ClassVar[str] = "pages/draft_in_the_way.html"
    attempt: AttemptHead
    draft: Draft
    text: str
