"""Promises of app/coach.py."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy.orm import Session

from app.coach import (
    NOTE_LIMIT,
    BankHolder,
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

T = TypeVar("T")
FORM = Form("form-1")


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[Sessions]:
    with fresh_sessions(tmp_path) as opened:
        yield opened


@pytest.fixture
def coach() -> Coach:
    return small_coach()


def write(sessions: Sessions, work: Callable[[Session], T]) -> T:
    """Do `work` in a transaction that may write."""
    with sessions.writing.begin() as session:
        return work(session)


def read(sessions: Sessions, work: Callable[[Session], T]) -> T:
    """Do `work` in a transaction that only reads."""
    with sessions.reading.begin() as session:
        return work(session)


def submit(
    coach: Coach,
    sessions: Sessions,
    text: str = "Three copies are kept.",
    form: Form = FORM,
    question: str = QUESTION,
) -> str:
    return write(sessions, lambda session: coach.submit(session, PERSONAL, question, text, form))


def attempt_count(coach: Coach, sessions: Sessions) -> int:
    return read(sessions, lambda session: coach.attempt_count(session, PERSONAL))


def test_a_submitted_answer_becomes_an_attempt(coach: Coach, sessions: Sessions) -> None:
    attempt_id = submit(coach, sessions)
    attempt = read(sessions, lambda session: coach.attempt(session, PERSONAL, attempt_id))
    assert (attempt.text, attempt.score, attempt.created_at) == ("Three copies are kept.", 40, NOON)
    assert attempt.report == WordCounter().score(QUESTION, "Three copies are kept.")


def test_the_text_is_kept_as_the_door_admits_it(coach: Coach, sessions: Sessions) -> None:
    attempt_id = submit(coach, sessions, "One.\r\nTwo\x00\ud800.")
    attempt = read(sessions, lambda session: coach.attempt(session, PERSONAL, attempt_id))
    assert attempt.text == "One.\nTwo\ufffd\ufffd."


def test_a_form_posted_twice_is_one_attempt(coach: Coach, sessions: Sessions) -> None:
    assert submit(coach, sessions) == submit(coach, sessions)
    assert attempt_count(coach, sessions) == 1


def test_an_answer_to_an_unknown_question_is_refused(coach: Coach, sessions: Sessions) -> None:
    with pytest.raises(UnknownQuestion):
        submit(coach, sessions, question="nope")


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_an_empty_answer_is_reported_on_and_not_kept(
    text: str, coach: Coach, sessions: Sessions
) -> None:
    with pytest.raises(NothingToScore) as caught:
        submit(coach, sessions, text)
    assert caught.value.report.nothing_to_score
    assert attempt_count(coach, sessions) == 0


def test_an_answer_that_is_too_long_is_refused(coach: Coach, sessions: Sessions) -> None:
    with pytest.raises(TooLong, match="20,000"):
        submit(coach, sessions, "x" * (ANSWER_LIMIT + 1))


class Watcher(WordCounter):
    """Notes, while it scores, whether another program could write to the database."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.could_write = False

    def score(self, question_id: str, answer: str) -> Report:
        """Take the write lock and give it back."""
        other = sqlite3.connect(self.file, timeout=0)
        other.execute("BEGIN IMMEDIATE")
        other.close()
        self.could_write = True
        return super().score(question_id, answer)


def test_no_lock_is_held_while_an_answer_is_scored(
    tmp_path: Path, coach: Coach, sessions: Sessions
) -> None:
    watcher = Watcher(tmp_path / "whyboard.db")
    submit(replace(coach, holder=BankHolder(coach.holder.bank, watcher)), sessions)
    assert watcher.could_write


def test_a_locked_database_is_told_at_once_and_the_answer_can_be_sent_again(
    coach: Coach, sessions: Sessions
) -> None:
    with sessions.writing.begin() as holder:
        hold(holder, PERSONAL)
        with pytest.raises(StorageBusy):
            submit(coach, sessions)
    submit(coach, sessions)
    assert attempt_count(coach, sessions) == 1


