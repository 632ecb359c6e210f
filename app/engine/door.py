"""What may come in: the one place where a submitted text is admitted, the same for every caller."""

import re

ANSWER_LIMIT = 20_000
"""Longest answer, in Unicode code points: about 3,500 words, ten times a long interview answer."""

_UNUSABLE = re.compile("[\x00\ud800-\udfff]")


class TooLong(ValueError):  # noqa: N818 - a limit told to the learner, not a fault
    """The text is longer than an answer may be.

    Attributes:
        length, limit: code points.
    """

    def __init__(self, length: int, limit: int = ANSWER_LIMIT) -> None:
        super().__init__(
            f"The answer has {length:,} characters; the most that can be read is {limit:,}."
        )
        self.length = length
        self.limit = limit


def admit(text: str) -> str:
    """Return `text` with line ends as LF and unusable code points as U+FFFD.

    From here on the text is never altered; every offset of a report refers to it.

    Raises:
        TooLong: more than `ANSWER_LIMIT` code points remain.
    """
    admitted = _UNUSABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(admitted) > ANSWER_LIMIT:
        raise TooLong(len(admitted))
    return admitted
