"""Put together the page of a report."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from app.coach import Coach
from app.content.bank import Bank
from app.db.attempts import Attempt
from app.db.notes import Note
from app.engine.comparison import compare
from app.report_markdown import Sheet
from app.web.attempt_pages import AttemptHead, ReportPage, Since
from app.web.improved import improved_view
from app.web.levels import levels_view
from app.web.marked_answers import marked_answer
from app.web.verdicts import accounting, areas, checks_by_outcome, flags
from app.web.wording import counted, title_of, words_in


def own_report_page(coach: Coach, session: Session, learner: str, attempt_id: str) -> ReportPage:
    """Everything said about an attempt of the learner, with notes and what changed.

    Raises:
        UnknownAttempt.
    """
    attempt = coach.attempt(session, learner, attempt_id)
    return report_page(
        coach.holder.bank,
        attempt,
        coach.notes(session, learner, attempt_id),
        coach.revealed(session, learner, attempt.question),
        coach.earlier(session, learner, attempt),
    )


def report_page(
    bank: Bank,
    attempt: Attempt,
    notes: Mapping[str, Note] | None,
    revealed: datetime | None,
    earlier: Attempt | None = None,
) -> ReportPage:
    """Everything said about `attempt`, with what `bank` knows of its question today.

    Args:
        notes: the learner's, by subject; None where nobody is to write or read any.
        revealed: when the learner asked to see the question's model answer, or None.
        earlier: the attempt to compare it with, or None.
    """
    report = attempt.report
    rubric = bank.rubrics.get(attempt.question)
    question = bank.questions.get(attempt.question)
    head = attempt_head(bank, attempt)
    return ReportPage(
        title=f"{report.band_name or 'Report'}: {head.question_title}",
        attempt=head,
        report=report,
        pieces=marked_answer(attempt.text, report),
        areas=areas(attempt.text, report, rubric, notes),
        flags=flags(attempt.text, report, notes),
        accounting=accounting(report),
        levels=levels_view(report, rubric),
        checks=checks_by_outcome(report.checks),
        names={concept.id: concept.name for concept in report.concepts},
        asides=tuple((attempt.text[s.start : s.end], s.why) for s in report.set_aside),
        since=_since(bank, earlier, attempt) if earlier else None,
        improved=improved_view(attempt.text, report),
        seen_before=revealed is not None and revealed < attempt.created_at,
        has_model=question is not None,
    )


def attempt_head(bank: Bank, attempt: Attempt) -> AttemptHead:
    """Which attempt a page is about; a question that left the bank goes by its id."""
    question = bank.questions.get(attempt.question)
    return AttemptHead(
        id=attempt.id,
        question_id=attempt.question,
        question_title=question.title if question else title_of(attempt.question),
        number=attempt.ordinal,
        submitted_at=attempt.created_at,
        minutes=None if attempt.seconds is None else max(1, round(attempt.seconds / 60)),
        words=words_in(attempt.text),
    )


def sheet_of(bank: Bank, attempt: Attempt) -> Sheet:
    """What goes above the report of an attempt in a file."""
    head = attempt_head(bank, attempt)
    when = f"{attempt.created_at:%Y-%m-%d %H:%M} UTC"
    about = f"Attempt {head.number}, {when}, {counted(head.words, 'word')}."
    return Sheet(title=head.question_title, about=about, answer=attempt.text)


def _since(bank: Bank, earlier: Attempt, attempt: Attempt) -> Since:
    return Since(
        attempt=attempt_head(bank, earlier),
        comparison=compare(earlier.report, attempt.report),
        revised=attempt.revises == earlier.id,
    )
