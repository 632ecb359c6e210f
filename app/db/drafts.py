"""Answers not yet submitted: one for each learner and question."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.orm import Session

from app.db.forms import Form
from app.db.learners import hold
from app.db.revisions import revisable
from app.db.tables import AttemptRow, DraftRow


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer as last autosaved.

    Attributes:
        revises: id of the attempt it grew from, or None.
    """

    text: str
    form: Form
    saved_at: datetime
    revises: str | None = None


def save(
    session: Session,
    learner: str,
    question: str,
    *,
    text: str,
    form: Form,
    now: datetime,
    revises: str | None = None,
) -> bool:
    """Keep `text` as the draft; tell whether it was kept.

    It is not when it comes late: after a later edit of the same form, or after that form was
    submitted. So no autosave that lingered on the way brings a submitted draft back.
    """
    hold(session, learner)
    if _late(session, learner, question, form):
        return False
    clear(session, learner, question)
    session.execute(
        insert(DraftRow).values(
            learner=learner,
            question=question,
            text=text,
            form_token=form.token,
            form_revision=form.revision,
            saved_at=now,
            revises=revisable(session, learner, question, revises),
        )
    )
    return True


def find(session: Session, learner: str, question: str) -> Draft | None:
    """The draft of `question`; None when there is none, or the learner emptied it."""
    row = session.execute(
        select(
            DraftRow.text,
            DraftRow.form_token,
            DraftRow.form_revision,
            DraftRow.saved_at,
            DraftRow.revises,
        ).where(DraftRow.learner == learner, DraftRow.question == question)
    ).one_or_none()
    if row is None or not row.text.strip():
        return None
    return Draft(row.text, Form(row.form_token, row.form_revision), row.saved_at, row.revises)


def questions(session: Session, learner: str) -> frozenset[str]:
    """The questions that have a draft."""
    rows = session.execute(
        select(DraftRow.question).where(DraftRow.learner == learner, DraftRow.text != "")
    )
    return frozenset(rows.scalars())


def clear(session: Session, learner: str, question: str) -> None:
    """Forget the draft of `question`, if there is one."""
    session.execute(
        delete(DraftRow).where(DraftRow.learner == learner, DraftRow.question == question)
    )


def _late(session: Session, learner: str, question: str, form: Form) -> bool:
    """Whether the same form has sent a later edit, or was submitted with this one or a later."""
    later_edit = exists().where(
        DraftRow.learner == learner,
        DraftRow.question == question,
        DraftRow.form_token == form.token,
        DraftRow.form_revision > form.revision,
    )
    submitted = exists().where(
        AttemptRow.learner == learner,
        AttemptRow.question == question,
        AttemptRow.form_token == form.token,
        AttemptRow.form_revision >= form.revision,
    )
    return session.execute(select(later_edit | submitted)).scalar_one()
