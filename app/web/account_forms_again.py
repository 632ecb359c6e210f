"""Forms about accounts that were refused: filled again, but for passwords."""

from collections.abc import Callable
from functools import partial
from typing import Any, Literal, cast

from fastapi import Request
from starlette.datastructures import FormData

from app.accounts import Accounts, UnknownLink
from app.db.failures import StorageError
from app.web.account_forms import account_page, invite_page, people_page
from app.web.account_pages import LeavePage, RecoverPage, SignInPage
from app.web.asking import asker
from app.web.forms_again import field_of
from app.web.kept_forms import carried_form, own_address
from app.web.pages import Page
from app.web.refusals import Refusal
from app.web.routes import account, joining, leaving, people, recovering, sign_in

UNKNOWN = 404
"""The form is about something that is no more: there is nothing to fill in again."""


def account_form_again(request: Request, refused: Refusal, form: FormData) -> Page | None:
    """The page of a form that was refused; None if it was not about accounts."""
    again = AGAIN.get(cast("Any", request.scope.get("endpoint")))
    if again is None or refused.status == UNKNOWN or not form:
        return None
    try:
        return again(request, refused.message, form)
    except (UnknownLink, StorageError):
        return None


def _sign_in(_request: Request, problem: str, form: FormData) -> Page:
    return SignInPage(
        title="Sign in",
        next=own_address(field_of(form, "next")),
        name=field_of(form, "name"),
        problem=problem,
        kept=carried_form(form),
    )


def _invite(request: Request, problem: str, form: FormData) -> Page:
    invite = _accounts(request).invited(request.path_params["secret"])
    return invite_page(request, invite, field_of(form, "name"), problem)


def _recover(_request: Request, problem: str, form: FormData) -> Page:
    return RecoverPage(
        title="Set a new password",
        name=field_of(form, "name"),
        code=field_of(form, "code"),
        problem=problem,
    )


def _account(
    request: Request, problem: str, _form: FormData, about: Literal["password", "code"]
) -> Page | None:
    person = asker(request)
    if person is None:
        return None
    return account_page(_accounts(request), person, problem=problem, about=about)


def _leave(_request: Request, problem: str, _form: FormData) -> Page:
    return LeavePage(title="Delete your account?", problem=problem)


def _people(request: Request, problem: str, _form: FormData) -> Page | None:
    person = asker(request)
    return people_page(request, _accounts(request), person.id, problem=problem) if person else None


def _accounts(request: Request) -> Accounts:
    return cast("Accounts", request.app.state.accounts)


AGAIN: dict[Callable[..., Any], Callable[[Request, str, FormData], Page | None]] = {
    sign_in.submit: _sign_in,
    joining.join: _invite,
    recovering.recover: _recover,
    account.change_password: partial(_account, about="password"),
    account.new_recovery_code: partial(_account, about="code"),
    leaving.leave: _leave,
    people.set_role: _people,
    people.invite: _people,
}
"""By the route that refused."""
