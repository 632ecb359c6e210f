"""Note something on a line of a report."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app.coach.attempts import Attempts
from app.coach.errors import NoteTooLong, UnknownSubject
from app.db import learners, notes
from app.db.notes import Note, NoteKind
from app.engine.report import Report

NOTE_LIMIT = 2_000
"""Longest note, in code points: a remark on one line, not a second answer."""


class Notes(Attempts):
    """A learner's notes."""

    __slots__ = ()

    def notes(self, session: Session, learner: str, attempt_id: str) -> Mapping[str, Note]:
        """The learner's notes on a report by subject (`subjects`)."""
        return notes.of_attempt(session, learner, attempt_id)

    def save_note(
        self,
        session: Session,
        learner: str,
        attempt_id: str,
        subject: str,
        *,
        kind: NoteKind,
        text: str,
    ) -> None:
        """Keep a note on one line of a report, in place of an earlier one.

        Raises:
            UnknownAttempt, UnknownSubject, NoteTooLong.
        """
        if len(text) > NOTE_LIMIT:
            raise NoteTooLong(f"A note may have {NOTE_LIMIT:,} characters; this has {len(text):,}.")
        learners.hold(session, learner)
        if subject not in subjects(self.attempt(session, learner, attempt_id).report):
            raise UnknownSubject(subject)
        notes.write(session, learner, attempt_id, Note(subject, kind, text, self.clock()))

    def erase_note(self, session: Session, learner: str, attempt_id: str, subject: str) -> None:
        """Forget the note on one line of a report, if there is one."""
        notes.erase(session, learner, attempt_id, subject)


def subjects(report: Report) -> frozenset[str]:
    """The lines of a report that can carry a note: `concept/<id>` and `flag/<kind>/<id>`."""
    concepts = {f"concept/{concept.id}" for concept in report.concepts}
    return frozenset(concepts | {f"flag/{flag.kind}/{flag.id}" for flag in report.red_flags})
