"""The page of a question: what it is given, with or without what the database knows."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup
from sqlalchemy.orm import Session

from app.coach import Coach, UnknownAttempt, same_lines
from app.content.question import Question
from app.content.rubric import Rubric
from app.db.attempts import Attempt, Best, Summary
from app.db.drafts import Draft
from app.engine.door import ANSWER_LIMIT
from app.web.markdown import to_html
from app.web.pages import Page
from app.web.wording import title_of


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


def question_page(
    coach: Coach, session: Session, learner: str, question_id: str, earlier: str | None
) -> QuestionPage:
    """The question as the learner left it.

    Args:
        earlier: id of an attempt whose answer is to be revised, or None.
    """
    question = coach.question(question_id)
    attempts = coach.attempts_of(session, learner, question_id)
    seen = coach.may_see_model_answer(session, learner, question_id)
    return QuestionPage(
        title=question.title,
        question=question,
        prompt=to_html(question.prompt),
        areas=areas_of(coach.holder.bank.rubrics.get(question_id)),
        box=_box(
            coach.new_id(),
            coach.draft(session, learner, question_id),
            _earlier(coach, session, learner, question_id, earlier),
            attempts,
        ),
        best=coach.best_scores(session, learner).get(question_id),
        attempts=len(attempts),
        latest=attempts[0].id if attempts else None,
        seen=seen,
    )


def refused_page(question: Question, rubric: Rubric | None, box: AnswerBox) -> QuestionPage:
    """The question with a refused answer back in its box; needs no database, which may be why."""
    return QuestionPage(
        title=question.title,
        question=question,
        prompt=to_html(question.prompt),
        areas=areas_of(rubric),
        box=box,
        best=None,
        attempts=0,
        latest=None,
        seen=False,
    )


def areas_of(rubric: Rubric | None) -> tuple[str, ...]:
    """What a good answer covers, as plain titles; never more of the rubric than that."""
    found = dict.fromkeys(concept.area for concept in rubric.concepts) if rubric else {}
    return tuple(title_of(area) for area in found)


def _earlier(
    coach: Coach, session: Session, learner: str, question_id: str, earlier: str | None
) -> Attempt | None:
    attempt = coach.attempt(session, learner, earlier) if earlier else None
    if attempt and attempt.question != question_id:
        raise UnknownAttempt(attempt.id)
    return attempt


def _box(
    token: str, draft: Draft | None, attempt: Attempt | None, attempts: tuple[Summary, ...]
) -> AnswerBox:
    if draft is None:
        return AnswerBox(
            text=attempt.text if attempt else "",
            token=token,
            limit=ANSWER_LIMIT,
            remark=f"Your answer from {_named(attempt)}, to revise." if attempt else "",
            revises=attempt.id if attempt else "",
        )
    same = attempt is not None and same_lines(attempt.text, draft.text)
    other = None if same else attempt
    revised = next((line for line in attempts if line.id == draft.revises), None)
    if same and revised is None:
        revised = attempt
    return AnswerBox(
        text=draft.text,
        token=draft.form.token,
        limit=ANSWER_LIMIT,
        remark=_about_draft(other, revised),
        instead=other.id if other else None,
        revises=revised.id if revised else "",
    )


def _about_draft(other: Summary | None, revised: Summary | None) -> str:
    if other is not None:
        return f"You have a draft of this answer, shown here. It is newer than {_named(other)}."
    if revised is not None:
        return f"Your draft, not scored yet. It revises {_named(revised)}."
    return "Your draft, as you left it."


def _named(attempt: Summary) -> str:
    return f"attempt {attempt.ordinal}"
