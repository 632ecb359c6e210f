"""What the coach refuses, one class a reason."""

from app.engine.report import Report


class UnknownQuestion(LookupError):  # noqa: N818 - reads as what it is where it is caught
    """No question of the bank has this id."""


class UnknownAttempt(LookupError):  # noqa: N818 - reads as what it is where it is caught
    """The learner has no attempt with this id."""


class UnknownSubject(LookupError):  # noqa: N818 - reads as what it is where it is caught
    """The report has no such line to write a note on."""


class UnknownShare(LookupError):  # noqa: N818 - reads as what it is where it is caught
    """No link has this secret, or the learner none with this id: there was none, or it ended."""


class NoteTooLong(ValueError):  # noqa: N818 - reads as what it is where it is caught
    """A note has more than `NOTE_LIMIT` code points."""


class NothingToScore(ValueError):  # noqa: N818 - reads as what it is where it is caught
    """The answer is empty, so nothing was kept.

    Attributes:
        report: says so in its words; has neither score nor band.
    """

    def __init__(self, report: Report) -> None:
        super().__init__("There is nothing to score yet.")
        self.report = report
