"""The live coach: what may be said about an answer while it is being written."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse

from app.web.coaching import coaching_page
from app.web.needs import KeepsPace, TheCoach
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/questions/{question_id}", include_in_schema=False)


@router.post("/coach", dependencies=[CheckedForm, KeepsPace])
def coach_on(
    request: Request,
    question_id: str,
    coach: TheCoach,
    answer: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """Say how far an unfinished answer got and what is wrong in it; nothing is kept or logged."""
    return render(request, coaching_page(coach.live(question_id, answer)))
