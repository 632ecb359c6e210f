"""Promises of app/db/learners.py."""

from pathlib import Path

from sqlalchemy import func, insert, select

from app.db import attempts, drafts, learners, notes, reveals, shares
from app.db.connect import Sessions, open_sessions
from app.db.forms import Form
from app.db.learners import PERSONAL
from app.db.notes import Note
from app.db.tables import (
    AttemptRow,
    Base,
    DraftRow,
    LearnerRow,
    NoteRow,
    RevealRow,
    ShareRow,
)
from tests.db.values import NOON, scored

KAFKA = "kafka-event-backbone"
TABLES = (AttemptRow, NoteRow, DraftRow, RevealRow, ShareRow)


def fill(sessions: Sessions, learner: str = PERSONAL, attempt: str = "a1") -> None:
    """One row in every table."""
    with sessions.writing.begin() as session:
        attempts.add(session, scored(attempt, learner=learner, text="Sesame opens."))
        notes.write(session, learner, attempt, Note("concept/replication", "said", "", NOON))
        drafts.save(session, learner, KAFKA, text="Sesame", form=Form("form-2"), now=NOON)
        reveals.record(session, learner, KAFKA, NOON)
        secret = f"secret of {learner}"
        shares.add(session, learner, attempt, share=attempt, secret=secret, now=NOON)


def rows(sessions: Sessions) -> list[int]:
    with sessions.reading.begin() as session:
        return [
            session.execute(select(func.count()).select_from(table)).scalar_one()
            for table in TABLES
        ]


def test_emptying_a_learner_leaves_no_row(sessions: Sessions) -> None:
    fill(sessions)
    assert rows(sessions) == [1, 1, 1, 1, 1]
    with sessions.writing.begin() as session:
        learners.empty(session, PERSONAL)
    assert rows(sessions) == [0, 0, 0, 0, 0]


def test_emptying_a_learner_leaves_others_alone(sessions: Sessions) -> None:
    with sessions.writing.begin() as session:
        session.execute(insert(LearnerRow).values(id="charlie", created_at=NOON))
    fill(sessions)
    fill(sessions, "charlie", "a2")
    with sessions.writing.begin() as session:
        learners.empty(session, PERSONAL)
    assert rows(sessions) == [1, 1, 1, 1, 1]


def test_every_table_that_belongs_to_a_learner_is_emptied() -> None:
    owned = {name for name, table in Base.metadata.tables.items() if "learner" in table.columns}
    who_is_who = {"accounts", "sign_ins"}  # signing out is another thing
    assert owned - who_is_who == {table.__tablename__ for table in learners.OWNED}


def test_deleted_words_are_no_longer_in_the_files_of_sqlite(sqlite_url: str) -> None:
    sessions = open_sessions(sqlite_url)
    folder = Path(sqlite_url.removeprefix("sqlite:///")).parent
    fill(sessions)
    assert any(b"Sesame" in file.read_bytes() for file in folder.iterdir())
    with sessions.writing.begin() as session:
        learners.empty(session, PERSONAL)
    assert not any(b"Sesame" in file.read_bytes() for file in folder.iterdir())
    sessions.close()


def test_deleting_does_not_fail_while_somebody_reads(sqlite_url: str) -> None:
    sessions = open_sessions(sqlite_url, patience=0.1)
    fill(sessions)
    with sessions.reading.begin() as reader:
        attempts.count(reader, PERSONAL)
        with sessions.writing.begin() as session:
            learners.empty(session, PERSONAL)
    assert rows(sessions) == [0, 0, 0, 0, 0]
    sessions.close()
