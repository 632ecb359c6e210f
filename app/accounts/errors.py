"""What the accounts refuse, one class a reason."""

from math import ceil


class UnknownLink(LookupError):  # noqa: N818 - reads as what it is where it is caught
    """The link never opened anything, was used, was replaced by another, or is too old."""


class UnknownPerson(LookupError):  # noqa: N818 - reads as what it is where it is caught
    """There is no such account, sign-in or invite, or it is not for whoever asks."""


class CannotDoError(ValueError):
    """Something that was filled in cannot be used; the message is for whoever filled it in."""


class BadName(CannotDoError):  # noqa: N818 - reads as what it is where it is caught
    """No account can be called so, or another one is."""


class BadPassword(CannotDoError):  # noqa: N818 - reads as what it is where it is caught
    """The new password is too easy to guess, or too long."""


class NotKnown(CannotDoError):  # noqa: N818 - reads as what it is where it is caught
    """Name, password or recovery code do not fit; which of them is not told."""


class LastAuthor(CannotDoError):  # noqa: N818 - reads as what it is where it is caught
    """Nobody else could change content, or make authors."""


class TooManyTries(CannotDoError):  # noqa: N818 - reads as what it is where it is caught
    """Wrong guesses came too often.

    Attributes:
        wait: seconds until another try counts.
    """

    def __init__(self, wait: float) -> None:
        self.wait = max(1, ceil(wait))
        minutes = ceil(self.wait / 60)
        told = f"{minutes} minutes" if minutes > 1 else f"{self.wait} seconds"
        super().__init__(f"That was tried too often. Wait {told}, then try again.")
