"""A coach that works without a language model: two small questions and a scorer that counts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from app.bank_holder import BankHolder
from app.coach import Coach
from app.content.bank import Bank
from app.content.rubric import Lexicon
from app.db.connect import Sessions, open_sessions
from app.db.forms import Form
from app.db.learners import PERSONAL
from app.db.migrate import migrate
from app.engine.coaching import Coaching, covered
from app.engine.report import BAND_NAMES, ConceptResult, Feedback, RedFlag, Report
from tests import make

QUESTION = "small-queue"
OTHER = "large-queue"
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
FORM = Form("form-1")
TEXT = "Three copies are kept."


class WordCounter:
    """Scores an answer by its words: ten points each, up to 100."""

    def score(
        self,
        question_id: str,
        answer: str,
        *,
        improved: bool = False,  # noqa: ARG002 - has no edits
    ) -> Report:
        """A whole report on `answer`."""
        words = len(answer.split())
        points, band = min(10 * words, 100), min(1 + words // 3, 4)
        return Report(
            question=question_id,
            rubric_digest="d" * 64,
            engine="1",
            score=points if words else None,
            band=band if words else None,
            band_name=BAND_NAMES[band] if words else None,
            judged_at="mid",
            nothing_to_score=not words,
            concepts=(_concept(points),),
            red_flags=(_flag(),),
            feedback=Feedback(first="Say more." if words else "There is nothing to score yet."),
        )

    def coaching(self, question_id: str, answer: str) -> Coaching:
        """Ten percent of the one area a word."""
        return Coaching(covered(self.score(question_id, answer).concepts), ())


def _concept(points: int) -> ConceptResult:
    return ConceptResult(
        id="copies",
        name="Copies",
        area="durability",
        weight=3,
        standing="mentioned" if points else "missing",
        points=points,
        possible=100,
    )


def _flag() -> RedFlag:
    return RedFlag(
        kind="misconception",
        id="one-copy-is-safe",
        severity="minor",
        points=0,
        message="One copy is not safe.",
    )


def small_bank() -> Bank:
    """Two questions with the same rubric."""
    return Bank(
        questions={
            QUESTION: make.question(id=QUESTION),
            OTHER: make.question(id=OTHER, title="A large queue", difficulty="staff"),
        },
        rubrics={name: make.rubric(question=name) for name in (QUESTION, OTHER)},
        lexicon=Lexicon(),
        digests={QUESTION: "d" * 64, OTHER: "d" * 64},
    )


def small_coach() -> Coach:
    """A coach whose clock moves a minute a look, and whose ids are attempt-1, attempt-2 ..."""
    minutes, numbers = count(), count(1)
    return Coach(
        BankHolder(small_bank(), WordCounter()),
        clock=lambda: NOON + timedelta(minutes=next(minutes)),
        new_id=lambda: f"attempt-{next(numbers)}",
    )


def submit(coach: Coach, session: Session, text: str = TEXT, form: Form = FORM) -> str:
    """Send an answer to `QUESTION`; the attempt's id."""
    return coach.submit(session, PERSONAL, QUESTION, text, form)


@cache
def migrated_file() -> bytes:
    """A SQLite file with every table and nothing in it; making one takes longer than most tests."""
    with TemporaryDirectory() as folder:
        migrate(f"sqlite:///{folder}/whyboard.db")
        return (Path(folder) / "whyboard.db").read_bytes()


@contextmanager
def fresh_sessions(folder: Path, *, patience: float = 0.1) -> Iterator[Sessions]:
    """Sessions on a new SQLite file in `folder`.

    Args:
        patience: seconds that a writer waits for another; more than a moment where several write.
    """
    (folder / "whyboard.db").write_bytes(migrated_file())
    sessions = open_sessions(f"sqlite:///{folder}/whyboard.db", patience=patience)
    try:
        yield sessions
    finally:
        sessions.close()
