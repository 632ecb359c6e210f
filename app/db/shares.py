"""Links by which a learner shows reports to others. The secret in a link is never kept."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from app.db import attempts
from app.db.attempts import Attempt
from app.db.digests import digest_of
from app.db.learners import hold
from app.db.tables import AttemptRow, ShareRow


@dataclass(frozen=True, slots=True)
class Share:
    """A link that is open, as a line of a list.

    Attributes:
        id: names it where it is ended; opens nothing.
        attempt, question, ordinal: what it shows.
    """

    id: str
    attempt: str
    question: str
    ordinal: int
    created_at: datetime


def add(
    session: Session, learner: str, attempt: str, *, share: str, secret: str, now: datetime
) -> None:
    """Open an attempt of `learner` to whoever has `secret`.

    Args:
        share: id of the link, drawn by the caller; must be new.
    """
    hold(session, learner)
    session.execute(
        insert(ShareRow).values(
            id=share, learner=learner, attempt=attempt, digest=digest_of(secret), created_at=now
        )
    )


def find(session: Session, secret: str) -> Attempt | None:
    """The attempt that `secret` opens; None once the link was ended, or if there never was one."""
    row = session.execute(
        select(ShareRow.learner, ShareRow.attempt).where(ShareRow.digest == digest_of(secret))
    ).one_or_none()
    return attempts.find(session, row.learner, row.attempt) if row else None


def of_learner(session: Session, learner: str) -> tuple[Share, ...]:
    """All open links of `learner`, newest first."""
    rows = session.execute(
        select(
            ShareRow.id,
            ShareRow.attempt,
            AttemptRow.question,
            AttemptRow.ordinal,
            ShareRow.created_at,
        )
        .join(AttemptRow, AttemptRow.id == ShareRow.attempt)
        .where(ShareRow.learner == learner)
        .order_by(ShareRow.created_at.desc(), ShareRow.id)
    )
    return tuple(Share(**row._mapping) for row in rows)  # noqa: SLF001 - SQLAlchemy's public name


def remove(session: Session, learner: str, share: str) -> bool:
    """End a link; tell whether there was one."""
    hold(session, learner)
    gone = session.execute(
        delete(ShareRow)
        .where(ShareRow.learner == learner, ShareRow.id == share)
        .returning(ShareRow.id)
    )
    return gone.scalar_one_or_none() is not None
