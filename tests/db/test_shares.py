"""Promises of app/db/shares.py."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from app.db import attempts, shares
from app.db.connect import Sessions
from app.db.forms import Form
from app.db.learners import PERSONAL
from app.db.tables import LearnerRow, ShareRow
from tests.db.values import NOON, scored

SECRET = "a-secret-of-a-link"  # noqa: S105 - of the test


@pytest.fixture
def shared(sessions: Sessions) -> Sessions:
    """A database with one attempt and one link to it."""
    with sessions.writing.begin() as session:
        attempts.add(session, scored("a1"))
        shares.add(session, PERSONAL, "a1", share="s1", secret=SECRET, now=NOON)
    return sessions


def opened(sessions: Sessions, secret: str = SECRET) -> str | None:
    """Id of the attempt that a secret opens."""
    with sessions.reading.begin() as session:
        found = shares.find(session, secret)
    return found.id if found else None


def test_a_secret_opens_its_attempt_and_no_other_does(shared: Sessions) -> None:
    assert opened(shared) == "a1"
    assert [opened(shared, wrong) for wrong in ("", "x", SECRET[:-1], "\x00", "\ud800")] == (
        [None] * 5
    )


def test_the_secret_itself_is_not_in_the_database(shared: Sessions) -> None:
    with shared.reading.begin() as session:
        (row,) = session.execute(select(ShareRow.id, ShareRow.digest)).all()
    assert SECRET not in tuple(row)
    assert len(row.digest) == 64
    assert opened(shared, row.digest) is None


def test_links_are_listed_newest_first_with_what_they_show(shared: Sessions) -> None:
    later = NOON + timedelta(hours=1)
    with shared.writing.begin() as session:
        attempts.add(session, scored("a2", form=Form("form-2")))
        shares.add(session, PERSONAL, "a2", share="s2", secret="other", now=later)  # noqa: S106 - of the test
        lines = shares.of_learner(session, PERSONAL)
    assert [(line.id, line.attempt, line.ordinal, line.created_at) for line in lines] == [
        ("s2", "a2", 2, later),
        ("s1", "a1", 1, NOON),
    ]
    assert lines[0].question == "kafka-event-backbone"


def test_an_ended_link_opens_nothing(shared: Sessions) -> None:
    with shared.writing.begin() as session:
        assert shares.remove(session, PERSONAL, "s1")
        assert not shares.remove(session, PERSONAL, "s1")
    assert opened(shared) is None


def test_a_link_goes_with_its_attempt(shared: Sessions) -> None:
    with shared.writing.begin() as session:
        attempts.remove(session, PERSONAL, "a1")
        assert shares.of_learner(session, PERSONAL) == ()
    assert opened(shared) is None


def test_nobody_sees_or_ends_anothers_link(shared: Sessions) -> None:
    with shared.writing.begin() as session:
        session.execute(insert(LearnerRow).values(id="charlie", created_at=NOON))
        assert shares.of_learner(session, "charlie") == ()
        assert not shares.remove(session, "charlie", "s1")
    assert opened(shared) == "a1"
