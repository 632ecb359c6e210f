"""What a learner says about single lines of a report; the report itself never changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from app.db.learners import hold
from app.db.tables import NoteRow

NoteKind = Literal["said", "wrong"]
"""said: "I did say this"; wrong: "this is wrong"."""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on one line of a report.

    Attributes:
        subject: the line: `concept/<id>` or `flag/<kind>/<id>` (app.coach.subjects).
        text: in the learner's words; may be empty.
        written_at: last change, in UTC.
    """

    subject: str
    kind: NoteKind
    text: str
    written_at: datetime


def write(session: Session, learner: str, attempt: str, note: Note) -> None:
    """Keep `note` on an attempt of `learner`, in place of an earlier one on the same line."""
    erase(session, learner, attempt, note.subject)
    session.execute(
        insert(NoteRow).values(
            attempt=attempt,
            subject=note.subject,
            learner=learner,
            kind=note.kind,
            text=note.text,
            written_at=note.written_at,
        )
    )


def erase(session: Session, learner: str, attempt: str, subject: str) -> None:
    """Forget the note on one line, if there is one."""
    hold(session, learner)
    session.execute(
        delete(NoteRow).where(
            NoteRow.learner == learner, NoteRow.attempt == attempt, NoteRow.subject == subject
        )
    )


def of_attempt(session: Session, learner: str, attempt: str) -> Mapping[str, Note]:
    """The notes on an attempt by subject."""
    rows = session.execute(
        select(NoteRow.subject, NoteRow.kind, NoteRow.text, NoteRow.written_at).where(
            NoteRow.learner == learner, NoteRow.attempt == attempt
        )
    )
    return {
        row.subject: Note(
            row.subject, "said" if row.kind == "said" else "wrong", row.text, row.written_at
        )
        for row in rows
    }
