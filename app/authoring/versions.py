"""Versions of content: published, found on disk, taken away or let go, and brought back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.authoring.drafting import Drafting
from app.authoring.placing import base_of, category_in, disk_bytes, texts_of
from app.authoring.working import Texts, WorkingCopy
from app.content.tree import LEXICON_ID
from app.db import content_versions
from app.db.content_versions import Kind, Version, VersionTexts


class UnknownVersion(LookupError):  # noqa: N818 - reads as what it is where it is caught
    """There is no version of this id."""


@dataclass(frozen=True, slots=True)
class Versions:
    """Whatever keeping versions needs; as `Drafting`."""

    root: Path
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    def every(self, session: Session, id_: str) -> tuple[Version, ...]:
        """The versions of a question, newest first, without texts."""
        return tuple(content_versions.every(session, id_))

    def version(self, session: Session, version_id: str) -> VersionTexts:
        """One version, with its texts.

        Raises:
            UnknownVersion.
        """
        found = content_versions.find(session, version_id)
        if found is None:
            raise UnknownVersion(version_id)
        return found

    def removed(self, session: Session) -> tuple[Version, ...]:
        """The last version of each question that was taken away and has not come back."""
        return tuple(content_versions.removed(session))

    def keep_found(self, session: Session, id_: str) -> None:
        """Keep what is on disk, unless that is what was left there last."""
        files = disk_bytes(self.root, id_)
        if files and content_versions.last_base(session, id_) != base_of(files):
            self.keep(session, "found", "", id_, files=files)

    def keep(
        self,
        session: Session,
        kind: Kind,
        author: str,
        id_: str,
        *,
        files: Mapping[str, bytes],
        base: str | None = None,
    ) -> None:
        """Add a version.

        Args:
            files: what it holds, by path.
            base: sums up what is on disk then, if that is not these files.
        """
        texts = texts_of(files)
        content_versions.keep(
            session,
            id_=self.new_id(),
            question=id_,
            kind=kind,
            category=category_in(files),
            author=author,
            texts=(texts.question, texts.rubric),
            base=base_of(files) if base is None else base,
            now=self.clock(),
        )

    def restore(self, session: Session, author: str, version_id: str) -> WorkingCopy:
        """An earlier version as a draft, to be looked at and published.

        Raises:
            UnknownVersion.
        """
        version = self.version(session, version_id)
        files = disk_bytes(self.root, version.question)
        return Drafting(self.root, self.clock, self.new_id).keep(
            session,
            author,
            version.question,
            Texts(version.question_text, version.rubric_text),
            base_of(files),
            category=category_in(files) or version.category or LEXICON_ID,
            anew=True,
        )