def test_attempts_at_a_question_come_with_score_and_delta(coach: Coach, sessions: Sessions) -> None:
    submit(coach, sessions, "Three copies.", Form("form-1"))
    submit(coach, sessions, "Three copies are kept.", Form("form-2"))
    submit(coach, sessions, "Elsewhere.", Form("form-3"), OTHER)
    lines = read(sessions, lambda session: coach.attempts_of(session, PERSONAL, QUESTION))
    assert [(line.ordinal, line.score, line.delta) for line in lines] == [
        (2, 40, 20),
        (1, 20, None),
    ]


def test_the_best_score_stays_when_a_later_attempt_is_worse(
    coach: Coach, sessions: Sessions
) -> None:
    submit(coach, sessions, "Three copies are kept.", Form("form-1"))
    submit(coach, sessions, "Copies.", Form("form-2"))
    best = read(sessions, lambda session: coach.best_scores(session, PERSONAL))
    assert (best[QUESTION].score, best[QUESTION].attempts) == (40, 2)


def test_a_deleted_attempt_is_unknown(coach: Coach, sessions: Sessions) -> None:
    attempt_id = submit(coach, sessions)
    write(sessions, lambda session: coach.delete_attempt(session, PERSONAL, attempt_id))
    with pytest.raises(UnknownAttempt):
        read(sessions, lambda session: coach.attempt(session, PERSONAL, attempt_id))


def test_an_unknown_attempt_cannot_be_deleted(coach: Coach, sessions: Sessions) -> None:
    with pytest.raises(UnknownAttempt):
        write(sessions, lambda session: coach.delete_attempt(session, PERSONAL, "nope"))


def test_deleting_everything_leaves_nothing(coach: Coach, sessions: Sessions) -> None:
    submit(coach, sessions)
    write(sessions, lambda session: coach.reveal(session, PERSONAL, OTHER))
    write(sessions, lambda session: coach.save_draft(session, PERSONAL, OTHER, "We", FORM))
    write(sessions, lambda session: coach.delete_everything(session, PERSONAL))
    assert attempt_count(coach, sessions) == 0
    assert read(sessions, lambda session: coach.drafted(session, PERSONAL)) == frozenset()
    assert read(sessions, lambda session: coach.revealed(session, PERSONAL, OTHER)) is None


def test_a_draft_is_kept_until_the_answer_is_submitted(coach: Coach, sessions: Sessions) -> None:
    early = Form("form-1", 1)
    write(sessions, lambda session: coach.save_draft(session, PERSONAL, QUESTION, "We", early))
    draft = read(sessions, lambda session: coach.draft(session, PERSONAL, QUESTION))
    assert draft is not None
    assert (draft.text, draft.form) == ("We", early)
    submit(coach, sessions, form=Form("form-1", 2))
    assert read(sessions, lambda session: coach.draft(session, PERSONAL, QUESTION)) is None


def test_a_late_autosave_is_told_that_it_was_not_kept(coach: Coach, sessions: Sessions) -> None:
    submit(coach, sessions, form=Form("form-1", 2))
    late = Form("form-1", 1)
    assert not write(
        sessions, lambda session: coach.save_draft(session, PERSONAL, QUESTION, "We", late)
    )


def test_an_empty_answer_leaves_the_draft(coach: Coach, sessions: Sessions) -> None:
    write(sessions, lambda session: coach.save_draft(session, PERSONAL, QUESTION, "We", FORM))
    with pytest.raises(NothingToScore):
        submit(coach, sessions, " ")
    assert read(sessions, lambda session: coach.draft(session, PERSONAL, QUESTION)) is not None


def test_a_draft_can_be_thrown_away(coach: Coach, sessions: Sessions) -> None:
    write(sessions, lambda session: coach.save_draft(session, PERSONAL, QUESTION, "We", FORM))
    write(sessions, lambda session: coach.forget_draft(session, PERSONAL, QUESTION))
    assert read(sessions, lambda session: coach.draft(session, PERSONAL, QUESTION)) is None


