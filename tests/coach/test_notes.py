"""Promises of app/coach/notes.py."""

import pytest
from sqlalchemy.orm import Session

from app.coach import NOTE_LIMIT, Coach, NoteTooLong, UnknownAttempt, UnknownSubject, subjects
from app.db.learners import PERSONAL
from tests.coaching import submit


def note(coach: Coach, session: Session, attempt_id: str, subject: str, text: str = "") -> None:
    coach.save_note(session, PERSONAL, attempt_id, subject, kind="said", text=text)


def test_every_concept_and_flag_can_carry_a_note(coach: Coach, session: Session) -> None:
    attempt_id = submit(coach, session)
    lines = subjects(coach.attempt(session, PERSONAL, attempt_id).report)
    assert lines == {"concept/copies", "flag/misconception/one-copy-is-safe"}
    for subject in lines:
        note(coach, session, attempt_id, subject, "It is in line 2.")
    kept = coach.notes(session, PERSONAL, attempt_id)
    assert {subject: one.text for subject, one in kept.items()} == dict.fromkeys(
        lines, "It is in line 2."
    )


def test_a_note_can_be_erased(coach: Coach, session: Session) -> None:
    attempt_id = submit(coach, session)
    note(coach, session, attempt_id, "concept/copies")
    coach.erase_note(session, PERSONAL, attempt_id, "concept/copies")
    assert coach.notes(session, PERSONAL, attempt_id) == {}


def test_a_note_on_what_the_report_does_not_say_is_refused(coach: Coach, session: Session) -> None:
    attempt_id = submit(coach, session)
    with pytest.raises(UnknownSubject):
        note(coach, session, attempt_id, "concept/nope")


def test_a_note_on_an_unknown_attempt_is_refused(coach: Coach, session: Session) -> None:
    with pytest.raises(UnknownAttempt):
        note(coach, session, "nope", "concept/copies")


def test_a_note_as_long_as_an_answer_is_refused(coach: Coach, session: Session) -> None:
    attempt_id = submit(coach, session)
    with pytest.raises(NoteTooLong, match="2,000"):
        note(coach, session, attempt_id, "concept/copies", "x" * (NOTE_LIMIT + 1))
