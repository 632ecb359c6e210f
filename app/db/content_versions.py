"""What the files of a question held at one time or another; only ever added to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Executable, func, insert, select
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
    base: str
    kept_at: datetime


@dataclass(frozen=True, slots=True)
class VersionTexts(Version):
    """A version with what its files held."""

    question_text: str
    rubric_text: str


_ROW = ContentVersionRow
_COLUMNS = (
    *(_ROW.id, _ROW.question, _ROW.ordinal, _ROW.kind),
    *(_ROW.category, _ROW.author, _ROW.base, _ROW.kept_at),
)


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
    mine = _ROW.question == question
    last = session.execute(select(func.max(_ROW.ordinal)).where(mine)).scalar_one()
    session.execute(
        insert(_ROW).values(
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


def find(session: Session, version_id: str) -> VersionTexts | None:
    """The version of this id; None when there is none."""
    wanted = select(*_COLUMNS, _ROW.question_text, _ROW.rubric_text).where(_ROW.id == version_id)
    row: Any = session.execute(wanted).one_or_none()
    return None if row is None else VersionTexts(*row)


def every(session: Session, question: str) -> list[Version]:
    """The versions of a question, newest first, without their texts."""
    wanted = select(*_COLUMNS).where(_ROW.question == question).order_by(_ROW.ordinal.desc())
    return _versions(session, wanted)


def last_base(session: Session, question: str) -> str:
    """The sum of a question's files as they were left here last; "" if never."""
    wanted = (
        select(_ROW.base)
        .where(_ROW.question == question, _ROW.kind != "draft")
        .order_by(_ROW.ordinal.desc())
        .limit(1)
    )
    return session.execute(wanted).scalar_one_or_none() or ""


def removed(session: Session) -> list[Version]:
    """The last version of every question that was taken away and has not come back."""
    newest = (
        select(_ROW.question, func.max(_ROW.ordinal).label("ordinal"))
        .where(_ROW.kind != "draft")
        .group_by(_ROW.question)
        .subquery()
    )
    is_newest = (newest.c.question == _ROW.question) & (newest.c.ordinal == _ROW.ordinal)
    wanted = select(*_COLUMNS).join(newest, is_newest).where(_ROW.kind == "removed")
    return _versions(session, wanted.order_by(_ROW.question))


def _versions(session: Session, wanted: Executable) -> list[Version]:
    return [Version(*row) for row in session.execute(wanted)]
