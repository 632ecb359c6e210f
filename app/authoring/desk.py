"""What the authors' pages call: everything that an author can do in the browser, in one object.

Every method that takes a session leaves the transaction to its caller, as the coach does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.authoring.drafting import Drafting
from app.authoring.examining import examine, small_bank
from app.authoring.listing import listing
from app.authoring.working import Examined, Listed, Texts, WorkingCopy
from app.engine.pipeline import Pipeline
from app.engine.report import Report
from app.engine.scorer import Scorer


@dataclass(frozen=True, slots=True)
class AuthorsDesk:
    """An author's side of Whyboard, whole.

    Attributes:
        root: the folder that holds questions/ and rubrics/.
        pipeline: waits until spaCy is loaded, then returns it.
        clock: the time now, with its zone.
        new_id: a fresh, unguessable id, at most 32 characters.
    """

    root: Path
    pipeline: Callable[[], Pipeline]
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    def listing(self, session: Session) -> tuple[Listed, ...]:
        """Every question on disk or in a draft, by category and title; not the lexicon."""
        return listing(self.root, self._drafting.drafts(session))

    def working_copy(self, session: Session, id_: str) -> WorkingCopy:
        """The draft if there is one, else what is on disk; `lexicon` is the lexicon.

        Raises:
            UnknownContent: there is neither.
        """
        return self._drafting.working_copy(session, id_)

    def begin(
        self, session: Session, author: str, id_: str, category: str, rubric: str | None = None
    ) -> WorkingCopy:
        """A new question as a draft, nothing on disk.

        Args:
            rubric: as `draft_rubric` guesses one; a skeleton to fill in unless given.

        Raises:
            CannotBeginError: an id is not one, or is taken.
        """
        return self._drafting.begin(session, author, id_, category, rubric)

    def keep(self, session: Session, author: str, id_: str, texts: Texts, base: str) -> WorkingCopy:
        """Save a draft, whatever its problems; another author's draft stays among the versions.

        Args:
            base: of the working copy that was edited. One from before a change on disk is kept
                too, and the copy that comes back is `behind`.

        Raises:
            UnknownContent: there is neither a draft nor a file of this id.
        """
        return self._drafting.keep(session, author, id_, texts, base)

    def discard(self, session: Session, id_: str) -> None:
        """Let a draft go, if there is one; its texts stay among the versions."""
        self._drafting.discard(session, id_)

    def examine(self, copy: WorkingCopy, texts: Texts | None = None) -> Examined:
        """Problems and warnings of a working copy, or of texts being typed in its place."""
        return examine(self.root, copy.id, copy.category, texts or copy.texts)

    def try_answer(
        self, copy: WorkingCopy, answer: str, texts: Texts | None = None, *, improved: bool = True
    ) -> Report:
        """The report on an answer under a working copy's rubric; nothing is kept.

        Raises:
            ContentError: the texts have problems.
            TooLong: the answer has more than 20,000 code points.
        """
        bank = small_bank(self.root, copy.id, copy.category, texts or copy.texts)
        (question,) = bank.rubrics
        return Scorer(bank, self.pipeline()).score(question, answer, improved=improved)

    @property
    def _drafting(self) -> Drafting:
        return Drafting(self.root, self.clock, self.new_id)
