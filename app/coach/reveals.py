"""Who may see a model answer."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.coach.attempts import Attempts
from app.db import reveals


class Reveals(Attempts):
    """Which model answers a learner has asked to see, or earned by an attempt."""

    __slots__ = ()

    def reveal(self, session: Session, learner: str, question_id: str) -> None:
        """Record that the learner asked to see the model answer before answering."""
        self.question(question_id)
        reveals.record(session, learner, question_id, self.clock())

    def revealed(self, session: Session, learner: str, question_id: str) -> datetime | None:
        """When the learner first asked to see the model answer; None for never."""
        return reveals.revealed_at(session, learner, question_id)

    def may_see_model_answer(self, session: Session, learner: str, question_id: str) -> bool:
        """Whether the learner has answered the question or asked to see its model answer."""
        return bool(self.attempts_of(session, learner, question_id)) or (
            self.revealed(session, learner, question_id) is not None
        )