def may_see(coach: Coach, sessions: Sessions) -> bool:
    return read(sessions, lambda session: coach.may_see_model_answer(session, PERSONAL, QUESTION))


def test_the_model_answer_is_hidden_at_first(coach: Coach, sessions: Sessions) -> None:
    assert not may_see(coach, sessions)


def test_the_model_answer_is_shown_after_an_attempt(coach: Coach, sessions: Sessions) -> None:
    submit(coach, sessions)
    assert may_see(coach, sessions)


def test_the_model_answer_is_shown_after_a_reveal_which_is_recorded(
    coach: Coach, sessions: Sessions
) -> None:
    write(sessions, lambda session: coach.reveal(session, PERSONAL, QUESTION))
    assert may_see(coach, sessions)
    assert read(sessions, lambda session: coach.revealed(session, PERSONAL, QUESTION)) == NOON


def test_an_unknown_question_has_no_draft_and_no_reveal(coach: Coach, sessions: Sessions) -> None:
    with pytest.raises(UnknownQuestion):
        write(sessions, lambda session: coach.reveal(session, PERSONAL, "nope"))
    with pytest.raises(UnknownQuestion):
        write(sessions, lambda session: coach.save_draft(session, PERSONAL, "nope", "We", FORM))


def note(coach: Coach, sessions: Sessions, attempt_id: str, subject: str, text: str = "") -> None:
    write(
        sessions,
        lambda session: coach.save_note(
            session, PERSONAL, attempt_id, subject, kind="said", text=text
        ),
    )


def test_every_concept_and_flag_can_carry_a_note(coach: Coach, sessions: Sessions) -> None:
    attempt_id = submit(coach, sessions)
    report = read(sessions, lambda session: coach.attempt(session, PERSONAL, attempt_id)).report
    assert subjects(report) == {"concept/copies", "flag/misconception/one-copy-is-safe"}
    for subject in subjects(report):
        note(coach, sessions, attempt_id, subject, "It is in line 2.")
    notes = read(sessions, lambda session: coach.notes(session, PERSONAL, attempt_id))
    assert {subject: kept.text for subject, kept in notes.items()} == dict.fromkeys(
        subjects(report), "It is in line 2."
    )


def test_a_note_can_be_erased(coach: Coach, sessions: Sessions) -> None:
    attempt_id = submit(coach, sessions)
    note(coach, sessions, attempt_id, "concept/copies")
    write(
        sessions,
        lambda session: coach.erase_note(session, PERSONAL, attempt_id, "concept/copies"),
    )
    assert read(sessions, lambda session: coach.notes(session, PERSONAL, attempt_id)) == {}


def test_a_note_on_what_the_report_does_not_say_is_refused(
    coach: Coach, sessions: Sessions
) -> None:
    attempt_id = submit(coach, sessions)
    with pytest.raises(UnknownSubject):
        note(coach, sessions, attempt_id, "concept/nope")


def test_a_note_on_an_unknown_attempt_is_refused(coach: Coach, sessions: Sessions) -> None:
    with pytest.raises(UnknownAttempt):
        note(coach, sessions, "nope", "concept/copies")


def test_a_note_as_long_as_an_answer_is_refused(coach: Coach, sessions: Sessions) -> None:
    attempt_id = submit(coach, sessions)
    with pytest.raises(NoteTooLong, match="2,000"):
        note(coach, sessions, attempt_id, "concept/copies", "x" * (NOTE_LIMIT + 1))


def test_a_swapped_bank_is_used_from_the_next_answer_on(coach: Coach, sessions: Sessions) -> None:
    bank = coach.holder.bank
    coach.holder.swap(Bank({}, {}, bank.lexicon, {}), WordCounter())
    with pytest.raises(UnknownQuestion):
        submit(coach, sessions)
    coach.holder.swap(bank, WordCounter())
    submit(coach, sessions)
    assert attempt_count(coach, sessions) == 1
