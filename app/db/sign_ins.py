"""Browsers that are signed in. The secret in a cookie is never kept, only its digest."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from app.db.account_tables import SignInRow
from app.db.digests import digest_of


@dataclass(frozen=True, slots=True)
class SignIn:
    """A browser that is signed in, as a line of a list.

    Attributes:
        id: names it where it is ended; opens nothing.
        browser: what it called itself, in a few words.
    """

    id: str
    learner: str
    browser: str
    created_at: datetime
    expires_at: datetime


_COLUMNS = (
    SignInRow.id,
    SignInRow.learner,
    SignInRow.browser,
    SignInRow.created_at,
    SignInRow.expires_at,
)


def add(session: Session, sign_in: SignIn, secret: str) -> None:
    """Sign a browser in: whoever has `secret` is its learner; what has run out is swept away."""
    session.execute(delete(SignInRow).where(SignInRow.expires_at <= sign_in.created_at))
    session.execute(
        insert(SignInRow).values(
            id=sign_in.id,
            learner=sign_in.learner,
            digest=digest_of(secret),
            browser=sign_in.browser,
            created_at=sign_in.created_at,
            expires_at=sign_in.expires_at,
        )
    )


def find(session: Session, secret: str, now: datetime) -> SignIn | None:
    """The sign-in that `secret` proves; None if there is none, or it was ended, or ran out."""
    row = session.execute(
        select(*_COLUMNS).where(SignInRow.digest == digest_of(secret), SignInRow.expires_at > now)
    ).one_or_none()
    return SignIn(*row) if row else None


def of_learner(session: Session, learner: str, now: datetime) -> tuple[SignIn, ...]:
    """Where `learner` is signed in, the latest first."""
    rows = session.execute(
        select(*_COLUMNS)
        .where(SignInRow.learner == learner, SignInRow.expires_at > now)
        .order_by(SignInRow.created_at.desc(), SignInRow.id)
    )
    return tuple(SignIn(*row) for row in rows)


def remove(session: Session, learner: str, sign_in: str) -> bool:
    """Sign a browser out; tell whether it was signed in."""
    gone = session.execute(
        delete(SignInRow)
        .where(SignInRow.learner == learner, SignInRow.id == sign_in)
        .returning(SignInRow.id)
    )
    return gone.scalar_one_or_none() is not None


def remove_all(session: Session, learner: str, *, but: str = "") -> int:
    """Sign every browser of `learner` out `but` one; the number that were."""
    gone = session.execute(
        delete(SignInRow)
        .where(SignInRow.learner == learner, SignInRow.id != but)
        .returning(SignInRow.id)
    )
    return len(gone.all())
