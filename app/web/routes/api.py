"""The JSON API: questions, attempts and model answers for programs, at /api/v1."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from starlette.exceptions import HTTPException

from app.coach import NothingToScore
from app.content.question import Difficulty
from app.db.attempts import Attempt, Summary
from app.db.forms import Form
from app.web.api_data import (
    Answer,
    ErrorReply,
    ModelAnswer,
    QuestionDetail,
    QuestionLine,
    Submitted,
    model_answer,
    question_detail,
    question_line,
)
from app.web.browsing import Filters, cards
from app.web.needs import DbSession, Learner, TheCoach


def _only_json(request: Request) -> None:
    """A form of another site can send text and forms here, but not JSON."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise HTTPException(415)


def _asked(
    q: Annotated[
        str, Query(max_length=200, description="Words; typing mistakes are forgiven")
    ] = "",
    category: Annotated[str, Query(max_length=64)] = "",
    difficulty: Difficulty | None = None,
    topic: Annotated[str, Query(max_length=400)] = "",
    company: Annotated[str, Query(max_length=400)] = "",
) -> Filters:
    return Filters(q, category, difficulty or "", topic, company)


NOT_FOUND: dict[int | str, dict[str, Any]] = {
    404: {"model": ErrorReply, "description": "No such question or attempt"}
}
JSON_ONLY: dict[int | str, dict[str, Any]] = {
    413: {"model": ErrorReply, "description": "Too long"},
    415: {"model": ErrorReply, "description": "Not JSON"},
}

router = APIRouter(
    prefix="/api/v1",
    tags=["api"],
    responses={
        401: {"model": ErrorReply, "description": "Nobody is signed in; in shared mode only"},
        403: {"model": ErrorReply, "description": "Sent by another site"},
        422: {"model": ErrorReply, "description": "Not as described here"},
        503: {"model": ErrorReply, "description": "The database cannot be used; nothing was kept"},
    },
)


@router.get("/questions")
def list_questions(
    filters: Annotated[Filters, Depends(_asked)],
    coach: TheCoach,
    session: DbSession,
    learner: Learner,
) -> tuple[QuestionLine, ...]:
    """The questions that pass all filters, the best match first."""
    questions = coach.holder.bank.questions
    best = coach.best_scores(session, learner)
    found = cards(questions.values(), filters, best)
    return tuple(question_line(questions[card.id], card.best) for card in found)


@router.get("/questions/{question_id}", responses=NOT_FOUND)
def show_question(
    question_id: str, coach: TheCoach, session: DbSession, learner: Learner
) -> QuestionDetail:
    """One question; with its model answer once that may be seen."""
    question = coach.question(question_id)
    rubric = coach.holder.bank.rubrics[question_id]
    best = coach.best_scores(session, learner).get(question_id)
    seen = coach.may_see_model_answer(session, learner, question_id)
    return question_detail(question, rubric, best, seen=seen)


@router.post("/questions/{question_id}/reveal", responses=NOT_FOUND)
def reveal(question_id: str, coach: TheCoach, session: DbSession, learner: Learner) -> ModelAnswer:
    """Show the model answer before answering; that it was asked for is recorded."""
    coach.reveal(session, learner, question_id)
    return model_answer(coach.question(question_id))


@router.post(
    "/questions/{question_id}/attempts",
    status_code=201,
    dependencies=[Depends(_only_json)],
    responses={
        200: {"model": Submitted, "description": "Nothing to score: the text is empty"},
        **NOT_FOUND,
        **JSON_ONLY,
    },
)
def submit(
    question_id: str,
    answer: Answer,
    response: Response,
    *,
    coach: TheCoach,
    session: DbSession,
    learner: Learner,
) -> Submitted:
    """Score an answer and keep it. An empty one is reported on and not kept."""
    form = Form(answer.token or coach.new_id())
    try:
        attempt_id = coach.submit(
            session,
            learner,
            question_id,
            answer.text,
            form,
            seconds=answer.seconds,
            revises=answer.revises,
        )
    except NothingToScore as nothing:
        response.status_code = 200
        return Submitted(id=None, report=nothing.report)
    response.headers["Location"] = f"{router.prefix}/attempts/{attempt_id}"
    return Submitted(id=attempt_id, report=coach.attempt(session, learner, attempt_id).report)


@router.get("/questions/{question_id}/attempts", responses=NOT_FOUND)
def list_attempts(
    question_id: str, coach: TheCoach, session: DbSession, learner: Learner
) -> tuple[Summary, ...]:
    """The attempts at a question, newest first."""
    return coach.attempts_of(session, learner, coach.question(question_id).id)


@router.get("/attempts/{attempt_id}", responses=NOT_FOUND)
def show_attempt(attempt_id: str, coach: TheCoach, session: DbSession, learner: Learner) -> Attempt:
    """One attempt: the answer as it was sent, and the report as it was said."""
    return coach.attempt(session, learner, attempt_id)


@router.delete("/attempts/{attempt_id}", status_code=204, responses=NOT_FOUND)
def delete_attempt(attempt_id: str, coach: TheCoach, session: DbSession, learner: Learner) -> None:
    """Delete an attempt and its notes for good."""
    coach.delete_attempt(session, learner, attempt_id)
