"""What a page is given: one frozen class a page, and nothing reaches a template besides.

Here are the page itself and those that no other module of pages is about.
"""

from dataclasses import dataclass
from typing import ClassVar

from app.content.question import Question
from app.db.attempts import Summary
from app.db.shares import Share
from app.web.browsing import Card, Field, Filters
from app.web.charts import Chart


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
