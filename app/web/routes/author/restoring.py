"""Bring an earlier version back, also of a question that was removed."""

import structlog
from fastapi import APIRouter
from fastapi.responses import RedirectResponse

from app.web.author.heads import address_of
from app.web.needs import Author, DbSession, TheAuthoring
from app.web.security import CheckedForm

router = APIRouter(prefix="/author/versions/{version_id}/restore")

_log = structlog.get_logger(__name__)


@router.post("", dependencies=[CheckedForm])
def restore(
    desk: TheAuthoring, session: DbSession, author: Author, version_id: str
) -> RedirectResponse:
    """Make a version the draft of its question, and go to look at it."""
    copy = desk.restore(session, author, version_id)
    _log.info("version-restored", author=author, question=copy.id, version=version_id)
    return RedirectResponse(address_of(copy.id), status_code=303)
