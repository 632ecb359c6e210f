"""Make accounts: by an invite, or on the command line."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from app.accounts.errors import BadName, UnknownLink, UnknownPerson
from app.accounts.names import key_of, shown_name
from app.accounts.passwords import check_new
from app.accounts.registry import Registry
from app.db import accounts, invites, learners
from app.db.account_tables import Role
from app.db.accounts import Account
from app.db.invites import Invite

INVITE_DAYS = (1, 7, 30)
"""How long an invite may wait to be used, in days."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A new account: the secret for its browser's cookie, and its recovery code."""

    learner: str
    secret: str
    code: str


class Joining(Registry):
    """How somebody gets an account."""

    __slots__ = ()

    def invite(self, role: Role, *, days: int, made_by: str | None = None) -> str:
        """The secret of a new invite, which cannot be told again.

        Args:
            made_by: id of the author who makes it; None for the command line.
        """
        secret, now = self.new_secret(), self.clock()
        made = Invite(self.new_id(), role, made_by, now, now + timedelta(days=days))
        with self.sessions.writing.begin() as session:
            invites.add(session, made, secret)
        return secret

    def invited(self, secret: str) -> Invite:
        """What an invite offers, or `UnknownLink`; looking at it does not use it up."""
        with self.sessions.reading.begin() as session:
            found = invites.find(session, secret, self.clock())
        if found is None:
            raise UnknownLink
        return found

    def open_invites(self) -> tuple[tuple[Invite, str], ...]:
        """The invites that nobody has used, newest first, each with its maker's name or ""."""
        with self.sessions.reading.begin() as session:
            return invites.every_open(session, self.clock())

    def end_invite(self, invite_id: str) -> None:
        """Let an invite make no account, or raise `UnknownPerson`."""
        with self.sessions.writing.begin() as session:
            if not invites.remove(session, invite_id):
                raise UnknownPerson

    def join(self, secret: str, name: str, password: str, *, browser: str) -> Joined:
        """Use an invite up for an account, and sign its browser in.

        Raises:
            UnknownLink, BadName, BadPassword.
        """
        self.invited(secret)
        account, code = self._new_account(name, password), self.new_recovery()
        with self.sessions.writing.begin() as session:
            invite = invites.use(session, secret, self.clock())
            if invite is None:
                raise UnknownLink
            _keep(session, account, invite.role, code)
            return Joined(account.learner, self._begin(session, account.learner, browser), code)

    def add(self, name: str, password: str, role: Role, *, adopt: bool = False) -> str:
        """Make an account from the command line; its recovery code.

        Args:
            adopt: give it everything of the personal installation's one learner.

        Raises:
            BadName, BadPassword.
        """
        account, code = self._new_account(name, password), self.new_recovery()
        with self.sessions.writing.begin() as session:
            _keep(session, account, role, code)
            if adopt:
                learners.adopt(session, account.learner)
        return code

    def _new_account(self, name: str, password: str) -> Account:
        """An account before it is kept; its hash takes a while, so no transaction is open."""
        shown = shown_name(name)
        check_new(password, shown)
        hashed = self.passwords.hash(password)
        return Account(self.new_id(), shown, key_of(shown), "learner", hashed, self.clock())


def _keep(session: Session, account: Account, role: Role, code: str) -> None:
    """Keep an account with its role, or raise `BadName`, which undoes all of the transaction."""
    made = Account(
        account.learner, account.name, account.key, role, account.password, account.created_at
    )
    if not accounts.add(session, made, code):
        raise BadName(f"There is an account called {account.name} already; take another name.")
