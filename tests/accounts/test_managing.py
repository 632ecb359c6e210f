"""Promises of app/accounts/managing.py."""

import pytest

from app.accounts import (
    Accounts,
    BadPassword,
    LastAuthor,
    NotKnown,
    Person,
    UnknownLink,
    UnknownPerson,
)
from app.db import attempts
from tests.accounts.conftest import PASSWORD
from tests.accounts.test_signing_in import enter, secret
from tests.db.values import scored

NEW = "a different sentence"


def change(accounts: Accounts, person: Person, old: str = PASSWORD, new: str = NEW) -> None:
    accounts.change_password(person, old, new, address="10.0.0.1")


def test_who_knows_the_old_password_sets_a_new_one_and_stays_signed_in(accounts: Accounts) -> None:
    elsewhere, cookie = secret(accounts), secret(accounts)
    alice = accounts.who(cookie)
    assert alice is not None
    change(accounts, alice)
    assert accounts.who(cookie) == alice
    assert accounts.who(elsewhere) is None
    enter(accounts, "alice", NEW)
    with pytest.raises(NotKnown):
        secret(accounts, "alice", PASSWORD)


@pytest.mark.parametrize(
    ("old", "new", "refused"), [("wrong", NEW, NotKnown), (PASSWORD, "short", BadPassword)]
)
def test_a_refused_change_changes_nothing(
    accounts: Accounts, old: str, new: str, refused: type[Exception]
) -> None:
    alice = enter(accounts)
    with pytest.raises(refused):
        change(accounts, alice, old, new)
    enter(accounts)


def test_a_new_recovery_code_takes_the_place_of_the_old(accounts: Accounts) -> None:
    old = accounts.add("Bob", PASSWORD, "learner")
    bob = enter(accounts, "bob")
    with pytest.raises(NotKnown):
        accounts.new_recovery_code(bob, "wrong", address="10.0.0.1")
    new = accounts.new_recovery_code(bob, PASSWORD, address="10.0.0.1")
    with pytest.raises(NotKnown):
        accounts.recover("bob", old, NEW, browser="", address="10.0.0.1")
    accounts.recover("bob", new, NEW, browser="", address="10.0.0.1")


def test_a_new_role_signs_somebody_out_everywhere(accounts: Accounts) -> None:
    cookie = secret(accounts)
    accounts.set_role(accounts.named("alice").learner, "author")
    assert accounts.who(cookie) is None
    assert enter(accounts).role == "author"


def test_who_is_no_author_any_more_leaves_no_invites_behind(accounts: Accounts) -> None:
    alice = accounts.named("alice").learner
    accounts.set_role(alice, "author")
    invite = accounts.invite("author", days=7, made_by=alice)
    accounts.set_role(alice, "learner")
    with pytest.raises(UnknownLink):
        accounts.invited(invite)


def test_the_last_author_stays_one(accounts: Accounts) -> None:
    ada = accounts.named("ada").learner
    with pytest.raises(LastAuthor, match="Ada is the only author"):
        accounts.set_role(ada, "learner")
    accounts.set_role(accounts.named("alice").learner, "author")
    accounts.set_role(ada, "learner")


def test_nobody_unknown_is_given_a_role(accounts: Accounts) -> None:
    with pytest.raises(UnknownPerson):
        accounts.set_role("nobody", "author")


def test_leaving_deletes_everything_one_made_and_nothing_of_others(accounts: Accounts) -> None:
    alice, ada = enter(accounts), enter(accounts, "ada")
    invite = accounts.invite("learner", days=7, made_by=alice.id)
    with accounts.sessions.writing.begin() as session:
        attempts.add(session, scored("a1", learner=alice.id))
        attempts.add(session, scored("a2", learner=ada.id))
    with pytest.raises(NotKnown):
        accounts.leave(alice, "wrong", address="10.0.0.1")
    accounts.leave(alice, PASSWORD, address="10.0.0.1")
    assert [account.name for account in accounts.everybody()] == ["Ada"]
    assert accounts.signed_in_at(alice) == ()
    with pytest.raises(UnknownLink):
        accounts.invited(invite)
    with accounts.sessions.reading.begin() as session:
        assert attempts.count(session, alice.id) == 0
        assert attempts.count(session, ada.id) == 1


def test_a_name_is_free_again_and_its_new_owner_sees_nothing_of_the_old(
    accounts: Accounts,
) -> None:
    alice = enter(accounts)
    accounts.leave(alice, PASSWORD, address="10.0.0.1")
    accounts.add("Alice", PASSWORD, "learner")
    assert enter(accounts).id != alice.id
