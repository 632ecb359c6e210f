"""Put drafts before learners."""

from typing import Annotated
from urllib.parse import urlencode

import structlog
from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from app.authoring.working import Conflict
from app.content.problems import ContentError
from app.content.tree import LEXICON_ID
from app.web.author.publishing import PublishedPage, changes_page, not_published
from app.web.needs import Author, DbSession, TheAuthoring
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/author")

MOST = 5_000
"""Questions published at once: more than any bank holds."""

_log = structlog.get_logger(__name__)


@router.post("/publish", dependencies=[CheckedForm])
def publish(
    request: Request,
    desk: TheAuthoring,
    author: Author,
    question: Annotated[tuple[str, ...], Form(max_length=MOST)] = (),
) -> Response:
    """Publish drafts together or not at all."""
    try:
        done = desk.publish(author, question)
    except ContentError as error:
        _log.info("not-published", author=author, questions=question, problems=len(error.problems))
        return render(request, not_published(error.problems), 422)
    except Conflict as error:
        _log.info("not-published", author=author, questions=question, conflict=True)
        pages = [changes_page(copy, desk.examine(copy)) for copy in error.copies]
        return render(request, not_published(behind=pages), 409)
    _log.info("published", author=author, questions=done.ids, files=done.files)
    sent = urlencode([("question", id_) for id_ in done.ids])
    return RedirectResponse(f"/author/published?{sent}", status_code=303)


@router.get("/published")
def published(
    request: Request,
    desk: TheAuthoring,
    session: DbSession,
    question: Annotated[tuple[str, ...], Query(max_length=MOST)] = (),
) -> HTMLResponse:
    """Say what learners can see now, in this process or within a second."""
    held = {each.id: each.title for each in desk.listing(session) if each.is_published}
    page = PublishedPage(
        title="Published",
        questions=tuple((id_, held[id_]) for id_ in question if id_ in held),
        lexicon=LEXICON_ID in question,
    )
    return render(request, page)
