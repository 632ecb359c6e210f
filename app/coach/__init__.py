"""What a learner can do: answer, look back, comment, reveal, keep a draft, delete.

Every method takes the caller's session and ends no transaction. Reading methods want a session of
`Sessions.reading`, the others one of `Sessions.writing` (app.db.connect). What is asked of the
database happens inside the call, so a `StorageError` (app.db.failures) comes out of the method and
not only at the commit: the caller still has the learner's text in hand.
"""

from dataclasses import dataclass

from app.coach.drafts import Drafts, same_lines
from app.coach.errors import (
    NoteTooLong,
    NothingToScore,
    UnknownAttempt,
    UnknownQuestion,
    UnknownShare,
    UnknownSubject,
)
from app.coach.notes import NOTE_LIMIT, Notes, subjects
from app.coach.reveals import Reveals
from app.coach.scoring import Scoring
from app.coach.shares import Shares

__all__ = [
    "NOTE_LIMIT",
    "Coach",
    "NoteTooLong",
    "NothingToScore",
    "UnknownAttempt",
    "UnknownQuestion",
    "UnknownShare",
    "UnknownSubject",
    "same_lines",
    "subjects",
]


@dataclass(frozen=True, slots=True)
class Coach(Scoring, Drafts, Reveals, Notes, Shares):
    """A learner's side of Whyboard, whole."""
