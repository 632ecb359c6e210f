"""Publish drafts: checked whole, tried on their own texts, kept as versions, written as one.

What is slow comes before the database is asked to write: its one lock is held for moments only.
"""

import errno
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from app.authoring.candidate import candidate_bank
from app.authoring.drafting import Drafting
from app.authoring.placing import base_of, disk_bytes
from app.authoring.plan import Plan, draw_up
from app.authoring.versions import Versions
from app.authoring.working import (
    Busy,
    Conflict,
    NothingToPublish,
    Published,
    ReadOnlyRoot,
    UnknownContent,
    WorkingCopy,
)
from app.content.several_files import BeingWritten, one_writer, replace_files
from app.content.tree import LEXICON_ID
from app.db import content_drafts
from app.db.connect import Sessions
from app.engine.pipeline import Pipeline
from app.settings import BUNDLED

PATIENCE = 2.0
"""Seconds to wait for another who publishes: writing takes moments, scoring samples longer."""

_MAY_NOT = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


@dataclass(frozen=True, slots=True)
class Publishing:
    """Whatever publishing needs.

    Attributes:
        swap: puts what is on disk now before learners, in this process.
    """

    root: Path
    sessions: Sessions
    pipeline: Callable[[], Pipeline]
    drafting: Drafting
    versions: Versions
    swap: Callable[[], object]

    def publish(self, author: str, ids: Sequence[str]) -> Published:
        """Put drafts before learners.

        Raises:
            NothingToPublish: there is no draft of one of them.
            Conflict: the disk has changed since a draft began.
            ContentError: the content would have problems, or its own texts would score wrongly.
            ReadOnlyRoot, Busy: nothing can be written, or somebody else is at it.
        """
        with _alone(self.root):
            copies = self._copies(ids)
            if behind := tuple(copy for copy in copies if copy.behind):
                raise Conflict(behind)
            plan = draw_up(self.root, copies, self.pipeline)
            before = {id_: disk_bytes(self.root, id_) for id_ in {*plan.copies, *ids}}
            self._keep_found(before)
            replace_files(self.root, plan.changes)
            self._record(author, plan, before)
        self.swap()
        return Published(tuple(plan.copies), tuple(sorted(plan.changes)))

    def remove(self, author: str, id_: str) -> Published:
        """Take a question away; its versions stay, and learners keep their attempts.

        Raises:
            UnknownContent: it is not on disk.
            ContentError: what is left would have problems.
            ReadOnlyRoot, Busy: as for `publish`.
        """
        with _alone(self.root):
            files = disk_bytes(self.root, id_)
            if not files or id_ == LEXICON_ID:
                raise UnknownContent(id_)
            candidate_bank(self.root, dict.fromkeys(files))
            self._keep_found([id_])
            replace_files(self.root, dict.fromkeys(files))
            with self.sessions.writing.begin() as session:
                content_drafts.hold(session)
                self.versions.keep(session, "removed", author, id_, files=files, base=base_of({}))
                self.drafting.discard(session, id_)
        self.swap()
        return Published((), tuple(sorted(files)))

    def _copies(self, ids: Sequence[str]) -> list[WorkingCopy]:
        with self.sessions.reading.begin() as session:
            drafts = {copy.id: copy for copy in self.drafting.drafts(session)}
        for id_ in ids:
            if id_ not in drafts:
                raise NothingToPublish(id_)
        return [drafts[id_] for id_ in dict.fromkeys(ids)]

    def _keep_found(self, ids: Iterable[str]) -> None:
        """Keep what is on disk before it is written over, in a transaction of its own."""
        with self.sessions.writing.begin() as session:
            content_drafts.hold(session)
            for id_ in sorted(ids):
                self.versions.keep_found(session, id_)

    def _record(self, author: str, plan: Plan, before: Mapping[str, dict[str, bytes]]) -> None:
        """Keep what was published as versions; a draft that went on meanwhile stays a draft."""
        with self.sessions.writing.begin() as session:
            content_drafts.hold(session)
            for id_, copy in plan.copies.items():
                files = disk_bytes(self.root, id_)
                self.versions.keep(session, "published", author, id_, files=files)
                if id_ != copy.id and before[copy.id]:
                    gone = before[copy.id]
                    self.versions.keep(
                        session, "removed", author, copy.id, files=gone, base=base_of({})
                    )
                self._settle_draft(session, copy, id_, base_of(files))

    def _settle_draft(self, session: Session, copy: WorkingCopy, id_: str, base: str) -> None:
        draft = content_drafts.find(session, copy.id)
        content_drafts.clear(session, copy.id)
        if draft and (draft.question_text, draft.rubric_text) != (
            copy.texts.question,
            copy.texts.rubric,
        ):
            content_drafts.save(session, replace(draft, question=id_, base=base))


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Be the one who changes content, after a short wait for another."""
    if root == BUNDLED:
        raise ReadOnlyRoot
    until = time.monotonic() + PATIENCE
    with ExitStack() as stack:
        while True:
            try:
                stack.enter_context(one_writer(root))
                break
            except BeingWritten as error:
                if time.monotonic() > until:
                    raise Busy from error
                time.sleep(0.05)
            except OSError as error:
                if error.errno not in _MAY_NOT:
                    raise
                raise ReadOnlyRoot from error
        yield
