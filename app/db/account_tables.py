"""The tables of who is who: accounts, invites, signed-in browsers, the author's link."""

from datetime import datetime
from typing import Literal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.db.tables import Base, KeptName, UtcTime

Role = Literal["learner", "author"]
"""A learner studies; an author may change content too."""


class SignInRow(Base):
    """A browser that is signed in; `digest` is the SHA-256 of the secret in its cookie."""

    __tablename__ = "sign_ins"

    id: Mapped[str] = mapped_column(KeptName(32), primary_key=True)
    learner: Mapped[str] = mapped_column(KeptName(64), ForeignKey("learners.id"), index=True)
    digest: Mapped[str] = mapped_column(KeptName(64), unique=True)
    browser: Mapped[str] = mapped_column(KeptName(80))
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    expires_at: Mapped[datetime] = mapped_column(UtcTime)


class AuthorLinkRow(Base):
    """The link that opens the author's pages of a personal installation, by its digest."""

    __tablename__ = "author_links"

    digest: Mapped[str] = mapped_column(KeptName(64), primary_key=True)
    expires_at: Mapped[datetime] = mapped_column(UtcTime)


class AccountRow(Base):
    """Somebody who signs in with a name and a password; a learner of the same id belongs to it.

    `key` is what names are compared by. `password` is an argon2id hash with its parameters, and
    `recovery` the SHA-256 of the recovery code.
    """

    __tablename__ = "accounts"

    learner: Mapped[str] = mapped_column(KeptName(64), ForeignKey("learners.id"), primary_key=True)
    name: Mapped[str] = mapped_column(KeptName(40))
    key: Mapped[str] = mapped_column(KeptName(160), unique=True)
    role: Mapped[Role] = mapped_column(KeptName(16))
    password: Mapped[str] = mapped_column(KeptName(255))
    recovery: Mapped[str] = mapped_column(KeptName(64))
    created_at: Mapped[datetime] = mapped_column(UtcTime)


class InviteRow(Base):
    """A link by which somebody makes an account; `made_by` is None for the command line's."""

    __tablename__ = "invites"

    id: Mapped[str] = mapped_column(KeptName(32), primary_key=True)
    digest: Mapped[str] = mapped_column(KeptName(64), unique=True)
    role: Mapped[Role] = mapped_column(KeptName(16))
    made_by: Mapped[str | None] = mapped_column(KeptName(64), ForeignKey("accounts.learner"))
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    expires_at: Mapped[datetime] = mapped_column(UtcTime)
