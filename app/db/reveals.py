"""Which model answers a learner asked to see before answering."""

from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from app.db.learners import hold
from app.db.tables import RevealRow


def record(session: Session, learner: str, question: str, now: datetime) -> None:
    """Remember that `learner` saw the model answer of `question`; the first time counts."""
    hold(session, learner)
    if revealed_at(session, learner, question) is None:
        session.execute(
            insert(RevealRow).values(learner=learner, question=question, revealed_at=now)
        )


def revealed_at(session: Session, learner: str, question: str) -> datetime | None:
    """When `learner` first asked to see the model answer; None for never."""
    return session.execute(
        select(RevealRow.revealed_at).where(
            RevealRow.learner == learner, RevealRow.question == question
        )
    ).scalar_one_or_none()
