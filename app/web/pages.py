"""What each page is given: one frozen class a page, and nothing reaches a template besides."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import ClassVar, Self

from markupsafe import Markup

from app.content.question import Question
from app.db.attempts import Best, Summary
from app.db.drafts import Draft
from app.db.shares import Share
from app.engine.comparison import Comparison
from app.engine.report import CheckResult, Report
from app.web.browsing import Card, Field, Filters
from app.web.charts import Chart
from app.web.improved import ImprovedView
from app.web.levels import LevelsView
from app.web.marked_answers import MarkedPiece
from app.web.verdicts import Accounting, AreaView, FlagView, NoteBox


@dataclass(frozen=True, kw_only=True)
class Page:
    """What every page has.

    Attributes:
        template: the page's file.
        fragment: the region that htmx asks for alone; empty where there is none.
        forms: it may hold forms; where not, whoever reads it gets no session either.
        title: of the window.
    """

    template: ClassVar[str]
    fragment: ClassVar[str] = ""
    forms: ClassVar[bool] = True
    title: str


@dataclass(frozen=True, kw_only=True)
class BrowsePage(Page):
    """The questions that pass the filters.

    Attributes:
        total: how many questions the bank holds.
    """

    template: ClassVar[str] = "pages/browse.html"
    fragment: ClassVar[str] = "partials/results.html"
    cards: tuple[Card, ...]
    fields: tuple[Field, ...]
    filters: Filters
    total: int


@dataclass(frozen=True, kw_only=True)
class AnswerBox:
    """The answer form, filled.

    Attributes:
        text: what stands in the box.
        token: tells renderings of the form apart (app.db.forms).
        limit: longest answer accepted, in characters.
        problem: why the last try was refused, in plain words; empty if it was not.
        remark: something the learner should know about the text in the box; empty if nothing.
        instead: id of an attempt whose answer could stand in the box instead, or None.
        revises: id of the attempt that the text grew from; empty if from none.
    """

    text: str
    token: str
    limit: int
    problem: str = ""
    remark: str = ""
    instead: str | None = None
    revises: str = ""


@dataclass(frozen=True, kw_only=True)
class QuestionPage(Page):
    """The prompt, the answer box, and the model answer once it may be seen.

    Attributes:
        areas: what a good answer covers, as plain titles.
        latest: id of the learner's newest attempt, or None.
        seen: the learner may see the model answer.
    """

    template: ClassVar[str] = "pages/question.html"
    question: Question
    prompt: Markup
    areas: tuple[str, ...]
    box: AnswerBox
    best: Best | None
    attempts: int
    latest: str | None
    seen: bool


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
class HistoryPage(Page):
    """Attempts at one question, or at all.

    Attributes:
        question: None when the page is about all questions.
        titles: of the questions, by id.
    """

    template: ClassVar[str] = "pages/history.html"
    question: Question | None
    rows: tuple[Summary, ...]
    titles: dict[str, str]
    chart: Chart | None

    @property
    def numbers(self) -> dict[str, int]:
        """Of the attempts shown, by id."""
        return {row.id: row.ordinal for row in self.rows}


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


@dataclass(frozen=True, kw_only=True)
class DataPage(Page):
    """Where the learner's data lives, who else can see of it, and the way to be rid of it.

    Attributes:
        titles: of the questions, by id.
    """

    template: ClassVar[str] = "pages/data.html"
    place: str
    attempts: int
    shares: tuple[Share, ...]
    titles: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class DeleteEverythingPage(Page):
    """Asks before everything is deleted."""

    template: ClassVar[str] = "pages/delete_everything.html"
    attempts: int


@dataclass(frozen=True, kw_only=True)
class ErrorPage(Page):
    """Something went wrong, what it means, and what to do.

    Attributes:
        suggestion: an address and its name, when something like what was asked for exists.
        back: the page that a refused form stood on; empty if there was none.
    """

    template: ClassVar[str] = "pages/error.html"
    heading: str
    explanation: str
    suggestion: tuple[str, str] | None = None
    back: str = ""


@dataclass(frozen=True, kw_only=True)
class DocsPage(Page):
    """The API's documentation, drawn by Swagger UI from /openapi.json."""

    template: ClassVar[str] = "pages/docs.html"
