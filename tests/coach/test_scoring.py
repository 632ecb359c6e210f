"""Promises of app/coach/scoring.py."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.bank_holder import BankHolder
from app.coach import Coach, NothingToScore, UnknownQuestion
from app.content.bank import Bank
from app.db.connect import Sessions
from app.db.failures import StorageBusy
from app.db.learners import PERSONAL, hold
from app.engine.door import ANSWER_LIMIT, TooLong
from app.engine.report import Report
from tests.coaching import FORM, NOON, QUESTION, TEXT, WordCounter, submit


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


def test_a_swapped_bank_is_used_from_the_next_answer_on(coach: Coach, session: Session) -> None:
    bank = coach.holder.bank
    coach.holder.swap(Bank({}, {}, bank.lexicon, {}), WordCounter())
    with pytest.raises(UnknownQuestion):
        submit(coach, session)
    coach.holder.swap(bank, WordCounter())
    submit(coach, session)
    assert coach.attempt_count(session, PERSONAL) == 1
