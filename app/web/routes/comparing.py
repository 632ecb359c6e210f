"""Two attempts at one question side by side."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from app.web.comparing import compare_page
from app.web.needs import DbSession, Learner, TheCoach
from app.web.rendering import render

router = APIRouter(include_in_schema=False)

Asked = Annotated[str | None, Query(max_length=64)]
"""Id of an attempt."""


@router.get("/questions/{question_id}/compare")
def compare(
    *,
    request: Request,
    question_id: str,
    coach: TheCoach,
    session: DbSession,
    learner: Learner,
    before: Asked = None,
    after: Asked = None,
    rubric: Literal["then", "today"] = "then",
) -> HTMLResponse:
    """Show two attempts, as they were scored then or scored again by today's rubric."""
    page = compare_page(
        *(coach, session, learner, question_id),
        before=before,
        after=after,
        today=rubric == "today",
    )
    return render(request, page)
