"""Put together the page that shows two attempts side by side."""

from sqlalchemy.orm import Session

from app.coach import Coach, UnknownAttempt
from app.content.bank import Bank
from app.db.attempts import Attempt
from app.engine.comparison import compare
from app.engine.report import Report
from app.engine.word_diff import word_diff
from app.web.changes import AFTER, BEFORE, concept_rows, flag_rows
from app.web.compare_pages import Compared, ComparePage, Side
from app.web.marked_answers import marked_answer
from app.web.report_pages import attempt_head
from app.web.wording import title_of


def compare_page(
    coach: Coach,
    session: Session,
    learner: str,
    question_id: str,
    *,
    before: str | None,
    after: str | None,
    today: bool,
) -> ComparePage:
    """Two attempts at a question, the older one first whichever was asked for first.

    Args:
        before: id of an attempt; what `after` grew from, or the one before it, unless given.
        after: id of an attempt; the newest unless given.
        today: score both again by today's rubric.

    Raises:
        UnknownQuestion: there is neither such a question nor an attempt at it.
        UnknownAttempt: one of them is not there, or not an attempt at this question.
    """
    attempts = coach.attempts_of(session, learner, question_id)
    question = coach.holder.bank.questions.get(question_id)
    if question is None and not attempts:
        coach.question(question_id)
    title = question.title if question else title_of(question_id)
    pair = _pair(coach, session, learner, before, after or (attempts[0].id if attempts else None))
    if any(attempt.question != question_id for attempt in pair):
        raise UnknownAttempt(question_id)
    return ComparePage(
        title=f"Compare: {title}",
        question_id=question_id,
        question_title=title,
        attempts=attempts,
        compared=_compared(coach, *pair, today=today) if len(pair) == 2 else None,
    )


def _pair(
    coach: Coach, session: Session, learner: str, before: str | None, after: str | None
) -> tuple[Attempt, ...]:
    """Two different attempts by age; fewer if there are not two."""
    if not after:
        return ()
    later = coach.attempt(session, learner, after)
    if not before:
        first = coach.earlier(session, learner, later)
    else:
        first = coach.attempt(session, learner, before)
    found = {attempt.id: attempt for attempt in (first, later) if attempt}
    return tuple(sorted(found.values(), key=lambda attempt: attempt.ordinal))


def _compared(coach: Coach, before: Attempt, after: Attempt, *, today: bool) -> Compared:
    bank = coach.holder.bank
    may_rescore = before.question in bank.questions
    today = today and may_rescore
    old = coach.scored_today(before) if today else before.report
    new = coach.scored_today(after) if today else after.report
    comparison = compare(old, new)
    return Compared(
        before=_side(bank, before, old, BEFORE),
        after=_side(bank, after, new, AFTER),
        comparison=comparison,
        concepts=concept_rows(comparison),
        flags=flag_rows(comparison),
        words=word_diff(before.text, after.text),
        today=today,
        may_rescore=may_rescore,
    )


def _side(bank: Bank, attempt: Attempt, report: Report, prefix: str) -> Side:
    return Side(
        attempt=attempt_head(bank, attempt),
        report=report,
        kept=attempt.report,
        pieces=marked_answer(attempt.text, report, prefix),
    )
