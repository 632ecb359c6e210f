"""Take a question away from learners, after asking."""

import structlog
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.content.problems import ContentError
from app.db import fares
from app.web.author.asking import RemovePage
from app.web.author.heads import head_of
from app.web.author.needs import TheCopy
from app.web.author.publishing import not_published
from app.web.needs import Author, DbSession, TheAuthoring
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/author/questions/{question_id}/remove")

_log = structlog.get_logger(__name__)


@router.get("")
def ask_to_remove(request: Request, session: DbSession, copy: TheCopy) -> HTMLResponse:
    """Ask before a question is taken away."""
    used = fares.usage(session).get(copy.id)
    page = RemovePage(
        title="Remove the question?",
        head=head_of(copy),
        attempts=used.attempts if used else 0,
    )
    return render(request, page)


@router.post("", dependencies=[CheckedForm])
def remove(request: Request, desk: TheAuthoring, author: Author, question_id: str) -> Response:
    """Take a question away from learners; its versions and their attempts stay."""
    try:
        desk.remove(author, question_id)
    except ContentError as error:
        return render(request, not_published(error.problems), 422)
    _log.info("question-removed", author=author, question=question_id)
    return RedirectResponse("/author#removed", status_code=303)
