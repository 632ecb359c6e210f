"""Make an account by an invite."""

from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse

from app.accounts import Accounts, Joined
from app.web.account_forms import invite_page
from app.web.account_pages import CodePage
from app.web.asking import browser_of, remember, sign_in
from app.web.needs import TheAccounts, TheHashing
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/invite/{secret}", include_in_schema=False)

_log = structlog.get_logger(__name__)


@router.get("", name="show_invite")
def show(request: Request, secret: str, accounts: TheAccounts) -> HTMLResponse:
    """Ask for a name and a password; looking at an invite does not use it up."""
    return render(request, invite_page(request, accounts.invited(secret)))


@router.post("", dependencies=[CheckedForm])
async def join(
    *,
    request: Request,
    secret: str,
    accounts: TheAccounts,
    hashing: TheHashing,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """Make the account, sign its browser in, and show the recovery code, this once."""
    joined = await hashing.run(_join, request, accounts, secret, name, password)
    said = "Your account is made, and you are signed in."
    response = render(request, CodePage(title="Your recovery code", said=said, code=joined.code))
    remember(response, joined.secret)
    return response


def _join(request: Request, accounts: Accounts, secret: str, name: str, password: str) -> Joined:
    joined = accounts.join(secret, name, password, browser=browser_of(request))
    sign_in(request, joined.secret)
    _log.info("account-made", learner=joined.learner)
    return joined
