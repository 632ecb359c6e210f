"""What every part of the accounts works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from secrets import token_hex, token_urlsafe

from sqlalchemy.orm import Session

from app.accounts.people import Person
from app.db import sign_ins
from app.db.connect import Sessions
from app.db.learners import PERSONAL
from app.db.sign_ins import SignIn

SIGNED_IN = timedelta(days=30)
"""How long a browser stays signed in."""

BROWSER_LENGTH = 80
"""Characters kept of what a browser calls itself."""


@dataclass(frozen=True, slots=True)
class Registry:
    """The database, the time, and where ids and secrets come from.

    Attributes:
        clock: the time now, with its zone.
        new_id: a fresh id, at most 32 characters.
        new_secret: a fresh secret of at least 128 random bits, fit for an address and a cookie.
    """

    sessions: Sessions
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    new_id: Callable[[], str] = lambda: token_hex(12)
    new_secret: Callable[[], str] = token_urlsafe

    def who(self, secret: str) -> Person | None:
        """Who asks with this cookie, which may be empty; None for nobody we know."""
        found = self._found(secret)
        if found is None or found.learner != PERSONAL:
            return Person(PERSONAL, "", "learner")
        return Person(PERSONAL, "", "author", found.id)

    def _begin(self, session: Session, learner: str, browser: str) -> str:
        """Sign a browser in; the secret for its cookie."""
        secret, now = self.new_secret(), self.clock()
        named = browser[:BROWSER_LENGTH]
        sign_ins.add(session, SignIn(self.new_id(), learner, named, now, now + SIGNED_IN), secret)
        return secret

    def _found(self, secret: str) -> SignIn | None:
        if not secret:
            return None
        with self.sessions.reading.begin() as session:
            return sign_ins.find(session, secret, self.clock())
