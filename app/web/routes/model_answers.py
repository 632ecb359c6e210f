"""The model answer of a question: asking for it, reading it, comparing an answer with it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from app.web.model_pages import beside_page, model_page
from app.web.needs import DbSession, Learner, TheCoach
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/questions/{question_id}", include_in_schema=False)


@router.get("/model-answer")
def show(
    request: Request, question_id: str, coach: TheCoach, session: DbSession, learner: Learner
) -> Response:
    """Show the model answer, or the button that shows it."""
    return render(request, model_page(coach, session, learner, question_id))


@router.get("/model-answer/compare")
def compare(
    *,
    request: Request,
    question_id: str,
    coach: TheCoach,
    session: DbSession,
    learner: Learner,
    attempt: Annotated[str | None, Query(max_length=64)] = None,
) -> Response:
    """Show an attempt beside the model answer; without any attempt, the model answer's page."""
    page = beside_page(coach, session, learner, question_id, attempt)
    if page is None:
        return RedirectResponse(f"/questions/{question_id}/model-answer", status_code=303)
    return render(request, page)


@router.post("/reveal", dependencies=[CheckedForm])
def reveal(
    question_id: str, coach: TheCoach, session: DbSession, learner: Learner
) -> RedirectResponse:
    """Record that the learner wants to see the model answer, and show it."""
    coach.reveal(session, learner, question_id)
    return RedirectResponse(f"/questions/{question_id}/model-answer", status_code=303)
