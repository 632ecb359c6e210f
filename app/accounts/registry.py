"""What every part of the accounts works with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from secrets import token_hex, token_urlsafe

from sqlalchemy.orm import Session

from app.accounts.passwords import Passwords
from app.accounts.people import Person
from app.accounts.recovery_codes import new_code
from app.accounts.tries import Tries
from app.db import accounts, sign_ins
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
        shared: people sign in; else there is one learner who need not.
        clock: the time now, with its zone.
        new_id: a fresh id, at most 32 characters.
        new_secret: a fresh secret of at least 128 random bits, fit for an address and a cookie.
        new_recovery: a fresh recovery code.
    """

    sessions: Sessions
    shared: bool = False
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    new_id: Callable[[], str] = lambda: token_hex(12)
    new_secret: Callable[[], str] = token_urlsafe
    new_recovery: Callable[[], str] = new_code
    passwords: Passwords = field(default_factory=Passwords)
    tries: Tries = field(default_factory=Tries)

    def who(self, secret: str) -> Person | None:
        """Who asks with this cookie, which may be empty; None for nobody we know."""
        if not secret:
            return None if self.shared else Person(PERSONAL, "", "learner")
        with self.sessions.reading.begin() as session:
            found = sign_ins.find(session, secret, self.clock())
            return self._shared(session, found) if self.shared else _personal(found)

    def _shared(self, session: Session, found: SignIn | None) -> Person | None:
        account = accounts.find(session, found.learner) if found else None
        if found is None or account is None:
            return None
        return Person(account.learner, account.name, account.role, found.id)

    def _begin(self, session: Session, learner: str, browser: str) -> str:
        """Sign a browser in; the secret for its cookie."""
        secret, now = self.new_secret(), self.clock()
        named = browser[:BROWSER_LENGTH]
        sign_ins.add(session, SignIn(self.new_id(), learner, named, now, now + SIGNED_IN), secret)
        return secret


def _personal(found: SignIn | None) -> Person:
    """The one learner; the author too in a browser that opened the author's link."""
    if found is None or found.learner != PERSONAL:
        return Person(PERSONAL, "", "learner")
    return Person(PERSONAL, "", "author", found.id)
