"""Promises of app/coach/reveals.py."""

import pytest
from sqlalchemy.orm import Session

from app.coach import Coach, UnknownQuestion
from app.db.learners import PERSONAL
from tests.coaching import NOON, QUESTION, submit


def test_the_model_answer_is_hidden_at_first(coach: Coach, session: Session) -> None:
    assert not coach.may_see_model_answer(session, PERSONAL, QUESTION)


def test_the_model_answer_is_shown_after_an_attempt(coach: Coach, session: Session) -> None:
    submit(coach, session)
    assert coach.may_see_model_answer(session, PERSONAL, QUESTION)


def test_a_reveal_shows_the_model_answer_and_is_recorded(coach: Coach, session: Session) -> None:
    coach.reveal(session, PERSONAL, QUESTION)
    assert coach.may_see_model_answer(session, PERSONAL, QUESTION)
    assert coach.revealed(session, PERSONAL, QUESTION) == NOON


def test_an_unknown_question_has_no_reveal(coach: Coach, session: Session) -> None:
    with pytest.raises(UnknownQuestion):
        coach.reveal(session, PERSONAL, "nope")
