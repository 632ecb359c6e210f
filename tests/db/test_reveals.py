"""Promises of app/db/reveals.py."""

from datetime import timedelta

from app.db import reveals
from app.db.connect import Sessions
from app.db.learners import PERSONAL
from tests.db.values import NOON


def test_nothing_is_revealed_before_it_is_asked_for(sessions: Sessions) -> None:
    with sessions.reading.begin() as session:
        assert reveals.revealed_at(session, PERSONAL, "kafka-event-backbone") is None


def test_the_first_reveal_counts(sessions: Sessions) -> None:
    for moment in (NOON, NOON + timedelta(hours=1)):
        with sessions.writing.begin() as session:
            reveals.record(session, PERSONAL, "kafka-event-backbone", moment)
    with sessions.reading.begin() as session:
        assert reveals.revealed_at(session, PERSONAL, "kafka-event-backbone") == NOON
