"""What an author's pages see: texts in the works, how they stand, and what is refused."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.content.problems import Problem
from app.content.question import Question
from app.content.rubric import Lexicon, Rubric
from app.content.tree import LEXICON_ID

LONGEST_SLUG = 64

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


_DEVICES = frozenset(
    "con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 "
    "lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9".split()
)
"""Names that Windows takes for devices, whatever their ending."""


def is_slug(name: str) -> bool:
    """Whether a name is an id, which is also a file's or folder's name: nothing else may be one."""
    is_word = len(name) <= LONGEST_SLUG and _SLUG.fullmatch(name) is not None
    return is_word and name not in _DEVICES


@dataclass(frozen=True, slots=True)
class Texts:
    """The files of a question as text; "" where there is none.

    Attributes:
        rubric: under the id `lexicon`, the lexicon; then there is no question.
    """

    question: str
    rubric: str


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """What an author works on: the draft if there is one, else what is on disk.

    Attributes:
        id: of the question as it is on disk or was begun: its text may have another by now.
        texts: with line feeds only.
        base: which disk files the texts began from; to be sent along when they are kept.
        disk_base: the same for what is on disk now. Who has seen the change on disk and wants the
            texts all the same keeps them with this as their base.
        published: what is on disk now; empty texts where there is nothing.
        is_draft: else the texts are what is on disk.
        author, saved_at: who kept the draft last, and when.
    """

    id: str
    category: str
    texts: Texts
    base: str
    disk_base: str
    published: Texts
    is_draft: bool = False
    author: str = ""
    saved_at: datetime | None = None

    @property
    def behind(self) -> bool:
        """Whether the disk has changed since the draft began: publishing would undo that."""
        return self.base != self.disk_base

    @property
    def is_lexicon(self) -> bool:
        """Whether this is the lexicon and no question."""
        return self.id == LEXICON_ID

    @property
    def is_published(self) -> bool:
        """Whether anything of it is on disk."""
        return bool(self.published.question or self.published.rubric)


State = Literal["published", "draft", "has problems"]


@dataclass(frozen=True, slots=True)
class Listed:
    """A question as the list of questions shows it.

    Attributes:
        problems: how many the draft has, or what is on disk if there is no draft.
        is_published: learners can see it, perhaps in an earlier form than the draft.
        author, saved_at: of the draft, if there is one.
    """

    id: str
    title: str
    category: str
    state: State
    problems: int
    is_published: bool
    author: str = ""
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Examined:
    """What is to be said about texts in the works.

    Attributes:
        problems: in reading order; the texts' own, of a lexicon also those it makes in rubrics.
        warnings: looked for only where there is no problem.
        question, rubric, lexicon: None while they cannot be read.
        question_file, rubric_file: the paths that problems name; where they would be published.
    """

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    question: Question | None
    rubric: Rubric | None
    lexicon: Lexicon | None
    question_file: str
    rubric_file: str


@dataclass(frozen=True, slots=True)
class Published:
    """What was published.

    Attributes:
        ids: under which it is on disk now.
        files: the paths that were written or taken away.
    """

    ids: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Received:
    """What an upload became.

    Attributes:
        ids: of the drafts made from it.
        unchanged: what is on disk just so already; no draft was made of it.
        passed_over: names of files that are not content, like README.md.
    """

    ids: tuple[str, ...]
    unchanged: tuple[str, ...]
    passed_over: tuple[str, ...]


class UnknownContent(LookupError):  # noqa: N818 - reads as what it is where it is caught
    """There is neither a draft nor a file for this id."""


class Busy(Exception):  # noqa: N818 - reads as what it is where it is caught
    """Somebody else is doing this at the moment, and it is done by one at a time."""


class Conflict(Exception):  # noqa: N818 - reads as what it is where it is caught
    """The disk has changed since drafts began; nothing was written.

    Attributes:
        copies: what is in conflict: `texts` is the draft, `published` what is on disk now.
    """

    def __init__(self, copies: tuple[WorkingCopy, ...]) -> None:
        named = ", ".join(copy.id for copy in copies)
        super().__init__(f"The files of {named} were changed by other means since the draft began.")
        self.copies = copies


class ReadOnlyRoot(Exception):  # noqa: N818 - reads as what it is where it is caught
    """Nothing can be written where the content lies."""

    def __init__(self) -> None:
        super().__init__(
            "The content that is served cannot be changed where it lies. Put a copy of it into a "
            "folder that you can write to ('Download all' gives you one), and start Whyboard with "
            "WHYBOARD_ROOT naming that folder."
        )


class NothingToPublish(LookupError):  # noqa: N818 - reads as what it is where it is caught
    """There is no draft of this, so nothing to publish."""
