"""What the authors' pages call: everything that an author can do in the browser, in one object.

Every method that takes a session leaves the transaction to its caller, as the coach does.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.authoring.archive import archive
from app.authoring.drafting import Drafting
from app.authoring.examining import examine, small_bank
from app.authoring.listing import listing
from app.authoring.publishing import Publishing
from app.authoring.receiving import Upload, receive
from app.authoring.trying import Tried, run_samples
from app.authoring.versions import Versions
from app.authoring.working import Examined, Listed, Published, Received, Texts, WorkingCopy
from app.db.connect import Sessions
from app.db.content_versions import Version, VersionTexts
from app.engine.pipeline import Pipeline
from app.engine.report import Report
from app.engine.scorer import Scorer


@dataclass(frozen=True, slots=True)
class AuthorsDesk:
    """An author's side of Whyboard, whole.

    What takes a session is a part of its caller's transaction; `publish` and `remove` take a while,
    and begin and end their own.

    Attributes:
        root: the folder that holds questions/ and rubrics/.
        pipeline: waits until spaCy is loaded, then returns it.
        clock: the time now, with its zone.
        new_id: a fresh, unguessable id, at most 32 characters.
        swap: puts what is on disk now before learners, in this process.
    """

    root: Path
    sessions: Sessions
    pipeline: Callable[[], Pipeline]
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    swap: Callable[[], object]

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

    def run_samples(self, copy: WorkingCopy, texts: Texts | None = None) -> Tried:
        """What the deep check and calibration say of a working copy; takes seconds.

        Raises:
            ContentError: the texts have problems.
            Busy: another rubric is being tried.
        """
        return run_samples(self.root, copy.id, copy.category, texts or copy.texts, self.pipeline)

    def publish(self, author: str, ids: Sequence[str]) -> Published:
        """Put drafts before learners: checked, deep-checked, laid out, kept as versions, written.

        Raises:
            NothingToPublish: there is no draft of one of them.
            Conflict: the disk has changed since a draft began; both are in it, nothing is written.
            ContentError: with everything there is to mend; nothing is written.
            ReadOnlyRoot, Busy: nothing can be written, or somebody else is at it.
        """
        return self._publishing.publish(author, ids)

    def remove(self, author: str, id_: str) -> Published:
        """Take a question away; its versions stay, and learners keep their attempts.

        Raises:
            UnknownContent: it is not on disk.
            ContentError: what is left would have problems.
            ReadOnlyRoot, Busy: as for `publish`.
        """
        return self._publishing.remove(author, id_)

    def versions(self, session: Session, id_: str) -> tuple[Version, ...]:
        """What the files of a question held at one time or another, newest first, without texts."""
        return self._versions.every(session, id_)

    def version(self, session: Session, version_id: str) -> VersionTexts:
        """One version, with its texts.

        Raises:
            UnknownVersion.
        """
        return self._versions.version(session, version_id)

    def removed(self, session: Session) -> tuple[Version, ...]:
        """The last version of each question that was taken away: it can be restored."""
        return self._versions.removed(session)

    def restore(self, session: Session, author: str, version_id: str) -> WorkingCopy:
        """An earlier version as a draft, to be looked at and published.

        Raises:
            UnknownVersion.
        """
        return self._versions.restore(session, author, version_id)

    def receive(self, session: Session, author: str, uploads: Sequence[Upload]) -> Received:
        """Make drafts of uploaded YAML files or zips, all or none.

        Args:
            uploads: for each its name and bytes.

        Raises:
            ContentError: with everything that is wrong with any of them.
        """
        return receive(self._drafting, session, author, uploads)

    def archive(self, ids: Iterable[str] | None = None) -> bytes:
        """A zip of the files on disk of some questions, or of all content.

        Raises:
            UnknownContent: nothing on disk has one of the ids.
        """
        return archive(self.root, ids)

    @property
    def _publishing(self) -> Publishing:
        return Publishing(
            self.root, self.sessions, self.pipeline, self._drafting, self._versions, self.swap
        )

    @property
    def _versions(self) -> Versions:
        return Versions(self.root, self.clock, self.new_id)

    @property
    def _drafting(self) -> Drafting:
        return Drafting(self.root, self.clock, self.new_id)
