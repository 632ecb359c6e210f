"""Sign in with a name and a password, or with a recovery code; and out again."""

from dataclasses import dataclass

from app.accounts.errors import NotKnown, UnknownPerson
from app.accounts.names import key_of
from app.accounts.passwords import LONGEST_PASSWORD, check_new
from app.accounts.people import Person
from app.accounts.recovery_codes import read_code
from app.accounts.registry import Registry
from app.db import accounts, sign_ins
from app.db.accounts import Account
from app.db.sign_ins import SignIn

WRONG_PASSWORD = "The name or the password is not right."  # noqa: S105 - a sentence
WRONG_CODE = "The name or the recovery code is not right."


@dataclass(frozen=True, slots=True)
class Recovered:
    """A browser signed in, and the recovery code that works from now on."""

    secret: str
    code: str


class SigningIn(Registry):
    """How a browser comes to be somebody's, and ceases to be."""

    __slots__ = ()

    def sign_in(self, name: str, password: str, *, browser: str, address: str) -> str:
        """The secret for the cookie of a browser whose user knows name and password.

        A name that nobody has takes as long and is answered in the same words.

        Raises:
            NotKnown, TooManyTries.
        """
        key = key_of(name)
        account = self._proved(key, password, address)
        if account is None:
            raise NotKnown(WRONG_PASSWORD)
        outdated = self.passwords.is_outdated(account.password)
        rehashed = self.passwords.hash(password) if outdated else ""
        with self.sessions.writing.begin() as session:
            if rehashed:
                accounts.set_password(session, account.learner, rehashed)
            return self._begin(session, account.learner, browser)

    def recover(
        self, name: str, code: str, password: str, *, browser: str, address: str
    ) -> Recovered:
        """Set a new password with the recovery code, which is used up; others are signed out.

        Raises:
            NotKnown, BadPassword, TooManyTries.
        """
        key = key_of(name)
        check_new(password, name)
        self.tries.begin(key, address)
        hashed, fresh = self.passwords.hash(password), self.new_recovery()
        with self.sessions.writing.begin() as session:
            learner = accounts.recover(session, key, read_code(code), fresh)
            if learner is not None:
                accounts.set_password(session, learner, hashed)
                sign_ins.remove_all(session, learner)
                secret = self._begin(session, learner, browser)
        if learner is None:
            self.tries.failed(address)
            raise NotKnown(WRONG_CODE)
        self.tries.succeeded(key)
        return Recovered(secret, fresh)

    def signed_in_at(self, person: Person) -> tuple[SignIn, ...]:
        """Where somebody is signed in, the latest first."""
        with self.sessions.reading.begin() as session:
            return sign_ins.of_learner(session, person.id, self.clock())

    def sign_out(self, person: Person, sign_in: str) -> None:
        """Sign one of somebody's browsers out, or raise `UnknownPerson`."""
        with self.sessions.writing.begin() as session:
            if not sign_ins.remove(session, person.id, sign_in):
                raise UnknownPerson

    def sign_out_elsewhere(self, person: Person) -> int:
        """Sign all of somebody's browsers out but the one that asks; how many there were."""
        with self.sessions.writing.begin() as session:
            return sign_ins.remove_all(session, person.id, but=person.sign_in)

    def _proved(self, key: str, password: str, address: str) -> Account | None:
        """The account of this key if the password is its own; a try is counted."""
        self.tries.begin(key, address)
        with self.sessions.reading.begin() as session:
            account = accounts.find_named(session, key)
        kept = account.password if account else None
        if not self.passwords.matches(kept, password[: LONGEST_PASSWORD + 1]):
            self.tries.failed(address)
            return None
        self.tries.succeeded(key)
        return account
