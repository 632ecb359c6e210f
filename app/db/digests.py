"""Secrets are kept only as digests: a copy of the database opens nothing."""

from hashlib import sha256


def digest_of(secret: str) -> str:
    """A secret of 128 random bits or more needs no slow hash: nobody can try them all."""
    return sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
