"""Look back on attempts, and delete them."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from app.coach.desk import Desk
from app.coach.errors import UnknownAttempt
from app.db import attempts, learners
from app.db.attempts import Attempt, Best, Summary

HISTORY_PAGE = 100
"""Lines of history read at once unless asked otherwise."""


class Attempts(Desk):
    """A learner's attempts."""

    __slots__ = ()

    def attempt(self, session: Session, learner: str, attempt_id: str) -> Attempt:
        """One attempt of the learner, or `UnknownAttempt`."""
        found = attempts.find(session, learner, attempt_id)
        if found is None:
            raise UnknownAttempt(attempt_id)
        return found

    def earlier(self, session: Session, learner: str, attempt: Attempt) -> Attempt | None:
        """What an attempt is compared with: the one it revises, else the one before it."""
        if attempt.revises:
            return attempts.find(session, learner, attempt.revises)
        lines = attempts.of_question(session, learner, attempt.question)
        last = next((line.id for line in lines if line.ordinal < attempt.ordinal), None)
        return attempts.find(session, learner, last) if last else None

    def attempts_of(self, session: Session, learner: str, question_id: str) -> tuple[Summary, ...]:
        """The learner's attempts at a question, newest first, each with its delta."""
        return attempts.of_question(session, learner, question_id)

    def history(
        self, session: Session, learner: str, *, limit: int = HISTORY_PAGE, skip: int = 0
    ) -> tuple[Summary, ...]:
        """The learner's attempts at all questions, newest first."""
        return attempts.history(session, learner, limit=limit, skip=skip)

    def attempt_count(self, session: Session, learner: str) -> int:
        """How many attempts the learner has made and kept."""
        return attempts.count(session, learner)

    def best_scores(self, session: Session, learner: str) -> Mapping[str, Best]:
        """The learner's best score, best band and number of attempts by question id."""
        return attempts.best(session, learner)

    def delete_attempt(self, session: Session, learner: str, attempt_id: str) -> None:
        """Delete an attempt, its notes and its links, or raise `UnknownAttempt`."""
        if not attempts.remove(session, learner, attempt_id):
            raise UnknownAttempt(attempt_id)

    def delete_everything(self, session: Session, learner: str) -> None:
        """Delete all the learner's attempts, notes, links, drafts and reveals."""
        learners.empty(session, learner)
