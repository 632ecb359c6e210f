"""Accounts: who may sign in, and as what. Removing one removes everything it owns."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.db import learners, sign_ins
from app.db.account_tables import AccountRow, InviteRow, Role
from app.db.digests import digest_of
from app.db.tables import LearnerRow


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in.

    Attributes:
        learner: id of the learner whose everything is.
        name: as it is shown.
        key: what names are compared by; no two accounts share one.
        password: its hash, with the hash's own parameters.
    """

    learner: str
    name: str
    key: str
    role: Role
    password: str
    created_at: datetime


def add(session: Session, account: Account, recovery: str) -> bool:
    """Keep a new account and its learner; False, and nothing done, if its name is taken.

    Args:
        recovery: the recovery code, of which only the digest is kept.
    """
    if find_named(session, account.key) is not None:
        return False
    try:
        with session.begin_nested():
            session.execute(
                insert(LearnerRow).values(id=account.learner, created_at=account.created_at)
            )
            session.execute(
                insert(AccountRow).values(
                    learner=account.learner,
                    name=account.name,
                    key=account.key,
                    role=account.role,
                    password=account.password,
                    recovery=digest_of(recovery),
                    created_at=account.created_at,
                )
            )
    except IntegrityError:  # PostgreSQL: somebody took the name since we looked
        return False
    return True


def find(session: Session, learner: str) -> Account | None:
    """The account of a learner."""
    row = session.execute(_ALL.where(AccountRow.learner == learner)).one_or_none()
    return Account(*row) if row else None


def find_named(session: Session, key: str) -> Account | None:
    """The account whose name has this key."""
    row = session.execute(_ALL.where(AccountRow.key == key)).one_or_none()
    return Account(*row) if row else None


def everybody(session: Session) -> tuple[Account, ...]:
    """All accounts, by name."""
    return tuple(Account(*row) for row in session.execute(_ALL.order_by(AccountRow.key)))


def set_password(session: Session, learner: str, password: str) -> None:
    """Keep another hash."""
    session.execute(
        update(AccountRow).where(AccountRow.learner == learner).values(password=password)
    )


def set_recovery(session: Session, learner: str, recovery: str) -> None:
    """Let another recovery code work, in place of the one before."""
    session.execute(
        update(AccountRow).where(AccountRow.learner == learner).values(recovery=digest_of(recovery))
    )


def recover(session: Session, key: str, used: str, recovery: str) -> str | None:
    """Use a recovery code up for a new one; the learner, or None if it is not the account's."""
    return session.execute(
        update(AccountRow)
        .where(AccountRow.key == key, AccountRow.recovery == digest_of(used))
        .values(recovery=digest_of(recovery))
        .returning(AccountRow.learner)
    ).scalar_one_or_none()


def set_role(session: Session, learner: str, role: Role) -> None:
    """Change what somebody may do."""
    session.execute(update(AccountRow).where(AccountRow.learner == learner).values(role=role))


def remove(session: Session, learner: str) -> None:
    """Delete an account, everything its learner made, its invites and its sign-ins."""
    learners.empty(session, learner)
    sign_ins.remove_all(session, learner)
    session.execute(delete(InviteRow).where(InviteRow.made_by == learner))
    session.execute(delete(AccountRow).where(AccountRow.learner == learner))
    session.execute(delete(LearnerRow).where(LearnerRow.id == learner))


_ALL = select(
    AccountRow.learner,
    AccountRow.name,
    AccountRow.key,
    AccountRow.role,
    AccountRow.password,
    AccountRow.created_at,
)
