"""Promises of app/accounts/signing_in.py."""

import pytest
from argon2 import PasswordHasher

from app.accounts import Accounts, BadPassword, NotKnown, Person, TooManyTries, UnknownPerson
from app.accounts.passwords import Passwords
from app.accounts.registry import SIGNED_IN
from tests.accounts.conftest import PASSWORD, Clock

NEW = "a different sentence"


def enter(accounts: Accounts, name: str = "alice", password: str = PASSWORD) -> Person:
    person = accounts.who(secret(accounts, name, password))
    assert person is not None
    return person


def secret(accounts: Accounts, name: str = "alice", password: str = PASSWORD) -> str:
    return accounts.sign_in(name, password, browser="Firefox on Linux", address="10.0.0.1")


def recover(accounts: Accounts, code: str, name: str = "alice", password: str = NEW) -> str:
    return accounts.recover(
        name, code, password, browser="Firefox on Linux", address="10.0.0.1"
    ).code


def test_who_knows_name_and_password_is_let_in(accounts: Accounts) -> None:
    person = enter(accounts, " ALICE ")
    assert (person.name, person.role) == ("Alice", "learner")


@pytest.mark.parametrize(
    ("name", "password"),
    [("alice", "wrong password"), ("nobody", PASSWORD), ("", ""), ("alice", PASSWORD + "\x00")],
)
def test_nobody_else_is_and_it_is_not_told_what_was_wrong(
    accounts: Accounts, name: str, password: str
) -> None:
    with pytest.raises(NotKnown, match=r"^The name or the password is not right\.$"):
        secret(accounts, name, password)


def test_an_unknown_name_takes_a_hash_as_a_known_one_does(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = list[str]()
    verify = PasswordHasher.verify

    def watched(self: PasswordHasher, kept: str, password: bytes) -> bool:
        done.append(kept)
        return verify(self, kept, password)

    monkeypatch.setattr(PasswordHasher, "verify", watched)
    for name in ("alice", "nobody"):
        with pytest.raises(NotKnown):
            secret(accounts, name, "wrong password")
    assert len(done) == 2


def test_unknown_names_are_limited_as_known_ones_are(accounts: Accounts) -> None:
    told = set[str]()
    for name in ("alice", "nobody"):
        for _ in range(10):
            with pytest.raises(NotKnown):
                secret(accounts, name, "wrong password")
        with pytest.raises(TooManyTries) as refused:
            secret(accounts, name, PASSWORD)
        told.add(str(refused.value))
    assert told == {"That was tried too often. Wait 15 minutes, then try again."}


def test_a_sign_in_runs_out(accounts: Accounts, clock: Clock) -> None:
    cookie = secret(accounts)
    clock.passes(days=SIGNED_IN.days, seconds=-1)
    assert accounts.who(cookie) is not None
    clock.passes(seconds=1)
    assert accounts.who(cookie) is None


@pytest.mark.parametrize("cookie", ["", "guess", "\ud800"])
def test_any_other_cookie_is_nobodys(accounts: Accounts, cookie: str) -> None:
    assert accounts.who(cookie) is None


def test_an_old_hash_becomes_a_new_one_when_its_password_comes_by(accounts: Accounts) -> None:
    before = accounts.named("alice").password
    hasher = Passwords(PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    later = Accounts(accounts.sessions, shared=True, clock=accounts.clock, passwords=hasher)
    enter(later)
    after = later.named("alice").password
    assert after != before
    assert not hasher.is_outdated(after)
    enter(later)
    assert later.named("alice").password == after


def test_browsers_are_listed_and_ended_one_by_one(accounts: Accounts, clock: Clock) -> None:
    first = secret(accounts)
    clock.passes(minutes=1)
    here = enter(accounts)
    listed = accounts.signed_in_at(here)
    assert listed[0].id == here.sign_in
    accounts.sign_out(here, listed[1].id)
    assert accounts.who(first) is None
    with pytest.raises(UnknownPerson):
        accounts.sign_out(here, listed[1].id)


def test_nobody_signs_somebody_else_out(accounts: Accounts) -> None:
    alice, ada = enter(accounts), enter(accounts, "ada")
    with pytest.raises(UnknownPerson):
        accounts.sign_out(alice, ada.sign_in)


def test_everywhere_else_is_everywhere_but_here(accounts: Accounts) -> None:
    others = [secret(accounts) for _ in range(3)]
    cookie = secret(accounts)
    here = accounts.who(cookie)
    assert here is not None
    assert accounts.sign_out_elsewhere(here) == 3
    assert accounts.who(cookie) == here
    assert [accounts.who(other) for other in others] == [None] * 3


def test_a_recovery_code_sets_a_password_once_and_ends_other_sign_ins(accounts: Accounts) -> None:
    code = accounts.add("Bob", PASSWORD, "learner")
    before = secret(accounts, "bob")
    fresh = recover(accounts, code.lower(), "bob")
    assert accounts.who(before) is None
    enter(accounts, "bob", NEW)
    with pytest.raises(NotKnown):
        secret(accounts, "bob", PASSWORD)
    with pytest.raises(NotKnown, match="recovery code"):
        recover(accounts, code, "bob")
    recover(accounts, fresh, "bob", PASSWORD)


def test_a_recovery_code_is_of_one_account_and_limited_too(accounts: Accounts) -> None:
    code = accounts.add("Bob", PASSWORD, "learner")
    for _ in range(10):
        with pytest.raises(NotKnown):
            recover(accounts, code, "alice")
    with pytest.raises(TooManyTries):
        recover(accounts, code, "alice")


def test_a_bad_new_password_uses_no_code_up(accounts: Accounts) -> None:
    code = accounts.add("Bob", PASSWORD, "learner")
    with pytest.raises(BadPassword):
        recover(accounts, code, "bob", "short")
    recover(accounts, code, "bob")
