"""Sign in with a name and a password, and sign out."""

from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from app.accounts import Accounts
from app.web.account_pages import Farewell, GoOnPage, SignInPage
from app.web.asking import address_of, asker, browser_of, forget, remember, sign_in
from app.web.kept_forms import carried_form, own_address
from app.web.long_forms import LongForms
from app.web.needs import TheAccounts, TheHashing
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(include_in_schema=False, route_class=LongForms)

_log = structlog.get_logger(__name__)


@router.get("/sign-in")
def show(
    request: Request,
    to: Annotated[str, Query(alias="next")] = "/",
    left: Annotated[Farewell, Query()] = "",
) -> Response:
    """Ask for name and password; who is signed in goes on."""
    if asker(request) is not None:
        return RedirectResponse(own_address(to), status_code=303)
    return render(request, SignInPage(title="Sign in", next=own_address(to), farewell=left))


@router.post("/sign-in", dependencies=[CheckedForm])
async def submit(
    *,
    request: Request,
    accounts: TheAccounts,
    hashing: TheHashing,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    to: Annotated[str, Form(alias="next")] = "/",
) -> Response:
    """Sign this browser in and go on; a form that waited is shown with a button to send it."""
    kept = carried_form(await request.form())
    secret = await hashing.run(_enter, request, accounts, name, password)
    response: Response = RedirectResponse(own_address(to), status_code=303)
    if kept is not None:
        response = render(request, GoOnPage(title="Go on where you were", kept=kept))
    remember(response, secret)
    return response


@router.post("/sign-out", dependencies=[CheckedForm])
def leave(request: Request, accounts: TheAccounts) -> RedirectResponse:
    """Sign this browser out."""
    _end_present(request, accounts)
    response = RedirectResponse("/sign-in?left=out", status_code=303)
    forget(request, response)
    return response


def _enter(request: Request, accounts: Accounts, name: str, password: str) -> str:
    secret = accounts.sign_in(
        name, password, browser=browser_of(request), address=address_of(request)
    )
    _end_present(request, accounts)
    sign_in(request, secret)
    person = asker(request)
    _log.info("signed-in", learner=person.id if person else "", browser=browser_of(request))
    return secret


def _end_present(request: Request, accounts: Accounts) -> None:
    """End the sign-in that this browser comes with, if it has one."""
    person = asker(request)
    if person is not None and person.sign_in:
        accounts.sign_out(person, person.sign_in)
        _log.info("signed-out", learner=person.id)
