"""One question: reading it, drafting an answer, submitting it."""

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import Field

from app.db.forms import LAST_REVISION
from app.db.forms import Form as SentForm
from app.web.needs import DbSession, Learner, TheCoach
from app.web.question_pages import question_page
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/questions/{question_id}", include_in_schema=False)

LONGEST_SITTING = 7 * 24 * 3600
"""Seconds; a tab that stayed open longer says nothing about the time spent."""

Answer = Annotated[str, Form()]
Token = Annotated[str, Form(alias="form", max_length=64)]
Revision = Annotated[int, Form(), Field(ge=0, le=LAST_REVISION)]
Seconds = Annotated[int | None, Form(), Field(ge=0)]
Revises = Annotated[str, Form(max_length=64)]


@router.get("")
def show(
    *,
    request: Request,
    question_id: str,
    coach: TheCoach,
    session: DbSession,
    learner: Learner,
    earlier: Annotated[str | None, Query(alias="from", max_length=64)] = None,
) -> HTMLResponse:
    """Show a question with its answer box."""
    return render(request, question_page(coach, session, learner, question_id, earlier))


@router.post("/attempts", dependencies=[CheckedForm])
def submit(
    *,
    question_id: str,
    coach: TheCoach,
    session: DbSession,
    learner: Learner,
    answer: Answer = "",
    token: Token = "",
    revision: Revision = LAST_REVISION,
    seconds: Seconds = None,
    revises: Revises = "",
) -> RedirectResponse:
    """Score an answer, then redirect, so that reloading the report does not submit it twice."""
    form = SentForm(token or coach.new_id(), revision)
    spent = seconds if seconds is not None and seconds <= LONGEST_SITTING else None
    attempt_id = coach.submit(
        session, learner, question_id, answer, form, seconds=spent, revises=revises
    )
    return RedirectResponse(f"/attempts/{attempt_id}", status_code=303)


@router.post("/draft", dependencies=[CheckedForm])
def save_draft(
    *,
    question_id: str,
    coach: TheCoach,
    session: DbSession,
    learner: Learner,
    answer: Answer = "",
    token: Token = "",
    revision: Revision = LAST_REVISION,
    revises: Revises = "",
) -> Response:
    """Keep what has been typed so far: 204, or 200 when the site has something newer.

    A draft that is late is no error: the browser sends one beside each answer, for the case that
    scoring fails, and would complain of it in its console.
    """
    form = SentForm(token, revision)
    kept = coach.save_draft(session, learner, question_id, answer, form, revises=revises)
    return Response(status_code=204 if kept else 200)
