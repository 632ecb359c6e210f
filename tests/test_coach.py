"""Promises of app/coach.py."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.bank_holder import BankHolder
from app.coach import (
    NOTE_LIMIT,
    Coach,
    NoteTooLong,
    NothingToScore,
    UnknownAttempt,
    UnknownQuestion,
    UnknownSubject,
    subjects,
)
from app.content.bank import Bank
from app.db.connect import Sessions
from app.db.failures import StorageBusy
from app.db.forms import Form
from app.db.learners import PERSONAL, hold
from app.engine.door import ANSWER_LIMIT, TooLong
from app.engine.report import Report
from tests.coaching import NOON, OTHER, QUESTION, WordCounter, fresh_sessions, small_coach

FORM = Form("form-1")
TEXT = "Three copies are kept."


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[Sessions]:
    with fresh_sessions(tmp_path) as opened:
        yield opened


@pytest.fixture
def session(sessions: Sessions) -> Iterator[Session]:
    with sessions.writing.begin() as begun:
        yield begun


@pytest.fixture
def coach() -> Coach:
    return small_coach()


def submit(coach: Coach, session: Session, text: str = TEXT, form: Form = FORM) -> str:
    return coach.submit(session, PERSONAL, QUESTION, text, form)


def test_a_submitted_answer_becomes_an_attempt(coach: Coach, session: Session) -> None:
    attempt = coach.attempt(session, PERSONAL, submit(coach, session))
    assert (attempt.text, attempt.score, attempt.created_at) == (TEXT, 40, NOON)
    assert attempt.report == WordCounter().score(QUESTION, TEXT)


def test_the_text_is_kept_as_the_door_admits_it(coach: Coach, session: Session) -> None:
    attempt_id = submit(coach, session, "One.\r\nTwo\x00\ud800.")
    assert coach.attempt(session, PERSONAL, attempt_id).text == "One.\nTwo\ufffd\ufffd."


def test_a_form_posted_twice_is_one_attempt(coach: Coach, session: Session) -> None:
    assert submit(coach, session) == submit(coach, session)
    assert coach.attempt_count(session, PERSONAL) == 1


def test_an_answer_to_an_unknown_question_is_refused(coach: Coach, session: Session) -> None:
    with pytest.raises(UnknownQuestion):
        coach.submit(session, PERSONAL, "nope", TEXT, FORM)


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_an_empty_answer_is_reported_on_and_not_kept(
    text: str, coach: Coach, session: Session
) -> None:
    with pytest.raises(NothingToScore) as caught:
        submit(coach, session, text)
    assert caught.value.report.nothing_to_score
    assert coach.attempt_count(session, PERSONAL) == 0


def test_an_answer_that_is_too_long_is_refused(coach: Coach, session: Session) -> None:
    with pytest.raises(TooLong, match="20,000"):
        submit(coach, session, "x" * (ANSWER_LIMIT + 1))


class Watcher(WordCounter):
    """Proves, while it scores, that another program could write to the database."""

    def __init__(self, file: Path) -> None:
        self.could_write = False
        self._file = file

    def score(self, question_id: str, answer: str, *, improved: bool = False) -> Report:
        """Take the write lock and give it back."""
        other = sqlite3.connect(self._file, timeout=0)
        other.execute("BEGIN IMMEDIATE")
        other.close()
        self.could_write = True
        return super().score(question_id, answer, improved=improved)


def test_no_lock_is_held_while_an_answer_is_scored(
    tmp_path: Path, coach: Coach, session: Session
) -> None:
    watcher = Watcher(tmp_path / "whyboard.db")
    submit(replace(coach, holder=BankHolder(coach.holder.bank, watcher)), session)
    assert watcher.could_write


def test_a_locked_database_is_told_and_the_answer_can_be_sent_again(
    coach: Coach, sessions: Sessions
) -> None:
    with sessions.writing.begin() as holder, sessions.writing.begin() as session:
        hold(holder, PERSONAL)
        with pytest.raises(StorageBusy):
            submit(coach, session)
    with sessions.writing.begin() as session:
        submit(coach, session)
        assert coach.attempt_count(session, PERSONAL) == 1


def test_attempts_at_a_question_come_with_score_and_delta(coach: Coach, session: Session) -> None:
    submit(coach, session, "Three copies.", Form("form-1"))
    submit(coach, session, TEXT, Form("form-2"))
    coach.submit(session, PERSONAL, OTHER, "Elsewhere.", Form("form-3"))
    lines = coach.attempts_of(session, PERSONAL, QUESTION)
    assert [(line.ordinal, line.score, line.delta) for line in lines] == [
        (2, 40, 20),
        (1, 20, None),
    ]


def test_a_deleted_attempt_is_unknown(coach: Coach, session: Session) -> None:
    attempt_id = submit(coach, session)
    coach.delete_attempt(session, PERSONAL, attempt_id)
    with pytest.raises(UnknownAttempt):
        coach.attempt(session, PERSONAL, attempt_id)


def test_deleting_everything_leaves_nothing(coach: Coach, session: Session) -> None:
    submit(coach, session)
    coach.reveal(session, PERSONAL, OTHER)
    coach.save_draft(session, PERSONAL, OTHER, "We", FORM)
    coach.delete_everything(session, PERSONAL)
    assert coach.attempt_count(session, PERSONAL) == 0
    assert coach.drafted(session, PERSONAL) == frozenset()
    assert coach.revealed(session, PERSONAL, OTHER) is None


def test_a_draft_is_kept_until_the_answer_is_submitted(coach: Coach, session: Session) -> None:
    early = Form("form-1", 1)
    coach.save_draft(session, PERSONAL, QUESTION, "We", early)
    draft = coach.draft(session, PERSONAL, QUESTION)
    assert draft is not None
    assert (draft.text, draft.form) == ("We", early)
    submit(coach, session, form=Form("form-1", 2))
    assert coach.draft(session, PERSONAL, QUESTION) is None


def test_a_late_autosave_is_told_that_it_was_not_kept(coach: Coach, session: Session) -> None:
    submit(coach, session, form=Form("form-1", 2))
    assert not coach.save_draft(session, PERSONAL, QUESTION, "We", Form("form-1", 1))


def test_an_empty_answer_leaves_the_draft(coach: Coach, session: Session) -> None:
    coach.save_draft(session, PERSONAL, QUESTION, "We", FORM)
    with pytest.raises(NothingToScore):
        submit(coach, session, " ")
    assert coach.draft(session, PERSONAL, QUESTION) is not None


def test_a_draft_can_be_thrown_away(coach: Coach, session: Session) -> None:
    coach.save_draft(session, PERSONAL, QUESTION, "We", FORM)
    coach.forget_draft(session, PERSONAL, QUESTION)
    assert coach.draft(session, PERSONAL, QUESTION) is None


def test_the_model_answer_is_hidden_at_first(coach: Coach, session: Session) -> None:
    assert not coach.may_see_model_answer(session, PERSONAL, QUESTION)


def test_the_model_answer_is_shown_after_an_attempt(coach: Coach, session: Session) -> None:
    submit(coach, session)
    assert coach.may_see_model_answer(session, PERSONAL, QUESTION)


def test_a_reveal_shows_the_model_answer_and_is_recorded(coach: Coach, session: Session) -> None:
    coach.reveal(session, PERSONAL, QUESTION)
    assert coach.may_see_model_answer(session, PERSONAL, QUESTION)
    assert coach.revealed(session, PERSONAL, QUESTION) == NOON


def test_an_unknown_question_has_no_reveal_and_no_draft(coach: Coach, session: Session) -> None:
    with pytest.raises(UnknownQuestion):
        coach.reveal(session, PERSONAL, "nope")
    with pytest.raises(UnknownQuestion):
        coach.save_draft(session, PERSONAL, "nope", "We", FORM)


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


def test_a_swapped_bank_is_used_from_the_next_answer_on(coach: Coach, session: Session) -> None:
    bank = coach.holder.bank
    coach.holder.swap(Bank({}, {}, bank.lexicon, {}), WordCounter())
    with pytest.raises(UnknownQuestion):
        submit(coach, session)
    coach.holder.swap(bank, WordCounter())
    submit(coach, session)
    assert coach.attempt_count(session, PERSONAL) == 1
