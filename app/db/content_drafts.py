"""Questions and rubrics in the works: one draft a question, whoever wrote it last."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, text
from sqlalchemy.orm import Session

from app.db.tables import ContentDraftRow


@dataclass(frozen=True, slots=True)
class ContentDraft:
    """A draft as it was kept last.

    Attributes:
        question: the id it was begun under, which its text may have changed since.
        base: sums up the files on disk that it began from.
    """

    question: str
    category: str
    author: str
    question_text: str
    rubric_text: str
    base: str
    saved_at: datetime


_COLUMNS = tuple(ContentDraftRow.__table__.columns)


def hold(session: Session) -> None:
    """Let no other transaction write drafts or versions of content until this one ends.

    SQLite has but one writer at a time anyway; authors are few, so PostgreSQL locks the table.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("LOCK TABLE content_drafts IN SHARE ROW EXCLUSIVE MODE"))


def save(session: Session, draft: ContentDraft) -> None:
    """Keep a draft in place of the question's earlier one; the caller holds drafts."""
    clear(session, draft.question)
    session.execute(
        insert(ContentDraftRow).values(
            question=draft.question,
            category=draft.category,
            author=draft.author,
            question_text=draft.question_text,
            rubric_text=draft.rubric_text,
            base=draft.base,
            saved_at=draft.saved_at,
        )
    )


def find(session: Session, question: str) -> ContentDraft | None:
    """The draft of a question; None when there is none."""
    wanted = select(*_COLUMNS).where(ContentDraftRow.question == question)
    row = session.execute(wanted).one_or_none()
    return None if row is None else ContentDraft(*row)


def every(session: Session) -> list[ContentDraft]:
    """All drafts, by question."""
    rows = session.execute(select(*_COLUMNS).order_by(ContentDraftRow.question))
    return [ContentDraft(*row) for row in rows]


def clear(session: Session, question: str) -> None:
    """Forget the draft of a question, if there is one."""
    session.execute(delete(ContentDraftRow).where(ContentDraftRow.question == question))
