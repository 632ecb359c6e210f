"""What publishing a draft would change, and whether it stands over what was published meanwhile."""

from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from app.web.author.heads import head_of
from app.web.author.needs import TheCopy
from app.web.author.publishing import changes_page
from app.web.needs import Author, DbSession, TheAuthoring
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/author/questions/{question_id}/changes")

_log = structlog.get_logger(__name__)


@router.get("")
def show(request: Request, desk: TheAuthoring, copy: TheCopy) -> HTMLResponse:
    """Show what publishing the draft would change."""
    return render(request, changes_page(copy, desk.examine(copy)))


@router.post("", dependencies=[CheckedForm])
def prefer(
    desk: TheAuthoring,
    session: DbSession,
    author: Author,
    copy: TheCopy,
    published: Annotated[str, Form(max_length=64)],
) -> RedirectResponse:
    """Let the draft stand over what was published meanwhile, which the author has seen.

    Args:
        published: sum of what the author saw; what has changed since then is shown first.
    """
    if copy.is_draft and published == copy.disk_base:
        desk.keep(session, author, copy.id, copy.texts, copy.disk_base)
        _log.info("draft-preferred", author=author, question=copy.id)
    return RedirectResponse(head_of(copy).to("changes"), status_code=303)
