"""Change and remove accounts: one's own, and as an author those of others."""

from app.accounts.errors import LastAuthor, NotKnown, UnknownPerson
from app.accounts.names import key_of
from app.accounts.passwords import check_new
from app.accounts.people import Person
from app.accounts.signing_in import SigningIn
from app.db import accounts, invites, sign_ins
from app.db.account_tables import Role
from app.db.accounts import Account

WRONG_OLD_PASSWORD = "This is not your password."  # noqa: S105 - a sentence


class Managing(SigningIn):
    """What becomes of accounts."""

    __slots__ = ()

    def everybody(self) -> tuple[Account, ...]:
        """All accounts, by name."""
        with self.sessions.reading.begin() as session:
            return accounts.everybody(session)

    def named(self, name: str) -> Account:
        """The account of a name, or `UnknownPerson`."""
        with self.sessions.reading.begin() as session:
            found = accounts.find_named(session, key_of(name))
        if found is None:
            raise UnknownPerson
        return found

    def change_password(self, person: Person, old: str, new: str, *, address: str) -> None:
        """Set a new password; other browsers are signed out.

        Raises:
            NotKnown, BadPassword, TooManyTries.
        """
        check_new(new, person.name)
        self._prove(person, old, address)
        hashed = self.passwords.hash(new)
        with self.sessions.writing.begin() as session:
            accounts.set_password(session, person.id, hashed)
            sign_ins.remove_all(session, person.id, but=person.sign_in)

    def new_recovery_code(self, person: Person, password: str, *, address: str) -> str:
        """A recovery code in place of the one before, or `NotKnown`, `TooManyTries`."""
        self._prove(person, password, address)
        code = self.new_recovery()
        with self.sessions.writing.begin() as session:
            accounts.set_recovery(session, person.id, code)
        return code

    def leave(self, person: Person, password: str, *, address: str) -> None:
        """Delete one's own account and everything one made, or `NotKnown`, `TooManyTries`."""
        self._prove(person, password, address)
        self.remove(person.id)

    def set_role(self, learner: str, role: Role) -> Account:
        """Make somebody a learner or an author; they are signed out everywhere.

        Who is no author any more leaves no open invites behind.

        Raises:
            UnknownPerson.
            LastAuthor: there would be no author left.
        """
        with self.sessions.writing.begin() as session:
            account = accounts.find(session, learner)
            if account is None:
                raise UnknownPerson
            authors = [one for one in accounts.everybody(session) if one.role == "author"]
            if role == "learner" and authors == [account]:
                raise LastAuthor(f"{account.name} is the only author; make another one first.")
            accounts.set_role(session, learner, role)
            sign_ins.remove_all(session, learner)
            if role == "learner":
                invites.remove_of(session, learner)
        return account

    def sign_out_everywhere(self, learner: str) -> int:
        """Sign all browsers of somebody out; how many there were."""
        with self.sessions.writing.begin() as session:
            return sign_ins.remove_all(session, learner)

    def remove(self, learner: str) -> None:
        """Delete an account and everything its learner made."""
        with self.sessions.writing.begin() as session:
            accounts.remove(session, learner)

    def _prove(self, person: Person, password: str, address: str) -> None:
        """Raise `NotKnown` unless this is the person's own password."""
        account = self._proved(key_of(person.name), password, address)
        if account is None or account.learner != person.id:
            raise NotKnown(WRONG_OLD_PASSWORD)
