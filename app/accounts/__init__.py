"""Who is who: who asks, what they may do, and how a browser comes to be signed in.

Unlike the coach's methods, these begin and end their own transactions: a password is hashed between
two of them, and never while one is open.
"""

from dataclasses import dataclass

from app.accounts.author_links import AuthorLinks
from app.accounts.errors import UnknownLink
from app.accounts.people import Person, Role

__all__ = ["Accounts", "Person", "Role", "UnknownLink"]


@dataclass(frozen=True, slots=True)
class Accounts(AuthorLinks):
    """Everybody who may ask for something here."""
