"""The list of questions."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from app.web.browsing import Filters, cards, fields
from app.web.needs import DbSession, Learner, TheCoach
from app.web.pages import BrowsePage
from app.web.rendering import render

router = APIRouter(include_in_schema=False)

Asked = Annotated[str, Query(max_length=200)]
"""One filter of the address."""


@router.get("/")
def browse(
    *,
    request: Request,
    coach: TheCoach,
    session: DbSession,
    learner: Learner,
    q: Asked = "",
    category: Asked = "",
    difficulty: Asked = "",
    topic: Asked = "",
    company: Asked = "",
) -> HTMLResponse:
    """Show the questions that pass the filters of the address."""
    filters = Filters(q, category, difficulty, topic, company)
    questions = tuple(coach.holder.bank.questions.values())
    page = BrowsePage(
        title="Questions",
        cards=cards(questions, filters, coach.best_scores(session, learner)),
        fields=fields(questions, filters),
        filters=filters,
        total=len(questions),
    )
    return render(request, page)
