"""The tables of who is who: signed-in browsers, and links that open the author's pages."""

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.db.tables import Base, KeptName, UtcTime


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
