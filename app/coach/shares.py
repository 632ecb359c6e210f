"""Open a report to others by a secret link, and close it again."""

from sqlalchemy.orm import Session

from app.coach.attempts import Attempts
from app.coach.errors import UnknownShare
from app.db import shares
from app.db.attempts import Attempt
from app.db.shares import Share


class Shares(Attempts):
    """A learner's open links."""

    __slots__ = ()

    def share(self, session: Session, learner: str, attempt_id: str) -> str:
        """Open a report to whoever has the secret that is returned; it cannot be told again.

        Raises:
            UnknownAttempt.
        """
        self.attempt(session, learner, attempt_id)
        secret, share, now = self.new_secret(), self.new_id(), self.clock()
        shares.add(session, learner, attempt_id, share=share, secret=secret, now=now)
        return secret

    def shared(self, session: Session, secret: str) -> Attempt:
        """The attempt that a secret opens, whoever asks; or `UnknownShare`."""
        found = shares.find(session, secret)
        if found is None:
            raise UnknownShare
        return found

    def shares(self, session: Session, learner: str) -> tuple[Share, ...]:
        """The learner's open links, newest first."""
        return shares.of_learner(session, learner)

    def stop_sharing(self, session: Session, learner: str, share_id: str) -> None:
        """End one of the learner's links, or raise `UnknownShare`."""
        if not shares.remove(session, learner, share_id):
            raise UnknownShare
