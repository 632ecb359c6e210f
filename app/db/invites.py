"""Links by which people make accounts, each for one. The secret in a link is never kept."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from app.db.account_tables import AccountRow, InviteRow, Role
from app.db.digests import digest_of


@dataclass(frozen=True, slots=True)
class Invite:
    """An invite that nobody has used yet.

    Attributes:
        id: names it where it is ended; opens nothing.
        role: of the account it makes.
        made_by: id of the author who made it; None for the command line's.
    """

    id: str
    role: Role
    made_by: str | None
    created_at: datetime
    expires_at: datetime


_COLUMNS = (
    InviteRow.id,
    InviteRow.role,
    InviteRow.made_by,
    InviteRow.created_at,
    InviteRow.expires_at,
)


def add(session: Session, invite: Invite, secret: str) -> None:
    """Let whoever has `secret` make one account; what has run out is swept away."""
    session.execute(delete(InviteRow).where(InviteRow.expires_at <= invite.created_at))
    session.execute(
        insert(InviteRow).values(
            id=invite.id,
            digest=digest_of(secret),
            role=invite.role,
            made_by=invite.made_by,
            created_at=invite.created_at,
            expires_at=invite.expires_at,
        )
    )


def find(session: Session, secret: str, now: datetime) -> Invite | None:
    """The invite that `secret` opens; None if there is none, or it was used, ended or ran out."""
    row = session.execute(
        select(*_COLUMNS).where(InviteRow.digest == digest_of(secret), InviteRow.expires_at > now)
    ).one_or_none()
    return Invite(*row) if row else None


def use(session: Session, secret: str, now: datetime) -> Invite | None:
    """Use an invite up. Of two at once, one gets it."""
    row = session.execute(
        delete(InviteRow)
        .where(InviteRow.digest == digest_of(secret), InviteRow.expires_at > now)
        .returning(*_COLUMNS)
    ).one_or_none()
    return Invite(*row) if row else None


def every_open(session: Session, now: datetime) -> tuple[tuple[Invite, str], ...]:
    """The invites that can be used, newest first, each with its maker's name or ""."""
    rows = session.execute(
        select(*_COLUMNS, AccountRow.name)
        .outerjoin(AccountRow, AccountRow.learner == InviteRow.made_by)
        .where(InviteRow.expires_at > now)
        .order_by(InviteRow.created_at.desc(), InviteRow.id)
    )
    return tuple((Invite(*row[:-1]), row[-1] or "") for row in rows)


def remove(session: Session, invite: str) -> bool:
    """End an invite; tell whether there was one."""
    gone = session.execute(delete(InviteRow).where(InviteRow.id == invite).returning(InviteRow.id))
    return gone.scalar_one_or_none() is not None


def remove_of(session: Session, learner: str) -> None:
    """End every invite that somebody made."""
    session.execute(delete(InviteRow).where(InviteRow.made_by == learner))
