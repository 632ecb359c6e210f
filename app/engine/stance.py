"""How a whole segment is meant: asserted, asked, rejected, reported or supposed."""

from collections.abc import Sequence

from app.engine.cues import (
    ASSENT,
    DENIAL,
    DENIED,
    NO_FAULT,
    PUT_OFF,
    REASON,
    REJECTED,
    REJECTING_HEAD,
    REPORTED,
    SUPPOSED,
    VERDICT_ON_PREVIOUS,
)
from app.engine.frames import DISOWNED, WONDERED
from app.engine.report import Polarity


def stance(words: Sequence[str]) -> Polarity:
    """Return how the segment with these canonical words is meant, judged by itself alone.

    What is put off ("I'd leave that out for now") is as good as denied; put off for a reason, only
    the thing itself is, and the reason stands.
    """
    text = " ".join(words)
    if DENIED.search(text) or (PUT_OFF.search(text) and not REASON.search(text)):
        return "negated"
    if words and words[-1] == "?":
        return "asked"
    if REPORTED.search(text):
        return "reported"
    if REJECTED.search(text) and not NO_FAULT.search(text):
        return "rejected"
    if DISOWNED.search(text):
        return "rejected"
    return "hypothetical" if SUPPOSED.search(text) or WONDERED.search(text) else "asserted"


def rejects_list(words: Sequence[str]) -> bool:
    """Tell whether a heading says that what is listed below it is bad practice."""
    return bool(REJECTING_HEAD.search(" ".join(words)))


def rejects_previous(words: Sequence[str]) -> bool:
    """Tell whether a segment begins by calling what was said before it wrong ("That's a myth")."""
    text = " ".join(words)
    match = VERDICT_ON_PREVIOUS.search(text)
    if match is None or DENIED.search(text):
        return False
    agrees = ASSENT.search(match.group()) and not DENIAL.search(match.group())
    return not agrees
