"""Who is who: who asks, what they may do, and how a browser comes to be signed in.

Unlike the coach's methods, these begin and end their own transactions: a password is hashed between
two of them, and never while one is open.
"""

from dataclasses import dataclass

from app.accounts.author_links import AuthorLinks
from app.accounts.errors import (
    BadName,
    BadPassword,
    CannotDoError,
    LastAuthor,
    NotKnown,
    TooManyTries,
    UnknownLink,
    UnknownPerson,
)
from app.accounts.joining import Joined, Joining
from app.accounts.managing import Managing
from app.accounts.people import Person
from app.accounts.signing_in import Recovered
from app.db.account_tables import Role
from app.db.accounts import Account
from app.db.invites import Invite
from app.db.sign_ins import SignIn

__all__ = [
    "Account",
    "Accounts",
    "BadName",
    "BadPassword",
    "CannotDoError",
    "Invite",
    "Joined",
    "LastAuthor",
    "NotKnown",
    "Person",
    "Recovered",
    "Role",
    "SignIn",
    "TooManyTries",
    "UnknownLink",
    "UnknownPerson",
]


@dataclass(frozen=True, slots=True)
class Accounts(AuthorLinks, Managing, Joining):
    """Everybody who may ask for something here."""
