"""The tables, as they are now; app/db/migrations tells how they came to be."""

import re
from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class KeptText(TypeDecorator[str]):
    """Text as typed; what no database can hold (NUL, lone surrogates) becomes U+FFFD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Replace what cannot be stored."""
        return _storable(value)


class KeptName(TypeDecorator[str]):
    """A short text that rows are found by: an id, a token, a digest; storable like `KeptText`."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Replace what cannot be stored."""
        return _storable(value)


class UtcTime(TypeDecorator[datetime]):
    """A moment, always aware and in UTC; SQLite drops the zone, here it is put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Refuse a moment without a zone: nobody could say when it was."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone cannot be kept")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return the moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Common ground of all tables: constraint names that migrations can rely on."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        }
    )


def _storable(value: str | None) -> str | None:
    return None if value is None else _UNSTORABLE.sub("\ufffd", value)


def _owner(*, primary_key: bool = False) -> Mapped[str]:
    return mapped_column(KeptName(64), ForeignKey("learners.id"), primary_key=primary_key)


class LearnerRow(Base):
    """Whoever studies here."""

    __tablename__ = "learners"

    id: Mapped[str] = mapped_column(KeptName(64), primary_key=True)
    created_at: Mapped[datetime] = mapped_column(UtcTime)


class AttemptRow(Base):
    """One submitted answer with its report; never updated.

    `revises` is the id of the attempt it grew from; it is emptied when that one is deleted.
    `submission` is what makes a form posted twice one attempt (app/db/attempts.py).
    """

    __tablename__ = "attempts"
    __table_args__ = (
        UniqueConstraint("learner", "submission"),
        UniqueConstraint("learner", "question", "ordinal"),
        Index(None, "learner", "created_at"),
    )

    id: Mapped[str] = mapped_column(KeptName(32), primary_key=True)
    learner: Mapped[str] = _owner()
    question: Mapped[str] = mapped_column(KeptName(64))
    ordinal: Mapped[int]
    text: Mapped[str] = mapped_column(KeptText)
    report: Mapped[str] = mapped_column(KeptText)
    rubric_digest: Mapped[str] = mapped_column(KeptName(80))
    band: Mapped[int]
    score: Mapped[int]
    seconds: Mapped[int | None]
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    form_token: Mapped[str] = mapped_column(KeptName(64))
    form_revision: Mapped[int] = mapped_column(BigInteger)
    submission: Mapped[str] = mapped_column(KeptName(64))
    revises: Mapped[str | None] = mapped_column(KeptName(32))


class NoteRow(Base):
    """What a learner says about one line of a report."""

    __tablename__ = "notes"

    attempt: Mapped[str] = mapped_column(
        KeptName(32), ForeignKey("attempts.id", ondelete="CASCADE"), primary_key=True
    )
    subject: Mapped[str] = mapped_column(KeptName(160), primary_key=True)
    learner: Mapped[str] = _owner()
    kind: Mapped[str] = mapped_column(KeptName(16))
    text: Mapped[str] = mapped_column(KeptText)
    written_at: Mapped[datetime] = mapped_column(UtcTime)


class DraftRow(Base):
    """An answer not yet submitted."""

    __tablename__ = "drafts"

    learner: Mapped[str] = _owner(primary_key=True)
    question: Mapped[str] = mapped_column(KeptName(64), primary_key=True)
    text: Mapped[str] = mapped_column(KeptText)
    form_token: Mapped[str] = mapped_column(KeptName(64))
    form_revision: Mapped[int] = mapped_column(BigInteger)
    saved_at: Mapped[datetime] = mapped_column(UtcTime)
    revises: Mapped[str | None] = mapped_column(KeptName(32))


class RevealRow(Base):
    """The learner asked to see a model answer before answering."""

    __tablename__ = "reveals"

    learner: Mapped[str] = _owner(primary_key=True)
    question: Mapped[str] = mapped_column(KeptName(64), primary_key=True)
    revealed_at: Mapped[datetime] = mapped_column(UtcTime)


class ShareRow(Base):
    """A link by which a learner shows a report; `digest` is the SHA-256 of the secret in it."""

    __tablename__ = "shares"

    id: Mapped[str] = mapped_column(KeptName(32), primary_key=True)
    learner: Mapped[str] = _owner()
    attempt: Mapped[str] = mapped_column(
        KeptName(32), ForeignKey("attempts.id", ondelete="CASCADE")
    )
    digest: Mapped[str] = mapped_column(KeptName(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcTime)


class ContentDraftRow(Base):
    """Texts of a question that an author has not published yet; one draft a question.

    `base` sums up the files on disk that the draft began from (app/authoring/placing.py). `author`
    is no foreign key: content outlives who wrote it.
    """

    __tablename__ = "content_drafts"

    question: Mapped[str] = mapped_column(KeptName(64), primary_key=True)
    category: Mapped[str] = mapped_column(KeptName(64))
    author: Mapped[str] = mapped_column(KeptName(64))
    question_text: Mapped[str] = mapped_column(KeptText)
    rubric_text: Mapped[str] = mapped_column(KeptText)
    base: Mapped[str] = mapped_column(KeptName(64))
    saved_at: Mapped[datetime] = mapped_column(UtcTime)


class ContentVersionRow(Base):
    """What a question's files held at one time; never updated.

    `author` is "" for what was found on disk, written by whatever means.
    """

    __tablename__ = "content_versions"
    __table_args__ = (UniqueConstraint("question", "ordinal"),)

    id: Mapped[str] = mapped_column(KeptName(32), primary_key=True)
    question: Mapped[str] = mapped_column(KeptName(64))
    ordinal: Mapped[int]
    kind: Mapped[str] = mapped_column(KeptName(16))
    category: Mapped[str] = mapped_column(KeptName(64))
    author: Mapped[str] = mapped_column(KeptName(64))
    question_text: Mapped[str] = mapped_column(KeptText)
    rubric_text: Mapped[str] = mapped_column(KeptText)
    base: Mapped[str] = mapped_column(KeptName(64))
    kept_at: Mapped[datetime] = mapped_column(UtcTime)
