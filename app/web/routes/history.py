"""What was done before: attempts, where they are kept, and deleting all of it."""

from typing import cast

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from app.content.bank import Bank
from app.web.charts import score_chart
from app.web.needs import DbSession, Learner, TheCoach
from app.web.pages import DataPage, DeleteEverythingPage, HistoryPage
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(include_in_schema=False)


@router.get("/questions/{question_id}/history")
def of_question(
    request: Request, question_id: str, coach: TheCoach, session: DbSession, learner: Learner
) -> HTMLResponse:
    """Show the attempts at one question, with their scores as a chart."""
    question = coach.question(question_id)
    rows = coach.attempts_of(session, learner, question_id)
    page = HistoryPage(
        title=f"History: {question.title}",
        question=question,
        rows=rows,
        titles=_titles(coach.holder.bank),
        chart=score_chart([(f"Attempt {row.ordinal}", row.score) for row in reversed(rows)]),
    )
    return render(request, page)


@router.get("/history")
def of_everything(
    request: Request, coach: TheCoach, session: DbSession, learner: Learner
) -> HTMLResponse:
    """Show the latest attempts at all questions."""
    page = HistoryPage(
        title="History",
        question=None,
        rows=coach.history(session, learner),
        titles=_titles(coach.holder.bank),
        chart=None,
    )
    return render(request, page)


@router.get("/data")
def data(request: Request, coach: TheCoach, session: DbSession, learner: Learner) -> HTMLResponse:
    """Show where the learner's data lives."""
    place = cast("str", request.app.state.place)
    page = DataPage(
        title="Your data",
        place=place,
        attempts=coach.attempt_count(session, learner),
        shares=coach.shares(session, learner),
        titles=_titles(coach.holder.bank),
    )
    return render(request, page)


@router.get("/data/delete")
def ask_to_delete(
    request: Request, coach: TheCoach, session: DbSession, learner: Learner
) -> HTMLResponse:
    """Ask before everything is deleted."""
    count = coach.attempt_count(session, learner)
    return render(request, DeleteEverythingPage(title="Delete everything?", attempts=count))


@router.post("/data/delete", dependencies=[CheckedForm])
def delete(coach: TheCoach, session: DbSession, learner: Learner) -> RedirectResponse:
    """Delete everything the learner has left here."""
    coach.delete_everything(session, learner)
    return RedirectResponse("/data", status_code=303)


def _titles(bank: Bank) -> dict[str, str]:
    return {question.id: question.title for question in bank.questions.values()}
