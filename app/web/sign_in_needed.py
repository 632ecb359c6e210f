"""Answer who has to sign in first: nothing that was typed is lost on the way."""

from contextlib import suppress
from typing import cast
from urllib.parse import urlencode

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from app.web.account_pages import SignInPage
from app.web.forms_again import note_again
from app.web.kept_forms import address_before, asked_address, kept_form
from app.web.needs import READING_METHODS
from app.web.refusals import PLAIN, Refusal, SignInNeeded, as_json, wants_json
from app.web.rendering import asks_for_fragment, render
from app.web.routes import attempts

SIGN_IN = "/sign-in"

NOTE_WAITS = Refusal(
    401,
    "sign-in-needed",
    "You are signed out by now. Sign in on another tab, then save this note once more.",
)

NO_FILES = "You are signed out by now. Files cannot wait here: sign in, then choose them again."


async def ask_to_sign_in(request: Request, error: Exception) -> Response:
    """The sign-in page; with the form that was sent, if one was."""
    refused = PLAIN[type(cast("SignInNeeded", error))]
    if wants_json(request):
        return as_json(refused)
    if request.method in READING_METHODS:
        return _redirect(request)
    if _brings_files(request):
        await _let_pass(request)
        ask = SignInPage(title="Please sign in", next=address_before(request), problem=NO_FILES)
        return await run_in_threadpool(render, request, ask, refused.status)
    form = await _form(request)
    if asks_for_fragment(request) and request.scope.get("endpoint") is attempts.note:
        page = note_again(request, NOTE_WAITS, form)
        return await run_in_threadpool(render, request, page, refused.status)
    ask = SignInPage(title="Please sign in", kept=kept_form(request, form))
    return await run_in_threadpool(render, request, ask, refused.status)


def _brings_files(request: Request) -> bool:
    """Only forms with files are sent this way here; a stranger's are not even unpacked."""
    return request.headers.get("content-type", "").startswith("multipart/")


async def _form(request: Request) -> FormData:
    """What was sent; nothing if it was no form that can be read."""
    try:
        return await request.form()
    except HTTPException:
        return FormData()


async def _let_pass(request: Request) -> None:
    """Hear the request out: a browser that is cut short shows an error and not our reply."""
    with suppress(HTTPException):  # it is longer than may be sent
        async for _ in request.stream():
            pass


def _redirect(request: Request) -> Response:
    """Go and sign in; htmx, which asks for a part of a page, goes with the whole window."""
    address = f"{SIGN_IN}?{urlencode({'next': asked_address(request)})}"
    if asks_for_fragment(request):
        return Response(status_code=401, headers={"HX-Redirect": address})
    return RedirectResponse(address, status_code=303)
