"""The pages with forms about accounts."""

from typing import Literal

from fastapi import Request

from app.accounts import Accounts, Invite, Person
from app.accounts.joining import INVITE_DAYS
from app.settings import LOOPBACK
from app.web.account_pages import AccountPage, InvitePage, PeoplePage


def invite_page(request: Request, invite: Invite, name: str = "", problem: str = "") -> InvitePage:
    """Asks whoever was invited for a name and a password."""
    return InvitePage(
        title="You are invited",
        action=request.url.path,
        role=invite.role,
        expires_at=invite.expires_at,
        name=name,
        problem=problem,
    )


def account_page(
    accounts: Accounts,
    person: Person,
    *,
    said: str = "",
    problem: str = "",
    about: Literal["", "password", "code"] = "",
) -> AccountPage:
    """One's own account.

    Args:
        about: the form that `problem` is about.
    """
    return AccountPage(
        title="Your account",
        name=person.name,
        role=person.role,
        sign_ins=accounts.signed_in_at(person),
        here=person.sign_in,
        said=said,
        problem=problem,
        about=about,
    )


def people_page(
    request: Request, accounts: Accounts, author: str, *, link: str = "", problem: str = ""
) -> PeoplePage:
    """Everybody who has an account, and the open invites."""
    return PeoplePage(
        title="People",
        people=accounts.everybody(),
        invites=accounts.open_invites(),
        me=author,
        days=INVITE_DAYS,
        link=link,
        only_here=request.url.hostname in LOOPBACK,
        problem=problem,
    )
