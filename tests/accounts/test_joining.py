"""Promises of app/accounts/joining.py."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.accounts import Accounts, BadName, BadPassword, Joined, UnknownLink, UnknownPerson
from tests.accounts.conftest import PASSWORD, Clock


def join(accounts: Accounts, secret: str, name: str = "Bob") -> Joined:
    return accounts.join(secret, name, PASSWORD, browser="Firefox on Linux")


@pytest.mark.parametrize("role", ["learner", "author"])
def test_an_invite_makes_one_account_of_its_role(accounts: Accounts, role: str) -> None:
    secret = accounts.invite("author" if role == "author" else "learner", days=7)
    joined = join(accounts, secret)
    person = accounts.who(joined.secret)
    assert person is not None
    assert (person.name, person.role) == ("Bob", role)
    with pytest.raises(UnknownLink):
        join(accounts, secret, "Eve")


def test_of_two_who_use_it_at_once_one_gets_in(accounts: Accounts) -> None:
    secret = accounts.invite("learner", days=7)

    def attempt(name: str) -> str:
        try:
            join(accounts, secret, name)
        except UnknownLink:
            return ""
        return name

    with ThreadPoolExecutor(2) as pool:
        got = [name for name in pool.map(attempt, ["Bob", "Eve"]) if name]
    assert len(got) == 1
    assert [a.name for a in accounts.everybody()] == sorted(["Ada", "Alice", *got])


def test_looking_at_an_invite_does_not_use_it_up(accounts: Accounts) -> None:
    secret = accounts.invite("learner", days=7)
    assert accounts.invited(secret).role == "learner"
    join(accounts, secret)


def test_an_invite_runs_out(accounts: Accounts, clock: Clock) -> None:
    secret = accounts.invite("learner", days=1)
    clock.passes(days=1)
    with pytest.raises(UnknownLink):
        accounts.invited(secret)
    with pytest.raises(UnknownLink):
        join(accounts, secret)


def test_a_refused_name_or_password_leaves_the_invite_open(accounts: Accounts) -> None:
    secret = accounts.invite("learner", days=7)
    with pytest.raises(BadName, match="There is an account called ALICE already"):
        join(accounts, secret, "ALICE")
    with pytest.raises(BadPassword):
        accounts.join(secret, "Bob", "bob", browser="")
    join(accounts, secret)


def test_open_invites_are_listed_with_their_makers_and_can_be_ended(
    accounts: Accounts, clock: Clock
) -> None:
    ada = accounts.named("ada").learner
    by_command = accounts.invite("learner", days=7)
    clock.passes(minutes=1)
    by_ada = accounts.invite("author", days=7, made_by=ada)
    listed = accounts.open_invites()
    assert [(invite.role, maker) for invite, maker in listed] == [
        ("author", "Ada"),
        ("learner", ""),
    ]
    accounts.end_invite(listed[0][0].id)
    with pytest.raises(UnknownLink):
        accounts.invited(by_ada)
    accounts.invited(by_command)
    with pytest.raises(UnknownPerson):
        accounts.end_invite(listed[0][0].id)
