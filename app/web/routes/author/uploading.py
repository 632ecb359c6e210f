"""Take files in: YAML or zips become drafts, all or none."""

from collections.abc import AsyncIterator
from typing import Annotated

import structlog
from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse
from starlette.datastructures import UploadFile

from app.authoring.receiving import Upload
from app.authoring.unpacking import MOST_FILES
from app.content.problems import ContentError
from app.web.author.uploading import upload_page, uploaded_page
from app.web.needs import Author, DbSession, TheAuthoring
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/author/upload")

_log = structlog.get_logger(__name__)


async def _many_files(request: Request) -> AsyncIterator[None]:
    """Read the form before anybody else does: without this no more than 1,000 files are taken."""
    await request.form(max_files=MOST_FILES + 1, max_fields=100)
    try:
        yield
    finally:
        await request.close()  # and with it the files, which may lie on disk by now


async def _uploads(request: Request) -> tuple[Upload, ...]:
    files = (await request.form()).getlist("file")
    return tuple(
        [(file.filename or "", await file.read()) for file in files if isinstance(file, UploadFile)]
    )


@router.get("")
def ask(request: Request) -> HTMLResponse:
    """Show the form for files."""
    return render(request, upload_page())


@router.post("", dependencies=[Depends(_many_files), CheckedForm])
def take(
    request: Request,
    desk: TheAuthoring,
    session: DbSession,
    author: Author,
    uploads: Annotated[tuple[Upload, ...], Depends(_uploads)],
) -> HTMLResponse:
    """Make drafts of the files, or say everything that is wrong with them."""
    try:
        received = desk.receive(session, author, uploads)
    except ContentError as error:
        _log.info("upload-refused", author=author, problems=len(error.problems))
        return render(request, upload_page(error.problems), 422)
    _log.info("uploaded", author=author, questions=received.ids)
    titles = {each.id: each.title for each in desk.listing(session)}
    return render(request, uploaded_page(received, titles))
