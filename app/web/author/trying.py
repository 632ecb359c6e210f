"""Try an answer with a question in the works: the form, and the full report below it."""

from dataclasses import dataclass, fields
from datetime import datetime
from typing import ClassVar

from app.authoring.working import Examined, WorkingCopy
from app.content.bank import Bank
from app.content.question import Question, model_answer
from app.content.rubric import Lexicon, Rubric
from app.db.attempts import Attempt
from app.engine.door import ANSWER_LIMIT
from app.engine.report import Report
from app.web.attempt_pages import ReportPage
from app.web.author.heads import WorkPage, head_of
from app.web.author.problem_views import ProblemsView, problems_view
from app.web.report_pages import report_page


@dataclass(frozen=True)
class Ready:
    """A text that can be put into the form: the model answer or a sample."""

    key: str
    name: str


@dataclass(frozen=True, kw_only=True)
class TryPage(WorkPage):
    """The form for an answer.

    Attributes:
        ready: texts that can be put into it.
        problems: why no answer can be tried yet; None when one can.
        refused: why the last answer was not scored; empty if it was not refused.
    """

    template: ClassVar[str] = "pages/author/try.html"
    tab: ClassVar[str] = "try"
    limit: ClassVar[int] = ANSWER_LIMIT
    answer: str
    ready: tuple[Ready, ...]
    problems: ProblemsView | None
    refused: str = ""


@dataclass(frozen=True, kw_only=True)
class TriedPage(ReportPage, TryPage):
    """The form and the report on what was sent."""

    template: ClassVar[str] = "pages/author/tried.html"
    own: ClassVar[bool] = False
    heading: ClassVar[str] = "h2"


def try_page(
    copy: WorkingCopy, examined: Examined, *, answer: str = "", ready: str = "", refused: str = ""
) -> TryPage:
    """The form, filled.

    Args:
        ready: key of a text to put into it instead of `answer`.
    """
    head = head_of(copy)
    texts = _texts(examined)
    return TryPage(
        title=f"Try an answer: {head.title}",
        head=head,
        answer=texts[ready][1] if ready in texts else answer,
        ready=tuple(Ready(key, name) for key, (name, _) in texts.items()),
        problems=problems_view(examined) if examined.problems else None,
        refused=refused,
    )


def tried_page(
    copy: WorkingCopy, examined: Examined, answer: str, report: Report, now: datetime
) -> TriedPage:
    """The form and the report on `answer`; the report has a score."""
    form = try_page(copy, examined, answer=answer)
    bank = _bank(examined.question, examined.rubric)
    told = report_page(bank, _attempt(answer, report, now), notes=None, revealed=None)
    parts = {field.name: getattr(told, field.name) for field in fields(ReportPage)}
    own = {field.name: getattr(form, field.name) for field in fields(TryPage)}
    return TriedPage(**(parts | own))


def _texts(examined: Examined) -> dict[str, tuple[str, str]]:
    """Texts that are at hand by key, each with its name."""
    found: dict[str, tuple[str, str]] = {}
    if examined.question:
        found["model"] = ("the model answer", model_answer(examined.question))
    samples = examined.rubric.samples if examined.rubric else ()
    for number, sample in enumerate(samples, 1):
        found[f"sample-{number}"] = (f"sample {number} (level {sample.level:g})", sample.answer)
    return found


def _bank(question: Question | None, rubric: Rubric | None) -> Bank:
    return Bank(
        questions={question.id: question} if question else {},
        rubrics={rubric.question: rubric} if rubric else {},
        lexicon=Lexicon(),
        digests={},
    )


def _attempt(answer: str, report: Report, now: datetime) -> Attempt:
    """An attempt that nobody made, for the report's own page."""
    return Attempt(
        id="",
        question=report.question,
        ordinal=0,
        score=report.score or 0,
        band=report.band or 0,
        delta=None,
        seconds=None,
        created_at=now,
        text=answer,
        report=report,
    )
