"""Promises of app/db/revisions.py."""

import pytest
from sqlalchemy import insert

from app.db import attempts, drafts
from app.db.connect import Sessions
from app.db.forms import Form
from app.db.learners import PERSONAL
from app.db.tables import LearnerRow
from tests.db.values import NOON, scored

KAFKA = "kafka-event-backbone"


@pytest.fixture
def first(sessions: Sessions) -> str:
    """The id of a kept attempt."""
    with sessions.writing.begin() as session:
        return attempts.add(session, scored("a1"))


def revise(sessions: Sessions, revises: str, **changes: str) -> str | None:
    """What a second attempt says it revises."""
    second = scored("a2", form=Form("form-2"), revises=revises, **changes)  # type: ignore[arg-type]
    with sessions.writing.begin() as session:
        attempts.add(session, second)
        found = attempts.find(session, second.learner, "a2")
    assert found is not None
    return found.revises


def test_an_attempt_knows_which_one_it_revises(sessions: Sessions, first: str) -> None:
    assert revise(sessions, first) == first


def test_an_attempt_that_is_not_there_is_let_go_of(sessions: Sessions) -> None:
    assert revise(sessions, "nope") is None


def test_an_attempt_at_another_question_is_not_revised(sessions: Sessions, first: str) -> None:
    assert revise(sessions, first, question="url-shortener") is None


def test_nobody_revises_anothers_attempt(sessions: Sessions, first: str) -> None:
    with sessions.writing.begin() as session:
        session.execute(insert(LearnerRow).values(id="charlie", created_at=NOON))
    assert revise(sessions, first, learner="charlie") is None


def test_a_draft_knows_what_it_revises_until_that_is_deleted(
    sessions: Sessions, first: str
) -> None:
    form = Form("form-2", 1)
    with sessions.writing.begin() as session:
        drafts.save(session, PERSONAL, KAFKA, text="We", form=form, now=NOON, revises=first)
        draft = drafts.find(session, PERSONAL, KAFKA)
        assert draft is not None
        assert draft.revises == first
        attempts.remove(session, PERSONAL, first)
        draft = drafts.find(session, PERSONAL, KAFKA)
        assert draft is not None
        assert draft.revises is None


def test_a_revision_outlives_what_it_revised(sessions: Sessions, first: str) -> None:
    revise(sessions, first)
    with sessions.writing.begin() as session:
        attempts.remove(session, PERSONAL, first)
        found = attempts.find(session, PERSONAL, "a2")
    assert found is not None
    assert found.revises is None
