"""Set a new password with the recovery code."""

from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse

from app.accounts import Accounts, Recovered
from app.web.account_pages import CodePage, RecoverPage
from app.web.asking import address_of, asker, browser_of, remember, sign_in
from app.web.needs import TheAccounts, TheHashing
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/recover", include_in_schema=False)

_log = structlog.get_logger(__name__)


@router.get("")
def show(request: Request) -> HTMLResponse:
    """Ask for the recovery code and a new password."""
    return render(request, RecoverPage(title="Set a new password"))


@router.post("", dependencies=[CheckedForm])
async def recover(
    *,
    request: Request,
    accounts: TheAccounts,
    hashing: TheHashing,
    name: Annotated[str, Form()] = "",
    code: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
) -> HTMLResponse:
    """Set the new password, sign this browser in, and show the next recovery code, this once."""
    recovered = await hashing.run(_recover, request, accounts, name, code, password)
    said = "Your password is changed, this browser is signed in, and all others are signed out."
    response = render(request, CodePage(title="Your recovery code", said=said, code=recovered.code))
    remember(response, recovered.secret)
    return response


def _recover(
    request: Request, accounts: Accounts, name: str, code: str, password: str
) -> Recovered:
    recovered = accounts.recover(
        name, code, password, browser=browser_of(request), address=address_of(request)
    )
    sign_in(request, recovered.secret)
    person = asker(request)
    _log.info("password-recovered", learner=person.id if person else "")
    return recovered
