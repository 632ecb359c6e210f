"""What the page of two attempts side by side is given."""

from dataclasses import dataclass
from typing import ClassVar

from app.db.attempts import Summary
from app.engine.comparison import Comparison
from app.engine.report import Report
from app.engine.word_diff import Run
from app.web.attempt_pages import AttemptHead
from app.web.changes import ConceptRow, FlagRow
from app.web.marked_answers import MarkedPiece
from app.web.pages import Page


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of two attempts beside each other.

    Attributes:
        report: what the page goes by.
        kept: the report as it was said when the answer was sent.
    """

    attempt: AttemptHead
    report: Report
    kept: Report
    pieces: tuple[MarkedPiece, ...]


@dataclass(frozen=True, kw_only=True)
class Compared:
    """Two attempts at one question, the older one first.

    Attributes:
        words: the old answer becoming the new one.
        today: both were scored again, just now, by today's rubric; nothing of it is kept.
        may_rescore: today's rubric can score both.
    """

    before: Side
    after: Side
    comparison: Comparison
    concepts: tuple[ConceptRow, ...]
    flags: tuple[FlagRow, ...]
    words: tuple[Run, ...]
    today: bool
    may_rescore: bool


@dataclass(frozen=True, kw_only=True)
class ComparePage(Page):
    """Two attempts side by side, and the choice of two others.

    Attributes:
        attempts: all attempts at the question, newest first.
        compared: None when there are no two different ones to show.
    """

    template: ClassVar[str] = "pages/compare.html"
    question_id: str
    question_title: str
    attempts: tuple[Summary, ...]
    compared: Compared | None
