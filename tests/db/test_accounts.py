"""Promises of app/db/accounts.py, app/db/invites.py and of adopting, on either database."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from app.db import accounts, attempts, drafts, invites, learners, sign_ins
from app.db.accounts import Account
from app.db.connect import Sessions
from app.db.forms import Form
from app.db.invites import Invite
from app.db.learners import PERSONAL
from app.db.sign_ins import SignIn
from tests.db.values import NOON, scored

ADA = Account("l1", "Ada", "ada", "author", "hash", NOON)
BOB = Account("l2", "Bob", "bob", "learner", "hash", NOON)
WEEK = timedelta(days=7)
INVITE = Invite("i1", "learner", "l1", NOON, NOON + WEEK)


@pytest.fixture
def filled(sessions: Sessions) -> Sessions:
    """Ada and Bob, each with an attempt and a sign-in, and an invite of Ada's."""
    with sessions.writing.begin() as session:
        for account in (ADA, BOB):
            assert accounts.add(session, account, f"code of {account.key}")
            attempts.add(session, scored(f"a{account.key}", learner=account.learner))
            signed = SignIn(f"s{account.key}", account.learner, "Firefox", NOON, NOON + WEEK)
            sign_ins.add(session, signed, f"secret of {account.key}")
        invites.add(session, INVITE, "invite")
    return sessions


def test_an_account_is_found_by_its_learner_and_by_its_key(filled: Sessions) -> None:
    with filled.reading.begin() as session:
        assert accounts.find(session, "l1") == ADA
        assert accounts.find_named(session, "bob") == BOB
        assert accounts.find_named(session, "Bob") is None
        assert accounts.everybody(session) == (ADA, BOB)


def test_a_name_is_taken_once_and_the_transaction_goes_on(filled: Sessions) -> None:
    with filled.writing.begin() as session:
        assert not accounts.add(session, replace(ADA, learner="l3"), "code")
        assert accounts.everybody(session) == (ADA, BOB)


def test_a_recovery_code_is_used_up_for_the_next(filled: Sessions) -> None:
    with filled.writing.begin() as session:
        assert accounts.recover(session, "ada", "code of bob", "new") is None
        assert accounts.recover(session, "ada", "code of ada", "new") == "l1"
        assert accounts.recover(session, "ada", "code of ada", "newer") is None
        assert accounts.recover(session, "ada", "new", "newer") == "l1"


def test_neither_codes_nor_secrets_are_kept(filled: Sessions) -> None:
    with filled.reading.begin() as session:
        for table in ("accounts", "invites", "sign_ins"):
            rows = str(session.execute(text(f"SELECT * FROM {table}")).all())  # noqa: S608 - ours
            assert "code of" not in rows
            assert "secret of" not in rows
            assert "'invite'" not in rows


def test_role_and_password_change(filled: Sessions) -> None:
    with filled.writing.begin() as session:
        accounts.set_role(session, "l2", "author")
        accounts.set_password(session, "l2", "other")
        accounts.set_recovery(session, "l2", "fresh")
        changed = accounts.find(session, "l2")
        assert accounts.recover(session, "bob", "fresh", "next") == "l2"
    assert changed == replace(BOB, role="author", password="other")  # noqa: S106 - a stand-in


def test_removing_an_account_takes_all_of_it_and_nothing_else(filled: Sessions) -> None:
    with filled.writing.begin() as session:
        accounts.remove(session, "l1")
    with filled.reading.begin() as session:
        assert accounts.everybody(session) == (BOB,)
        assert invites.every_open(session, NOON) == ()
        assert sign_ins.find(session, "secret of ada", NOON) is None
        assert sign_ins.find(session, "secret of bob", NOON) is not None
        assert attempts.count(session, "l1") == 0
        assert attempts.count(session, "l2") == 1
        ids = session.execute(text("SELECT id FROM learners ORDER BY id")).scalars().all()
    assert list(ids) == ["l2", PERSONAL]


def test_an_invite_is_found_used_and_gone(filled: Sessions) -> None:
    with filled.writing.begin() as session:
        assert invites.find(session, "invite", NOON) == INVITE
        assert invites.every_open(session, NOON) == ((INVITE, "Ada"),)
        assert invites.use(session, "guess", NOON) is None
        assert invites.use(session, "invite", NOON + WEEK) is None
        assert invites.use(session, "invite", NOON) == INVITE
        assert invites.use(session, "invite", NOON) is None


def test_invites_of_somebody_or_one_by_one_are_ended(filled: Sessions) -> None:
    with filled.writing.begin() as session:
        invites.add(session, replace(INVITE, id="i2", made_by=None), "other")
        invites.remove_of(session, "l1")
        assert [invite.id for invite, _ in invites.every_open(session, NOON)] == ["i2"]
        assert invites.remove(session, "i2")
        assert not invites.remove(session, "i2")


def test_what_has_run_out_is_swept_away_by_the_next_invite(filled: Sessions) -> None:
    later = replace(INVITE, id="i2", created_at=NOON + WEEK, expires_at=NOON + 2 * WEEK)
    with filled.writing.begin() as session:
        invites.add(session, later, "later")
        assert [invite.id for invite, _ in invites.every_open(session, NOON)] == ["i2"]


def test_an_account_adopts_everything_of_the_personal_learner(filled: Sessions) -> None:
    fresh = Account("l3", "Eve", "eve", "learner", "hash", NOON)
    with filled.writing.begin() as session:
        attempts.add(session, scored("mine"))
        drafts.save(session, PERSONAL, "url-shortener", text="x", form=Form("f"), now=NOON)
        accounts.add(session, fresh, "code")
        learners.adopt(session, "l3")
    with filled.reading.begin() as session:
        assert attempts.find(session, "l3", "mine") is not None
        assert drafts.find(session, "l3", "url-shortener") is not None
        assert attempts.count(session, PERSONAL) == 0
        assert attempts.count(session, "l1") == 1
