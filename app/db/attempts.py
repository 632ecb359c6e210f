"""Submitted answers and their reports: added, read, deleted, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Select, delete, func, insert, select
from sqlalchemy.orm import Session

from app.db.connect import fold_log_after
from app.db.drafts import clear
from app.db.forms import Form
from app.db.learners import hold
from app.db.revisions import forget, revisable
from app.db.tables import AttemptRow
from app.engine.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """An attempt as a line of a history.

    Attributes:
        id: names the attempt in addresses; not guessable.
        ordinal: 1 for the learner's first attempt at the question.
        score, band: 0-100 and 0-4, as said then.
        delta: points gained since the previous attempt at the question; None for the first.
        seconds: how long the answer box was open, as the page measured it; None if unknown.
        created_at: in UTC.
        revises: id of the attempt it grew from; None if from none, or if that one was deleted.
    """

    id: str
    question: str
    ordinal: int
    score: int
    band: int
    delta: int | None
    seconds: int | None
    created_at: datetime
    revises: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt(Summary):
    """An attempt, whole.

    Attributes:
        text: the answer as admitted; every offset of `report` refers to it.
        report: as said then, whatever the rubric says today.
    """

    text: str
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A scored answer on its way to becoming an attempt.

    Attributes:
        id: drawn by the caller; must be new.
        score, band: the report's, which must have them.
        revises: id of the attempt it grew from, or None; one that is not there is let go of.
    """

    id: str
    learner: str
    text: str
    report: Report
    score: int
    band: int
    form: Form
    seconds: int | None
    now: datetime
    revises: str | None = None


@dataclass(frozen=True, slots=True)
class Best:
    """How far a learner got with a question."""

    score: int
    band: int
    attempts: int


def add(session: Session, scored: Scored) -> str:
    """Keep an attempt, drop the draft it grew from, and return the attempt's id.

    The same text sent again from the same form is the same attempt, whose id is returned. A text
    edited after going back in the browser is a new one, although the form is not.
    """
    hold(session, scored.learner)
    submission = _submission(scored)
    known = session.execute(
        select(AttemptRow.id).where(
            AttemptRow.learner == scored.learner, AttemptRow.submission == submission
        )
    ).scalar_one_or_none()
    if known is not None:
        return known
    session.execute(insert(AttemptRow).values(**_values(session, scored), submission=submission))
    clear(session, scored.learner, scored.report.question)
    return scored.id


def find(session: Session, learner: str, attempt: str) -> Attempt | None:
    """The attempt with this id, if it is `learner`'s."""
    numbered = _summaries(learner).add_columns(AttemptRow.text, AttemptRow.report).subquery()
    row = session.execute(select(numbered).where(numbered.c.id == attempt)).one_or_none()
    if row is None:
        return None
    kept = {**row._mapping, "report": Report.model_validate_json(row.report)}  # noqa: SLF001 - SQLAlchemy's public name
    return Attempt(**kept)


def of_question(session: Session, learner: str, question: str) -> tuple[Summary, ...]:
    """The attempts at one question, newest first."""
    query = _summaries(learner).where(AttemptRow.question == question)
    return _read(session, query.order_by(AttemptRow.ordinal.desc()))


def history(session: Session, learner: str, *, limit: int, skip: int = 0) -> tuple[Summary, ...]:
    """The learner's attempts at all questions, newest first."""
    newest = _summaries(learner).order_by(AttemptRow.created_at.desc(), AttemptRow.id)
    return _read(session, newest.limit(limit).offset(skip))


def count(session: Session, learner: str) -> int:
    """How many attempts there are."""
    return session.execute(
        select(func.count()).select_from(AttemptRow).where(AttemptRow.learner == learner)
    ).scalar_one()


def best(session: Session, learner: str) -> Mapping[str, Best]:
    """The best score and band for each question that has an attempt."""
    rows = session.execute(
        select(
            AttemptRow.question, func.max(AttemptRow.score), func.max(AttemptRow.band), func.count()
        )
        .where(AttemptRow.learner == learner)
        .group_by(AttemptRow.question)
    )
    return {question: Best(score, band, attempts) for question, score, band, attempts in rows}


def remove(session: Session, learner: str, attempt: str) -> bool:
    """Delete an attempt with its notes; tell whether there was one."""
    hold(session, learner)
    fold_log_after(session)
    forget(session, learner, attempt)
    gone = session.execute(
        delete(AttemptRow)
        .where(AttemptRow.learner == learner, AttemptRow.id == attempt)
        .returning(AttemptRow.id)
    )
    return gone.scalar_one_or_none() is not None


SummaryRow = Select[str, str, int, int, int, int | None, int | None, datetime, str | None]
"""The columns of a `Summary`."""


def _summaries(learner: str) -> SummaryRow:
    before = func.lag(AttemptRow.score).over(
        partition_by=AttemptRow.question, order_by=AttemptRow.ordinal
    )
    return select(
        AttemptRow.id,
        AttemptRow.question,
        AttemptRow.ordinal,
        AttemptRow.score,
        AttemptRow.band,
        (AttemptRow.score - before).label("delta"),
        AttemptRow.seconds,
        AttemptRow.created_at,
        AttemptRow.revises,
    ).where(AttemptRow.learner == learner)


def _read(session: Session, query: SummaryRow) -> tuple[Summary, ...]:
    return tuple(Summary(**row._mapping) for row in session.execute(query))  # noqa: SLF001 - SQLAlchemy's public name


def _values(session: Session, scored: Scored) -> dict[str, object]:
    question = scored.report.question
    last = session.execute(
        select(func.max(AttemptRow.ordinal)).where(
            AttemptRow.learner == scored.learner, AttemptRow.question == question
        )
    ).scalar_one()
    return {
        "id": scored.id,
        "learner": scored.learner,
        "question": question,
        "ordinal": (last or 0) + 1,
        "text": scored.text,
        "report": scored.report.model_dump_json(),
        "rubric_digest": scored.report.rubric_digest,
        "band": scored.band,
        "score": scored.score,
        "seconds": scored.seconds,
        "created_at": scored.now,
        "form_token": scored.form.token,
        "form_revision": scored.form.revision,
        "revises": revisable(session, scored.learner, question, scored.revises),
    }


def _submission(scored: Scored) -> str:
    """What is the same when, and only when, the same form sends the same answer."""
    parts = (scored.report.question, scored.form.token, scored.text)
    return sha256("\0".join(parts).encode()).hexdigest()
