"""Promises of app/db/author_links.py."""

from datetime import timedelta

from sqlalchemy import text

from app.db import author_links
from app.db.connect import Sessions
from tests.db.values import NOON

DAY = timedelta(days=1)


def put(sessions: Sessions, secret: str) -> None:
    with sessions.writing.begin() as session:
        author_links.put(session, secret, NOON + DAY)


def test_a_link_is_used_once(sessions: Sessions) -> None:
    put(sessions, "s3cret")
    with sessions.writing.begin() as session:
        assert author_links.is_open(session, "s3cret", NOON)
        assert author_links.use(session, "s3cret", NOON)
        assert not author_links.is_open(session, "s3cret", NOON)
        assert not author_links.use(session, "s3cret", NOON)


def test_another_secret_opens_nothing_and_uses_nothing_up(sessions: Sessions) -> None:
    put(sessions, "s3cret")
    with sessions.writing.begin() as session:
        assert not author_links.use(session, "guess", NOON)
        assert author_links.is_open(session, "s3cret", NOON)


def test_a_new_link_ends_the_one_before(sessions: Sessions) -> None:
    put(sessions, "old")
    put(sessions, "new")
    with sessions.reading.begin() as session:
        assert not author_links.is_open(session, "old", NOON)
        assert author_links.is_open(session, "new", NOON)


def test_a_link_runs_out(sessions: Sessions) -> None:
    put(sessions, "s3cret")
    with sessions.writing.begin() as session:
        assert not author_links.is_open(session, "s3cret", NOON + DAY)
        assert not author_links.use(session, "s3cret", NOON + DAY)


def test_the_secret_is_not_kept(sessions: Sessions) -> None:
    put(sessions, "s3cret")
    with sessions.reading.begin() as session:
        assert "s3cret" not in str(session.execute(text("SELECT * FROM author_links")).one())
