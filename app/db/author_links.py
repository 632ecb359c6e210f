"""The link that opens the author's pages of a personal installation: one at a time, for one use."""

from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from app.db.account_tables import AuthorLinkRow
from app.db.digests import digest_of


def put(session: Session, secret: str, expires_at: datetime) -> None:
    """Let `secret` open the author's pages once; an earlier link opens them no more."""
    session.execute(delete(AuthorLinkRow))
    session.execute(insert(AuthorLinkRow).values(digest=digest_of(secret), expires_at=expires_at))


def is_open(session: Session, secret: str, now: datetime) -> bool:
    """Tell whether `secret` still opens them."""
    found = select(AuthorLinkRow.digest).where(
        AuthorLinkRow.digest == digest_of(secret), AuthorLinkRow.expires_at > now
    )
    return session.execute(found).one_or_none() is not None


def use(session: Session, secret: str, now: datetime) -> bool:
    """Use the link up; tell whether it opened anything. Of two at once, one is told so."""
    gone = session.execute(
        delete(AuthorLinkRow)
        .where(AuthorLinkRow.digest == digest_of(secret), AuthorLinkRow.expires_at > now)
        .returning(AuthorLinkRow.digest)
    )
    return gone.scalar_one_or_none() is not None
