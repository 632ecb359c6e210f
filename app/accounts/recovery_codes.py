"""Recovery codes: how they look, and how they are read back."""

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: nothing that looks like something else, five bits a character."""

CHARACTERS = 24
"""120 bits: nobody can try them all, even with the digest in hand."""

_GROUP = 4


def new_code() -> str:
    """A fresh recovery code, as it is written down: six groups of four."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(CHARACTERS))
    return "-".join(drawn[at : at + _GROUP] for at in range(0, CHARACTERS, _GROUP))


def read_code(typed: str) -> str:
    """The code that somebody meant: without spaces, in capitals, O for 0 and I or L for 1."""
    bare = "".join(mark for mark in typed.upper() if mark.isalnum())
    bare = bare.translate(str.maketrans("OIL", "011"))[: CHARACTERS * 2]
    return "-".join(bare[at : at + _GROUP] for at in range(0, len(bare), _GROUP))
