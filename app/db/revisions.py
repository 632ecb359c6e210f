"""Which attempt an answer grew from."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.db.tables import AttemptRow, DraftRow


def revisable(session: Session, learner: str, question: str, attempt: str | None) -> str | None:
    """`attempt`, if it is one of `learner` at `question`; else None, as if nothing were revised.

    It may have been deleted since its answer was put into the box, and the new one still counts.
    """
    return session.execute(
        select(AttemptRow.id).where(
            AttemptRow.learner == learner,
            AttemptRow.question == question,
            AttemptRow.id == attempt,
        )
    ).scalar_one_or_none()


def forget(session: Session, learner: str, attempt: str) -> None:
    """Let attempts and drafts that grew from `attempt` stand on their own."""
    for table in (AttemptRow, DraftRow):
        session.execute(
            update(table)
            .where(table.learner == learner, table.revises == attempt)
            .values(revises=None)
        )
