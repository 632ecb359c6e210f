"""Promises of app/coach/attempts.py."""

import pytest
from sqlalchemy.orm import Session

from app.coach import Coach, UnknownAttempt
from app.db.forms import Form
from app.db.learners import PERSONAL
from tests.coaching import FORM, OTHER, QUESTION, TEXT, submit


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


def test_an_attempt_is_compared_with_what_it_revises_or_else_the_one_before(
    coach: Coach, session: Session
) -> None:
    first, second = (submit(coach, session, form=Form(f"form-{n}")) for n in (1, 2))
    revised = coach.submit(session, PERSONAL, QUESTION, TEXT, Form("form-3"), revises=first)

    def earlier(attempt_id: str) -> str | None:
        found = coach.earlier(session, PERSONAL, coach.attempt(session, PERSONAL, attempt_id))
        return found.id if found else None

    assert [earlier(each) for each in (first, second, revised)] == [None, first, first]
