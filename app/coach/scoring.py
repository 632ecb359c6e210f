"""Score what a learner writes; a sent answer is kept."""

from sqlalchemy.orm import Session

from app.coach.desk import Desk, question_of
from app.coach.errors import NothingToScore
from app.content.question import model_answer
from app.db import attempts
from app.db.attempts import Attempt, Scored
from app.db.forms import Form
from app.engine.coaching import Coaching
from app.engine.door import admit
from app.engine.report import Report


class Scoring(Desk):
    """What is scored, by today's rubric and engine."""

    __slots__ = ()

    def submit(
        self,
        session: Session,
        learner: str,
        question_id: str,
        text: str,
        form: Form,
        *,
        seconds: int | None = None,
        revises: str | None = None,
    ) -> str:
        """Score an answer, keep it, forget its draft, and return the attempt's id.

        The answer is scored before the session is first used, so no lock is held meanwhile. The
        same text sent twice from the same form is one attempt.

        Args:
            seconds: how long the learner worked on it, if known.
            revises: id of the attempt it grew from, if any; ignored unless the learner has it.

        Raises:
            UnknownQuestion, app.engine.door.TooLong.
            NothingToScore: carries the report; nothing was kept.
        """
        bank, scorer = self.holder.held
        question_of(bank, question_id)
        admitted = admit(text)
        report = scorer.score(question_id, admitted, improved=True)
        if report.score is None or report.band is None:
            raise NothingToScore(report)
        scored = Scored(
            id=self.new_id(),
            learner=learner,
            text=admitted,
            report=report,
            score=report.score,
            band=report.band,
            form=form,
            seconds=seconds,
            now=self.clock(),
            revises=revises,
        )
        return attempts.add(session, scored)

    def live(self, question_id: str, text: str) -> Coaching:
        """What may be said about an answer that is still being written; nothing is kept.

        Raises:
            UnknownQuestion, app.engine.door.TooLong.
        """
        bank, scorer = self.holder.held
        return scorer.coaching(question_of(bank, question_id).id, admit(text))

    def scored_today(self, attempt: Attempt) -> Report:
        """What today's rubric and engine say about the answer of an attempt; nothing is kept.

        Raises:
            UnknownQuestion: it has left the bank.
        """
        bank, scorer = self.holder.held
        return scorer.score(question_of(bank, attempt.question).id, attempt.text)

    def model_report(self, question_id: str) -> Report:
        """The model answer scored by the same engine: where in it each concept stands.

        Raises:
            UnknownQuestion.
        """
        bank, scorer = self.holder.held
        question = question_of(bank, question_id)
        return scorer.score(question.id, model_answer(question))
