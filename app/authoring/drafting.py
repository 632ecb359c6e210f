"""Drafts of content: begun, kept, listed, let go; nothing on disk changes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from app.authoring.beginning import CannotBeginError, must_be_free
from app.authoring.placing import base_of, category_in, disk_bytes, texts_of
from app.authoring.working import Texts, UnknownContent, WorkingCopy
from app.content.skeleton import LEXICON_SCHEMA_LINE, question_skeleton, rubric_skeleton
from app.content.tree import LEXICON_ID
from app.db import content_drafts, content_versions
from app.db.content_drafts import ContentDraft

EMPTY_LEXICON = f"{LEXICON_SCHEMA_LINE}\nideas: {{}}\nslots: {{}}\n"
"""What an author sees who edits the lexicon of a root that has none."""

LONGEST_BASE = 64
"""Hexadecimal digits; a longer one was not made here, and fits nothing on disk."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """Whatever keeping drafts needs.

    Attributes:
        clock: the time now, with its zone.
        new_id: a fresh id for a version.
    """

    root: Path
    clock: Callable[[], datetime]
    new_id: Callable[[], str]

    def working_copy(self, session: Session, id_: str) -> WorkingCopy:
        """The draft if there is one, else what is on disk.

        Raises:
            UnknownContent: there is neither.
        """
        files = disk_bytes(self.root, id_)
        draft = content_drafts.find(session, id_)
        published = texts_of(files)
        base = base_of(files)
        if draft is not None:
            return WorkingCopy(
                id=id_,
                category=draft.category,
                texts=Texts(draft.question_text, draft.rubric_text),
                base=draft.base,
                disk_base=base,
                published=published,
                is_draft=True,
                author=draft.author,
                saved_at=draft.saved_at,
            )
        if not files and id_ != LEXICON_ID:
            raise UnknownContent(id_)
        texts = published if files else Texts("", EMPTY_LEXICON)
        return WorkingCopy(id_, category_in(files), texts, base, base, published)

    def begin(
        self, session: Session, author: str, id_: str, category: str, rubric: str | None = None
    ) -> WorkingCopy:
        """A new question's skeletons as a draft.

        Args:
            rubric: the text of its rubric, as `draft_rubric` guesses it; a skeleton unless given.

        Raises:
            CannotBeginError: an id is not one, or is taken.
        """
        must_be_free(self.root, id_, category)
        if content_drafts.find(session, id_) is not None:
            raise CannotBeginError(f"there is a draft of '{id_}' already")
        texts = Texts(question_skeleton(id_, category), rubric or rubric_skeleton(id_))
        return self.keep(session, author, id_, texts, base_of({}), category=category)

    def keep(
        self,
        session: Session,
        author: str,
        id_: str,
        texts: Texts,
        base: str,
        *,
        category: str = "",
        anew: bool = False,
    ) -> WorkingCopy:
        """Save a draft; another author's that it replaces is kept as a version.

        Args:
            base: of the working copy that was edited; one from before a change on disk is kept as
                well, and the copy that comes back says so (`behind`).

            anew: the texts come from elsewhere, so the draft they replace is kept as a version.

        Raises:
            UnknownContent: there is neither a draft nor a file of this id, and no category.
        """
        content_drafts.hold(session)
        category = category or self.working_copy(session, id_).category
        before = content_drafts.find(session, id_)
        if before is not None and (before.author != author or anew):
            self.let_go(session, before)
        draft = ContentDraft(
            question=id_,
            category=category,
            author=author,
            question_text=_lines(texts.question),
            rubric_text=_lines(texts.rubric),
            base=base[:LONGEST_BASE],
            saved_at=self.clock(),
        )
        content_drafts.save(session, draft)
        return self.working_copy(session, id_)

    def discard(self, session: Session, id_: str) -> None:
        """Let a draft go, if there is one; its texts stay among the versions."""
        content_drafts.hold(session)
        draft = content_drafts.find(session, id_)
        if draft is not None:
            self.let_go(session, draft)
            content_drafts.clear(session, id_)

    def let_go(self, session: Session, draft: ContentDraft) -> None:
        """Keep a draft's texts as a version: whoever comes later may want them back."""
        content_versions.keep(
            session,
            id_=self.new_id(),
            question=draft.question,
            kind="draft",
            category=draft.category,
            author=draft.author,
            texts=(draft.question_text, draft.rubric_text),
            base=draft.base,
            now=self.clock(),
        )

    def drafts(self, session: Session) -> Iterator[WorkingCopy]:
        """Yield a working copy for every draft, by id."""
        for draft in content_drafts.every(session):
            yield self.working_copy(session, draft.question)


def _lines(text: str) -> str:
    """A text with line feeds only: browsers send both marks."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
