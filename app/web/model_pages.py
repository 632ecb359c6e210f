"""Put together the page of a model answer, and the one that compares an answer with it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from sqlalchemy.orm import Session

from app.coach import Coach, UnknownAttempt
from app.content.question import Question, model_answer
from app.db.attempts import Summary
from app.engine.report import Report, Standing
from app.web.attempt_pages import AttemptHead
from app.web.model_answers import ModelAnswer, model_answer_of
from app.web.pages import Page
from app.web.report_pages import attempt_head
from app.web.verdicts import AreaView, ConceptView, areas
from app.web.wording import counted


@dataclass(frozen=True, kw_only=True)
class ModelAnswerPage(Page):
    """The model answer, or the way to it while it is hidden.

    Attributes:
        model: None while hidden.
        index: its concepts by area, each with its places in the text.
        revealed: when the learner asked to see it; None for never.
        attempts: how many attempts the learner has made.
    """

    template: ClassVar[str] = "pages/model_answer.html"
    question: Question
    model: ModelAnswer | None
    index: tuple[AreaView, ...]
    revealed: datetime | None
    attempts: int


@dataclass(frozen=True)
class Beside:
    """One concept: what the model answer says and what the learner said.

    Attributes:
        yours: None where the rubric did not ask for it when the answer was scored.
    """

    model: ConceptView
    yours: ConceptView | None


@dataclass(frozen=True)
class AreaBeside:
    """The concepts of one area."""

    name: str
    concepts: tuple[Beside, ...]


@dataclass(frozen=True, kw_only=True)
class BesideModelPage(Page):
    """An attempt and the model answer, concept by concept.

    Attributes:
        attempts: what can be chosen, newest first.
        summary: how many concepts are explained, mentioned, contradicted and missing.
    """

    template: ClassVar[str] = "pages/beside_model.html"
    question: Question
    attempt: AttemptHead
    report: Report
    attempts: tuple[Summary, ...]
    areas: tuple[AreaBeside, ...]
    summary: str


def model_page(coach: Coach, session: Session, learner: str, question_id: str) -> ModelAnswerPage:
    """The model answer of a question, marked, if the learner may see it.

    Raises:
        UnknownQuestion.
    """
    question = coach.question(question_id)
    seen = coach.may_see_model_answer(session, learner, question_id)
    report = coach.model_report(question_id) if seen else None
    return ModelAnswerPage(
        title=f"Model answer: {question.title}",
        question=question,
        model=model_answer_of(question, report) if report else None,
        index=_index(coach, question, report) if report else (),
        revealed=coach.revealed(session, learner, question_id),
        attempts=len(coach.attempts_of(session, learner, question_id)),
    )


def beside_page(
    coach: Coach, session: Session, learner: str, question_id: str, attempt_id: str | None
) -> BesideModelPage | None:
    """An attempt beside the model answer; None when there is no attempt to show.

    Args:
        attempt_id: the newest unless given.

    Raises:
        UnknownQuestion.
        UnknownAttempt: there is no such attempt at this question.
    """
    question = coach.question(question_id)
    attempts = coach.attempts_of(session, learner, question_id)
    chosen = attempt_id or (attempts[0].id if attempts else None)
    if chosen is None:
        return None
    attempt = coach.attempt(session, learner, chosen)
    if attempt.question != question_id:
        raise UnknownAttempt(chosen)
    yours = areas(attempt.text, attempt.report, None, {})
    model = _index(coach, question, coach.model_report(question_id))
    return BesideModelPage(
        title=f"Compare with the model answer: {question.title}",
        question=question,
        attempt=attempt_head(coach.holder.bank, attempt),
        report=attempt.report,
        attempts=attempts,
        areas=_beside(model, {view.result.id: view for area in yours for view in area.concepts}),
        summary=_summary(attempt.report),
    )


def _index(coach: Coach, question: Question, report: Report) -> tuple[AreaView, ...]:
    rubric = coach.holder.bank.rubrics.get(question.id)
    return areas(model_answer(question), report, rubric, {})


def _beside(model: Sequence[AreaView], yours: Mapping[str, ConceptView]) -> tuple[AreaBeside, ...]:
    return tuple(
        AreaBeside(
            area.name,
            tuple(Beside(view, yours.get(view.result.id)) for view in area.concepts),
        )
        for area in model
    )


_ORDER: tuple[Standing, ...] = ("explained", "mentioned", "contradicted", "missing")


def _summary(report: Report) -> str:
    counts = Counter(concept.standing for concept in report.concepts)
    told = ", ".join(f"{counts[each]} {each}" for each in _ORDER if counts[each])
    return f"Of {counted(len(report.concepts), 'concept')}: {told}."
