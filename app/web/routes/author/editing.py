"""Write a question and its rubric: the editor, what it says as one types, and drafts."""

from typing import Annotated, Literal

import structlog
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from app.web.author.asking import DiscardPage
from app.web.author.editing import (
    clash_page,
    editor_page,
    look_page,
    seen_of,
    texts_from,
    typed_page,
)
from app.web.author.heads import TABS, head_of
from app.web.author.needs import TheCopy, TheNames
from app.web.long_forms import LongForms
from app.web.needs import Author, DbSession, KeepsPace, TheAuthoring
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/author/questions/{question_id}", route_class=LongForms)

_log = structlog.get_logger(__name__)

Sent = Annotated[str, Form()]
Sum = Annotated[str, Form(max_length=64)]


@router.get("")
def show(request: Request, desk: TheAuthoring, copy: TheCopy) -> HTMLResponse:
    """Show both texts with what is wrong with them."""
    return render(request, editor_page(desk, copy))


@router.post("", dependencies=[CheckedForm])
def write(
    *,
    request: Request,
    desk: TheAuthoring,
    session: DbSession,
    author: Author,
    names: TheNames,
    copy: TheCopy,
    question: Sent = "",
    rubric: Sent = "",
    base: Sum = "",
    seen: Sum = "",
    do: Annotated[Literal["check", "save"], Form()] = "save",
    go: Annotated[str, Form(max_length=16)] = "write",
) -> Response:
    """Check what was typed, or keep it and go on to another page about the question."""
    typed = texts_from(question, rubric)
    if do == "check":
        return render(request, typed_page(desk, copy, typed, base=base, seen=seen))
    held = desk.working_copy(session, copy.id)
    if held.texts != typed:
        if held.is_draft and seen_of(held) != seen:
            return render(request, clash_page(desk, held, typed, base, names(held.author)), 409)
        desk.keep(session, author, copy.id, typed, base or held.base)
        _log.info("draft-kept", author=author, question=copy.id)
    return RedirectResponse(head_of(copy).to(go if go in TABS else "write"), status_code=303)


@router.post("/look", dependencies=[CheckedForm, KeepsPace])
def look(
    request: Request, desk: TheAuthoring, copy: TheCopy, question: Sent = "", rubric: Sent = ""
) -> HTMLResponse:
    """Say what is wrong with what has been typed so far, and how it reads; nothing is kept."""
    return render(request, look_page(desk, copy, texts_from(question, rubric)))


@router.post("/draft", dependencies=[CheckedForm])
def keep(
    *,
    desk: TheAuthoring,
    session: DbSession,
    author: Author,
    question_id: str,
    question: Sent = "",
    rubric: Sent = "",
    base: Sum = "",
    seen: Sum = "",
) -> Response:
    """Keep what has been typed so far; 409 when another draft was kept meanwhile."""
    typed = texts_from(question, rubric)
    held = desk.working_copy(session, question_id)
    if held.is_draft and held.texts != typed and seen_of(held) != seen:
        return Response(status_code=409)
    kept = desk.keep(session, author, question_id, typed, base or held.base)
    _log.info("draft-kept", author=author, question=question_id, by="script")
    return JSONResponse({"seen": seen_of(kept), "says": "Draft saved"})


@router.get("/discard")
def ask_to_discard(request: Request, copy: TheCopy) -> HTMLResponse:
    """Ask before a draft is let go."""
    page = DiscardPage(title="Discard the draft?", head=head_of(copy))
    return render(request, page)


@router.post("/discard", dependencies=[CheckedForm])
def discard(
    desk: TheAuthoring, session: DbSession, author: Author, copy: TheCopy
) -> RedirectResponse:
    """Let a draft go; what is published stays."""
    desk.discard(session, copy.id)
    _log.info("draft-discarded", author=author, question=copy.id)
    address = head_of(copy).address if copy.is_published or copy.is_lexicon else "/author"
    return RedirectResponse(address, status_code=303)
