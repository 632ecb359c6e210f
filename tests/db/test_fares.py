"""Promises of app/db/fares.py."""

import dataclasses

import pytest
from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.db import attempts, fares, notes
from app.db.connect import Sessions
from app.db.forms import Form
from app.db.notes import Note
from app.db.tables import LearnerRow
from app.engine.report import RedFlag
from tests import make
from tests.db.values import NOON, scored

KAFKA = "kafka-event-backbone"


def answered(session: Session, learner: str, *scores: int, question: str = KAFKA) -> list[str]:
    """Attempts of a learner in order of time; their ids."""
    if session.get(LearnerRow, learner) is None:
        session.execute(insert(LearnerRow).values(id=learner, created_at=NOON))
    made = []
    for number, score in enumerate(scores):
        id_ = f"{learner}-{question}-{number}"
        attempt = scored(
            id_,
            learner=learner,
            question=question,
            score=score,
            form=Form(id_),
            text=f"It is {id_}.",
        )
        made.append(attempts.add(session, attempt))
    return made


@pytest.mark.parametrize(
    ("scores", "median"), [((10,), 10), ((10, 40), 25), ((10, 40, 80), 40), ((0, 0, 40, 80), 20)]
)
def test_the_median_is_that_of_the_latest_attempt_of_each_learner(
    sessions: Sessions, scores: tuple[int, ...], median: float
) -> None:
    with sessions.writing.begin() as session:
        for number, score in enumerate(scores):
            answered(session, f"learner-{number}", 99, score)
        assert fares.usage(session) == {
            KAFKA: fares.Usage(2 * len(scores), len(scores), median),
        }


def test_questions_are_counted_apart(sessions: Sessions) -> None:
    with sessions.writing.begin() as session:
        answered(session, "ann", 10)
        answered(session, "ann", 70, question="news-feed")
        assert fares.usage(session)["news-feed"] == fares.Usage(1, 1, 70)


def test_a_question_that_nobody_answered_is_not_listed(sessions: Sessions) -> None:
    with sessions.reading.begin() as session:
        assert fares.usage(session) == {}
        assert fares.outcomes(session, KAFKA) == ()


def test_of_each_learner_the_latest_attempt_is_read(sessions: Sessions) -> None:
    with sessions.writing.begin() as session:
        answered(session, "ann", 10, 60)
        answered(session, "bob", 30)
        answered(session, "ann", 90, question="news-feed")
        assert sorted(each.score for each in fares.outcomes(session, KAFKA)) == [30, 60]


def test_an_outcome_holds_no_word_of_the_learner(sessions: Sessions) -> None:
    flag = RedFlag(
        kind="misconception",
        id="one-copy-is-safe",
        severity="major",
        points=-4,
        message="You say what is not so: “my secret words”",
    )
    told = make.report(question=KAFKA, red_flags=(flag,))
    with sessions.writing.begin() as session:
        attempts.add(session, dataclasses.replace(scored(), report=told))
        (outcome,) = fares.outcomes(session, KAFKA)
    assert outcome.red_flags == (
        fares.Flagged(kind="misconception", id="one-copy-is-safe", severity="major"),
    )
    assert [(each.id, each.standing) for each in outcome.concepts] == [("copies", "mentioned")]
    assert "secret" not in outcome.model_dump_json()


def test_no_more_than_so_many_attempts_are_read(
    sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fares, "MOST_READ", 2)
    with sessions.writing.begin() as session:
        for learner in ("ann", "bob", "cid"):
            answered(session, learner, 10)
        assert len(fares.outcomes(session, KAFKA)) == 2


def test_notes_are_counted_by_line_and_kind(sessions: Sessions) -> None:
    with sessions.writing.begin() as session:
        for learner in ("ann", "bob"):
            (attempt,) = answered(session, learner, 10)
            notes.write(session, learner, attempt, Note("concept/copies", "wrong", "No!", NOON))
        notes.write(session, "bob", attempt, Note("flag/check/spare-copy", "said", "Yes.", NOON))
        assert fares.notes(session, KAFKA) == (
            fares.NoteCount("concept/copies", "wrong", 2),
            fares.NoteCount("flag/check/spare-copy", "said", 1),
        )
        assert fares.notes(session, "news-feed") == ()
