"""Promises of app/db/sign_ins.py."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import text

from app.db import sign_ins
from app.db.connect import Sessions
from app.db.learners import PERSONAL
from app.db.sign_ins import SignIn
from tests.db.values import NOON

LASTS = timedelta(days=30)
ONE = SignIn("one", PERSONAL, "Firefox on Linux", NOON, NOON + LASTS)


def keep(sessions: Sessions, *kept: SignIn) -> None:
    with sessions.writing.begin() as session:
        for one in kept:
            sign_ins.add(session, one, f"secret of {one.id}")


def test_a_secret_finds_its_sign_in_and_no_other_does(sessions: Sessions) -> None:
    keep(sessions, ONE)
    with sessions.reading.begin() as session:
        assert sign_ins.find(session, "secret of one", NOON) == ONE
        assert sign_ins.find(session, "one", NOON) is None
        assert sign_ins.find(session, "", NOON) is None


def test_the_secret_is_not_kept(sessions: Sessions) -> None:
    keep(sessions, ONE)
    with sessions.reading.begin() as session:
        row = session.execute(text("SELECT * FROM sign_ins")).one()
    assert not any("secret" in str(value) for value in row)


def test_what_has_run_out_is_found_no_more_and_swept_away_by_the_next(sessions: Sessions) -> None:
    keep(sessions, ONE)
    later = replace(ONE, id="two", created_at=NOON + LASTS, expires_at=NOON + 2 * LASTS)
    with sessions.reading.begin() as session:
        assert sign_ins.find(session, "secret of one", NOON + LASTS) is None
    keep(sessions, later)
    with sessions.reading.begin() as session:
        assert sign_ins.of_learner(session, PERSONAL, NOON) == (later,)


def test_they_are_listed_the_latest_first(sessions: Sessions) -> None:
    later = replace(ONE, id="later", created_at=NOON + timedelta(minutes=1))
    keep(sessions, ONE, later)
    with sessions.reading.begin() as session:
        assert sign_ins.of_learner(session, PERSONAL, NOON) == (later, ONE)


def test_one_is_ended_by_its_learner_alone(sessions: Sessions) -> None:
    keep(sessions, ONE)
    with sessions.writing.begin() as session:
        assert not sign_ins.remove(session, "somebody", "one")
        assert sign_ins.remove(session, PERSONAL, "one")
        assert sign_ins.find(session, "secret of one", NOON) is None


def test_all_but_one_are_ended(sessions: Sessions) -> None:
    keep(sessions, ONE, replace(ONE, id="two"), replace(ONE, id="three"))
    with sessions.writing.begin() as session:
        assert sign_ins.remove_all(session, PERSONAL, but="two") == 2
        assert [one.id for one in sign_ins.of_learner(session, PERSONAL, NOON)] == ["two"]
