"""Passwords: which may be chosen, and how they are kept (argon2id)."""

import unicodedata
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.accounts.errors import BadPassword

SHORTEST_PASSWORD = 10
"""Characters. With at most ten wrong guesses in a quarter of an hour this is plenty; forgotten ones
cost more than guessed ones."""

LONGEST_PASSWORD = 200
"""Characters; a password manager's longest, and nothing that would be slow to hash."""

FEWEST_CHARACTERS = 4
"""Different ones: "aaaaaaaaaa" is no password."""


HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
"""OWASP's first choice for argon2id: 19 MiB, two passes, one lane. Some 20 ms of a processor; the
library's own default takes 160, and a class of fifty that signs in at once would wait for it."""


class Passwords:
    """How passwords are hashed; each hash carries its own parameters."""

    def __init__(self, hasher: PasswordHasher = HASHER) -> None:
        self._hasher = hasher

    def prepare(self) -> None:
        """Hash nobody's password now, lest the first unknown name takes twice as long."""
        self.decoy  # noqa: B018 - computed once

    def hash(self, password: str) -> str:
        """A new hash of a password, salted."""
        return self._hasher.hash(_as_typed(password))

    def matches(self, kept: str | None, password: str) -> bool:
        """Whether this is the password; as slow when there is none to compare it with."""
        try:
            fits = self._hasher.verify(kept or self.decoy, _as_typed(password))
        except (VerificationError, InvalidHashError):
            return False
        return fits and kept is not None

    def is_outdated(self, kept: str) -> bool:
        """Whether a hash was made with other parameters than those of today."""
        return self._hasher.check_needs_rehash(kept)

    @cached_property
    def decoy(self) -> str:
        """The hash of nobody's password: unknown names take as long as known ones."""
        return self._hasher.hash("nobody's password")


def check_new(password: str, name: str) -> None:
    """Raise `BadPassword` unless somebody of this name may choose this password."""
    if len(password) < SHORTEST_PASSWORD:
        raise BadPassword(f"A password has at least {SHORTEST_PASSWORD} characters.")
    if len(password) > LONGEST_PASSWORD:
        raise BadPassword(f"A password has at most {LONGEST_PASSWORD} characters.")
    if len(set(password)) < FEWEST_CHARACTERS:
        raise BadPassword("This password repeats itself; take one that is harder to guess.")
    if name.casefold() and password.casefold().replace(name.casefold(), "").isdecimal():
        raise BadPassword("This password is the name with a number; take another.")
    if password.casefold() == name.casefold():
        raise BadPassword("The password must not be the name.")


def _as_typed(password: str) -> bytes:
    """The same password, whichever keyboard composed its letters."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
