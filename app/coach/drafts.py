"""Keep what a learner has not sent yet, one draft a question."""

from sqlalchemy.orm import Session

from app.coach.attempts import Attempts
from app.db import drafts, learners
from app.db.drafts import Draft
from app.db.forms import Form


class Drafts(Attempts):
    """A learner's drafts."""

    __slots__ = ()

    def save_draft(
        self,
        session: Session,
        learner: str,
        question_id: str,
        text: str,
        form: Form,
        *,
        revises: str | None = None,
    ) -> bool:
        """Keep an unfinished answer exactly as typed, of any length.

        Args:
            revises: id of the attempt it grew from, if any; ignored unless the learner has it.

        Returns:
            False when it came too late to be kept: the same form has sent something newer, or was
            submitted since.
        """
        self.question(question_id)
        now = self.clock()
        return drafts.save(
            session, learner, question_id, text=text, form=form, now=now, revises=revises
        )

    def revise(
        self,
        session: Session,
        learner: str,
        attempt_id: str,
        text: str | None = None,
        *,
        replace: bool = False,
    ) -> Draft | None:
        """Put a text into the answer box, as a revision of an attempt.

        Args:
            text: the attempt's own answer unless given.
            replace: drop another unfinished answer that is in the box.

        Returns:
            The unfinished answer that is in the way, and then nothing was changed; None when done.

        Raises:
            UnknownAttempt, UnknownQuestion.
        """
        learners.hold(session, learner)
        attempt = self.attempt(session, learner, attempt_id)
        wanted = attempt.text if text is None else text
        draft = self.draft(session, learner, attempt.question)
        kept = draft is None or any(same_lines(draft.text, t) for t in (wanted, attempt.text))
        if draft and not kept and not replace:
            return draft
        form = Form(self.new_id(), 0)
        self.save_draft(session, learner, attempt.question, wanted, form, revises=attempt_id)
        return None

    def draft(self, session: Session, learner: str, question_id: str) -> Draft | None:
        """The unfinished answer to a question; None when there is none."""
        return drafts.find(session, learner, question_id)

    def drafted(self, session: Session, learner: str) -> frozenset[str]:
        """Ids of the questions that have an unfinished answer."""
        return drafts.questions(session, learner)

    def forget_draft(self, session: Session, learner: str, question_id: str) -> None:
        """Throw the unfinished answer away, if there is one."""
        learners.hold(session, learner)
        drafts.clear(session, learner, question_id)


def same_lines(text: str, other: str) -> bool:
    """Whether two texts are the same but for their line ends: browsers send their own."""
    return text.splitlines() == other.splitlines()
