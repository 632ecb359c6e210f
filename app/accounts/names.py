"""What accounts may be called, and which names are the same."""

import re
import unicodedata

from app.accounts.errors import BadName

LONGEST_NAME = 40
"""Characters, after they have been brought into one form."""

_NAME = re.compile(r"[^\W_](?:[\w .@+'-]*[\w.])?")


def shown_name(typed: str) -> str:
    """A name as it is shown: one form of each character, single spaces.

    Raises:
        BadName: it cannot be one.
    """
    name = _plain(typed)
    if len(name) > LONGEST_NAME or not _NAME.fullmatch(name):
        raise BadName(
            f"A name has 1 to {LONGEST_NAME} letters, digits, spaces or . _ - + @ ' and begins "
            "with a letter or a digit."
        )
    return name


def key_of(typed: str) -> str:
    """What names are compared by: Alice is alice, however the letters were typed."""
    return _plain(typed).casefold()


def _plain(typed: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", typed).split())
