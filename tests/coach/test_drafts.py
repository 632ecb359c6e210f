"""Promises of app/coach/drafts.py."""

import pytest
from sqlalchemy.orm import Session

from app.coach import Coach, NothingToScore, UnknownQuestion, same_lines
from app.db.forms import Form
from app.db.learners import PERSONAL
from tests.coaching import FORM, QUESTION, TEXT, submit


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


def test_an_unknown_question_has_no_draft(coach: Coach, session: Session) -> None:
    with pytest.raises(UnknownQuestion):
        coach.save_draft(session, PERSONAL, "nope", "We", FORM)


def test_a_revision_asks_before_it_replaces_another_draft(coach: Coach, session: Session) -> None:
    attempt_id = submit(coach, session)
    coach.save_draft(session, PERSONAL, QUESTION, "Another start.", Form("form-2"))
    in_the_way = coach.revise(session, PERSONAL, attempt_id)
    assert in_the_way is not None
    assert in_the_way.text == "Another start."
    assert coach.revise(session, PERSONAL, attempt_id, replace=True) is None
    draft = coach.draft(session, PERSONAL, QUESTION)
    assert draft is not None
    assert (draft.text, draft.revises) == (TEXT, attempt_id)


def test_line_ends_make_no_other_text() -> None:
    assert same_lines("One.\r\nTwo.", "One.\nTwo.")
    assert not same_lines("One. Two.", "One.\nTwo.")
