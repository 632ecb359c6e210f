"""Delete one's own account with everything one made."""

from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from app.web.account_pages import LeavePage
from app.web.asking import address_of, forget
from app.web.needs import DbSession, TheAccounts, TheCoach, TheHashing, ThePerson
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/account/delete", include_in_schema=False)

_log = structlog.get_logger(__name__)


@router.get("")
def ask(request: Request, coach: TheCoach, session: DbSession, person: ThePerson) -> HTMLResponse:
    """Ask before the account is deleted."""
    count = coach.attempt_count(session, person.id)
    return render(request, LeavePage(title="Delete your account?", attempts=count))


@router.post("", dependencies=[CheckedForm])
async def leave(
    *,
    request: Request,
    accounts: TheAccounts,
    hashing: TheHashing,
    person: ThePerson,
    old: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Delete the account of who knows its password."""
    await hashing.run(accounts.leave, person, old, address=address_of(request))
    _log.info("account-deleted", learner=person.id)
    response = RedirectResponse("/sign-in?left=deleted", status_code=303)
    forget(request, response)
    return response
