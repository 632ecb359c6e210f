"""How learners fare with a question, for its author: standings and sums, never what was written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel
from sqlalchemy import Subquery, func, or_, select
from sqlalchemy.orm import Session

from app.db.notes import NoteKind
from app.db.tables import AttemptRow, NoteRow
from app.engine.report import FlagKind, Standing

MOST_READ = 500
"""Attempts of a question that are looked into: shares of more hardly move, and each is a report of
a hundred kilobytes."""


@dataclass(frozen=True, slots=True)
class Usage:
    """How much a question is used.

    Attributes:
        attempts: all of them.
        learners: how many people made them.
        median: of the scores of each learner's latest attempt.
    """

    attempts: int
    learners: int
    median: float


class _Part(BaseModel):
    id: str


class Stood(_Part):
    """What an answer did with one concept."""

    standing: Standing


class Flagged(_Part):
    """A red flag, without its message: that may quote the learner."""

    kind: FlagKind
    severity: Literal["minor", "major"]


class Outcome(BaseModel):
    """What a report says of an answer, without a word of the answer."""

    rubric_digest: str
    score: int
    band: int
    concepts: tuple[Stood, ...]
    red_flags: tuple[Flagged, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteCount:
    """How many notes of a kind learners left on one line of their reports."""

    subject: str
    kind: NoteKind
    notes: int


def usage(session: Session) -> Mapping[str, Usage]:
    """How much each question is used; one without an attempt is not in it."""
    counts = session.execute(
        select(
            AttemptRow.question, func.count(), func.count(AttemptRow.learner.distinct())
        ).group_by(AttemptRow.question)
    )
    medians = _medians(session)
    return {
        question: Usage(attempts, learners, medians[question])
        for question, attempts, learners in counts
    }


def outcomes(session: Session, question: str) -> tuple[Outcome, ...]:
    """Each learner's latest attempt at a question, the newest first, at most `MOST_READ`."""
    latest = _latest()
    rows = session.execute(
        select(AttemptRow.report)
        .join(latest, AttemptRow.id == latest.c.id)
        .where(latest.c.place == 1, latest.c.question == question)
        .order_by(AttemptRow.created_at.desc(), AttemptRow.id)
        .limit(MOST_READ)
    )
    return tuple(Outcome.model_validate_json(report) for (report,) in rows)


def notes(session: Session, question: str) -> tuple[NoteCount, ...]:
    """Notes on all attempts at a question by line and kind, the most frequent first."""
    many = func.count()
    rows = session.execute(
        select(NoteRow.subject, NoteRow.kind, many)
        .join(AttemptRow, AttemptRow.id == NoteRow.attempt)
        .where(AttemptRow.question == question)
        .group_by(NoteRow.subject, NoteRow.kind)
        .order_by(many.desc(), NoteRow.subject, NoteRow.kind)
    )
    return tuple(
        NoteCount(subject, "said" if kind == "said" else "wrong", count)
        for subject, kind, count in rows
    )


def _latest() -> Subquery:
    """Every attempt with its place among the learner's at its question, 1 for the latest."""
    place = func.row_number().over(
        partition_by=(AttemptRow.learner, AttemptRow.question), order_by=AttemptRow.ordinal.desc()
    )
    return select(
        AttemptRow.id, AttemptRow.question, AttemptRow.score, place.label("place")
    ).subquery()


def _medians(session: Session) -> Mapping[str, float]:
    latest = _latest()
    ranked = (
        select(
            latest.c.question,
            latest.c.score,
            func.row_number()
            .over(partition_by=latest.c.question, order_by=latest.c.score)
            .label("rank"),
            func.count().over(partition_by=latest.c.question).label("of"),
        )
        .where(latest.c.place == 1)
        .subquery()
    )
    middle = or_(ranked.c.rank * 2 == ranked.c.of, ranked.c.rank * 2 == ranked.c.of + 1)
    above = ranked.c.rank * 2 == ranked.c.of + 2
    rows = session.execute(
        select(ranked.c.question, func.avg(ranked.c.score))
        .where(or_(middle, above))
        .group_by(ranked.c.question)
    )
    return {question: float(score) for question, score in rows}
