"""What the files of a question held at one time or another; only ever added to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from app.db.tables import ContentVersionRow

Kind = Literal["published", "found", "removed", "draft"]
"""published; found on disk, written by other means; taken away; a draft that was let go."""


@dataclass(frozen=True, slots=True)
class Version:
    """The files of a question at one time.

    Attributes:
        ordinal: counts a question's versions from 1.
        author: who did it; "" for what was found on disk.
        base: sums up the files on disk as they were then.
    """

    id: str
    question: str
    ordinal: int
    kind: Kind
    category: str
    author: str
    question_text: str
    rubric_text: str
    base: str
    kept_at: datetime


_COLUMNS = tuple(ContentVersionRow.__table__.columns)


def keep(
    session: Session,
    *,
    id_: str,
    question: str,
    kind: Kind,
    category: str,
    author: str,
    texts: tuple[str, str],
    base: str,
    now: datetime,
) -> None:
    """Add a version of a question.

    Args:
        texts: of its question file and its rubric file.
    """
    mine = ContentVersionRow.question == question
    last = session.execute(select(func.max(ContentVersionRow.ordinal)).where(mine)).scalar_one()
    session.execute(
        insert(ContentVersionRow).values(
            id=id_,
            question=question,
            ordinal=(last or 0) + 1,
            kind=kind,
            category=category,
            author=author,
            question_text=texts[0],
            rubric_text=texts[1],
            base=base,
            kept_at=now,
        )
    )


def find(session: Session, version_id: str) -> Version | None:
    """The version of this id; None when there is none."""
    wanted = select(*_COLUMNS).where(ContentVersionRow.id == version_id)
    row = session.execute(wanted).one_or_none()
    return None if row is None else Version(*row)


def every(session: Session, question: str) -> list[Version]:
    """The versions of a question, newest first."""
    wanted = select(*_COLUMNS).where(ContentVersionRow.question == question)
    rows = session.execute(wanted.order_by(ContentVersionRow.ordinal.desc()))
    return [Version(*row) for row in rows]


def last_base(session: Session, question: str) -> str:
    """The sum of a question's files as they were left here last; "" if never."""
    wanted = (
        select(ContentVersionRow.base)
        .where(ContentVersionRow.question == question, ContentVersionRow.kind != "draft")
        .order_by(ContentVersionRow.ordinal.desc())
        .limit(1)
    )
    return session.execute(wanted).scalar_one_or_none() or ""


def removed(session: Session) -> list[Version]:
    """The last version of every question that was taken away and has not come back."""
    newest = (
        select(ContentVersionRow.question, func.max(ContentVersionRow.ordinal).label("ordinal"))
        .where(ContentVersionRow.kind != "draft")
        .group_by(ContentVersionRow.question)
        .subquery()
    )
    wanted = (
        select(*_COLUMNS)
        .join(
            newest,
            (newest.c.question == ContentVersionRow.question)
            & (newest.c.ordinal == ContentVersionRow.ordinal),
        )
        .where(ContentVersionRow.kind == "removed")
        .order_by(ContentVersionRow.question)
    )
    return [Version(*row) for row in session.execute(wanted)]
