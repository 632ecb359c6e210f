"""Earlier versions of a question: list and compare."""

from typing import Annotated

import structlog
from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from sqlalchemy.orm import Session

from app.authoring.desk import AuthorsDesk
from app.authoring.versions import UnknownVersion
from app.authoring.working import Texts, WorkingCopy
from app.web.author.needs import TheCopy, TheNames
from app.web.author.versions import (
    DRAFT,
    NOW,
    compare,
    sides_of,
    texts_in,
    versions_page,
)
from app.web.needs import DbSession, TheAuthoring
from app.web.rendering import render

router = APIRouter(prefix="/author/questions/{question_id}/versions")

_log = structlog.get_logger(__name__)

Asked = Annotated[str, Query(max_length=64)]
"""Key of a side of a comparison."""


@router.get("")
def show(
    *,
    request: Request,
    desk: TheAuthoring,
    session: DbSession,
    names: TheNames,
    copy: TheCopy,
    before: Asked = "",
    after: Asked = "",
) -> HTMLResponse:
    """Show all versions, and how one asked for became another."""
    versions = desk.versions(session, copy.id)
    compared = None
    if before and after:
        sides = {side.key: side for side in sides_of(copy, versions)}
        if before not in sides or after not in sides:
            raise UnknownVersion(before)
        compared = compare(
            sides[before],
            _texts(desk, session, copy, before),
            sides[after],
            _texts(desk, session, copy, after),
        )
    return render(request, versions_page(copy, versions, names, compared))


def _texts(desk: AuthorsDesk, session: Session, copy: WorkingCopy, key: str) -> Texts:
    if key == NOW:
        return copy.published
    if key == DRAFT:
        return copy.texts
    return texts_in(desk.version(session, key))
