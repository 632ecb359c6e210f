"""What the accounts refuse, one class a reason."""


class UnknownLink(LookupError):  # noqa: N818 - reads as what it is where it is caught
    """The link never opened anything, was used, was replaced by another, or is too old."""
