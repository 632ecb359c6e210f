"""Learners: whom everything kept here belongs to."""

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.db.connect import fold_log_after
from app.db.tables import AttemptRow, DraftRow, LearnerRow, NoteRow, RevealRow, ShareRow

PERSONAL = "personal"
"""The one learner of a personal installation; the first migration adds it."""

OWNED = (NoteRow, ShareRow, AttemptRow, DraftRow, RevealRow)
"""Every table that holds what a learner made; what hangs on attempts before the attempts."""


def hold(session: Session, learner: str) -> None:
    """Let no other transaction write for `learner` until this one ends.

    SQLite has but one writer at a time anyway; PostgreSQL locks the learner's row.

    Raises:
        sqlalchemy.exc.NoResultFound: there is no such learner.
    """
    session.execute(
        select(LearnerRow.id).where(LearnerRow.id == learner).with_for_update()
    ).scalar_one()


def empty(session: Session, learner: str) -> None:
    """Delete everything `learner` made; the learner stays."""
    hold(session, learner)
    fold_log_after(session)
    for table in OWNED:
        session.execute(delete(table).where(table.learner == learner))


def adopt(session: Session, learner: str) -> None:
    """Give `learner`, who has made nothing yet, everything of the personal installation's."""
    hold(session, PERSONAL)
    for table in OWNED:
        session.execute(update(table).where(table.learner == PERSONAL).values(learner=learner))
