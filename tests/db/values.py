"""Small valid values for database tests, where only what matters is named."""

from datetime import UTC, datetime

from app.db.attempts import Scored
from app.db.forms import Form
from app.db.learners import PERSONAL
from app.engine.report import Feedback, Report

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
FORM = Form("form-1")


def report(question: str = "kafka-event-backbone", score: int = 50, band: int = 3) -> Report:
    """A report that says nothing about concepts."""
    return Report(
        question=question,
        rubric_digest="d" * 64,
        engine="1",
        score=score,
        band=band,
        band_name="hire",
        judged_at="senior",
        concepts=(),
        feedback=Feedback(first="Say what acks=all waits for."),
    )


def scored(
    attempt: str = "a1",
    *,
    text: str = "We use replication.",
    form: Form = FORM,
    learner: str = PERSONAL,
    question: str = "kafka-event-backbone",
    score: int = 50,
    now: datetime = NOON,
    revises: str | None = None,
) -> Scored:
    """An answer on its way to being kept."""
    return Scored(
        id=attempt,
        learner=learner,
        text=text,
        report=report(question, score),
        score=score,
        band=3,
        form=form,
        seconds=None,
        now=now,
        revises=revises,
    )
