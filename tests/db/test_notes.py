"""Promises of app/db/notes.py."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.db import attempts, notes
from app.db.connect import Sessions
from app.db.learners import PERSONAL
from app.db.notes import Note
from app.db.tables import NoteRow
from tests.db.values import NOON, scored

SAID = Note("concept/replication", "said", "It is in line 2.", NOON)


@pytest.fixture(autouse=True)
def _attempt(sessions: Sessions) -> None:
    with sessions.writing.begin() as session:
        attempts.add(session, scored("a1"))


def write(sessions: Sessions, note: Note) -> None:
    with sessions.writing.begin() as session:
        notes.write(session, PERSONAL, "a1", note)


def read(sessions: Sessions) -> Mapping[str, Note]:
    with sessions.reading.begin() as session:
        return notes.of_attempt(session, PERSONAL, "a1")


def test_a_note_comes_back_under_its_subject(sessions: Sessions) -> None:
    write(sessions, SAID)
    assert read(sessions) == {"concept/replication": SAID}


def test_a_note_can_be_changed(sessions: Sessions) -> None:
    write(sessions, SAID)
    changed = Note(SAID.subject, "wrong", "No: acks=1 was for telemetry.", NOON + timedelta(days=1))
    write(sessions, changed)
    assert read(sessions) == {SAID.subject: changed}


def test_a_note_leaves_the_attempt_as_it_was(sessions: Sessions) -> None:
    with sessions.reading.begin() as session:
        before = attempts.find(session, PERSONAL, "a1")
    write(sessions, SAID)
    with sessions.reading.begin() as session:
        assert attempts.find(session, PERSONAL, "a1") == before


def test_a_note_can_be_erased_alone(sessions: Sessions) -> None:
    other = Note("flag/check/rf", "wrong", "", NOON)
    write(sessions, SAID)
    write(sessions, other)
    with sessions.writing.begin() as session:
        notes.erase(session, PERSONAL, "a1", SAID.subject)
    assert read(sessions) == {"flag/check/rf": other}


def test_notes_go_with_their_attempt(sessions: Sessions) -> None:
    write(sessions, SAID)
    with sessions.writing.begin() as session:
        attempts.remove(session, PERSONAL, "a1")
    with sessions.reading.begin() as session:
        assert session.execute(select(func.count()).select_from(NoteRow)).scalar_one() == 0
