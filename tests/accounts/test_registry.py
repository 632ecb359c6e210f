"""Promises of app/accounts/registry.py: who asks, in either mode."""

from app.accounts import Accounts, Person
from app.db.learners import PERSONAL
from tests.accounts.test_signing_in import secret


def personal(accounts: Accounts) -> Accounts:
    """The same database in personal mode."""
    return Accounts(accounts.sessions, clock=accounts.clock)


def test_a_personal_installation_has_one_learner_who_need_not_sign_in(accounts: Accounts) -> None:
    assert personal(accounts).who("") == Person(PERSONAL, "", "learner")


def test_an_author_of_a_shared_site_is_not_the_author_of_a_personal_one(
    accounts: Accounts,
) -> None:
    assert personal(accounts).who(secret(accounts, "ada")) == Person(PERSONAL, "", "learner")


def test_the_author_of_a_personal_installation_is_nobody_at_a_shared_one(
    accounts: Accounts,
) -> None:
    alone = personal(accounts)
    cookie = alone.open_author_link(alone.make_author_link(), "Firefox")
    assert alone.who(cookie) is not None
    assert accounts.who(cookie) is None
