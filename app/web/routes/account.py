"""One's own account: the password, the recovery code, and where one is signed in."""

from typing import Annotated, Literal

import structlog
from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from app.web.account_forms import account_page
from app.web.account_pages import CodePage
from app.web.asking import address_of
from app.web.needs import TheAccounts, TheHashing, ThePerson
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/account", include_in_schema=False)

DONE = {
    "": "",
    "password": "Your password is changed, and your other browsers are signed out.",
    "ended": "That browser is signed out.",
    "elsewhere": "Your other browsers are signed out.",
}

_log = structlog.get_logger(__name__)


@router.get("")
def show(
    request: Request,
    accounts: TheAccounts,
    person: ThePerson,
    done: Annotated[Literal["", "password", "ended", "elsewhere"], Query()] = "",
) -> HTMLResponse:
    """Show the account and where it is signed in."""
    return render(request, account_page(accounts, person, said=DONE[done]))


@router.post("/password", dependencies=[CheckedForm])
async def change_password(
    *,
    request: Request,
    accounts: TheAccounts,
    hashing: TheHashing,
    person: ThePerson,
    old: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Set a new password for who knows the old one; other browsers are signed out."""
    address = address_of(request)
    await hashing.run(accounts.change_password, person, old, password, address=address)
    _log.info("password-changed", learner=person.id)
    return RedirectResponse("/account?done=password", status_code=303)


@router.post("/recovery-code", dependencies=[CheckedForm])
async def new_recovery_code(
    *,
    request: Request,
    accounts: TheAccounts,
    hashing: TheHashing,
    person: ThePerson,
    old: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """Show a new recovery code, this once; the one before works no more."""
    address = address_of(request)
    code = await hashing.run(accounts.new_recovery_code, person, old, address=address)
    _log.info("recovery-code-made", learner=person.id)
    said = "The recovery code you had before works no more."
    return render(request, CodePage(title="Your recovery code", said=said, code=code))


@router.post("/sign-ins/{sign_in_id}/end", dependencies=[CheckedForm])
def end(sign_in_id: str, accounts: TheAccounts, person: ThePerson) -> RedirectResponse:
    """Sign one of one's browsers out."""
    accounts.sign_out(person, sign_in_id)
    _log.info("signed-out", learner=person.id)
    return RedirectResponse("/account?done=ended#browsers", status_code=303)


@router.post("/sign-ins/end-others", dependencies=[CheckedForm])
def end_others(accounts: TheAccounts, person: ThePerson) -> RedirectResponse:
    """Sign every browser out but this one."""
    ended = accounts.sign_out_elsewhere(person)
    _log.info("signed-out-elsewhere", learner=person.id, browsers=ended)
    return RedirectResponse("/account?done=elsewhere#browsers", status_code=303)
