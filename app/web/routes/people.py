"""For authors: who has an account, as what, and the invites by which others get one."""

from typing import Annotated

import structlog
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import Field

from app.accounts import Role
from app.accounts.joining import INVITE_DAYS
from app.web.account_forms import people_page
from app.web.needs import Author, TheAccounts
from app.web.rendering import render
from app.web.security import CheckedForm

router = APIRouter(prefix="/author/people", include_in_schema=False)

Days = Annotated[int, Form(), Field(ge=1, le=max(INVITE_DAYS))]

_log = structlog.get_logger(__name__)


@router.get("")
def show(request: Request, accounts: TheAccounts, author: Author) -> HTMLResponse:
    """Show everybody and the open invites."""
    return render(request, people_page(request, accounts, author))


@router.post("/invites", dependencies=[CheckedForm])
def invite(
    *,
    request: Request,
    accounts: TheAccounts,
    author: Author,
    role: Annotated[Role, Form()] = "learner",
    days: Days = INVITE_DAYS[1],
) -> HTMLResponse:
    """Make an invite and show its link, this once."""
    secret = accounts.invite(role, days=days, made_by=author)
    _log.info("invite-made", author=author, role=role, days=days)
    link = str(request.url_for("show_invite", secret=secret))
    return render(request, people_page(request, accounts, author, link=link))


@router.post("/invites/{invite_id}/end", dependencies=[CheckedForm])
def end_invite(invite_id: str, accounts: TheAccounts, author: Author) -> RedirectResponse:
    """Let an invite make no account any more."""
    accounts.end_invite(invite_id)
    _log.info("invite-ended", author=author, invite=invite_id)
    return RedirectResponse("/author/people#invites", status_code=303)


@router.post("/{learner_id}/role", dependencies=[CheckedForm])
def set_role(
    *,
    learner_id: str,
    accounts: TheAccounts,
    author: Author,
    role: Annotated[Role, Form()],
) -> RedirectResponse:
    """Make somebody an author, or a learner again; they are signed out everywhere."""
    accounts.set_role(learner_id, role)
    _log.info("role-set", author=author, learner=learner_id, role=role)
    return RedirectResponse("/author/people", status_code=303)
