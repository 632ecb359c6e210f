"""Earlier versions of a question: listed, compared, brought back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.authoring.working import Texts, WorkingCopy
from app.db.content_versions import Kind, Version, VersionTexts
from app.web.author.heads import WorkPage, head_of
from app.web.author.text_changes import TextChanges, text_changes

NOW, DRAFT = "now", "draft"
"""What can be compared besides versions: what is published, and the draft."""

KINDS: dict[Kind, str] = {
    "published": "published",
    "found": "found on disk, changed by other means",
    "removed": "removed",
    "draft": "draft that was let go",
}
"""How a version came to be, in words."""


@dataclass(frozen=True)
class VersionRow:
    """One version.

    Attributes:
        author: by name; empty where nobody here made it.
    """

    id: str
    name: str
    kind: str
    author: str
    kept_at: datetime


@dataclass(frozen=True)
class Side:
    """One of two texts to compare: its key in the address and its name."""

    key: str
    name: str


@dataclass(frozen=True)
class Compared:
    """How one version became another."""

    before: Side
    after: Side
    question: TextChanges
    rubric: TextChanges


@dataclass(frozen=True, kw_only=True)
class VersionsPage(WorkPage):
    """All versions, and two of them compared if that was asked for.

    Attributes:
        sides: what can be compared, the newest first.
    """

    template: ClassVar[str] = "pages/author/versions.html"
    tab: ClassVar[str] = "versions"
    rows: tuple[VersionRow, ...]
    sides: tuple[Side, ...]
    compared: Compared | None


def versions_page(
    copy: WorkingCopy,
    versions: Sequence[Version],
    names: Callable[[str], str],
    compared: Compared | None,
) -> VersionsPage:
    """The versions of a question.

    Args:
        names: what an author is called.
    """
    head = head_of(copy)
    return VersionsPage(
        title=f"Versions: {head.title}",
        head=head,
        rows=tuple(version_row(each, names) for each in versions),
        sides=sides_of(copy, versions),
        compared=compared,
    )


def version_row(version: Version, names: Callable[[str], str]) -> VersionRow:
    """One version as a line of a list."""
    author = names(version.author) if version.author else ""
    return VersionRow(version.id, _name(version), KINDS[version.kind], author, version.kept_at)


def sides_of(copy: WorkingCopy, versions: Sequence[Version]) -> tuple[Side, ...]:
    """What can be compared: the draft, what is published, and every version."""
    sides = [Side(DRAFT, "The draft")] if copy.is_draft else []
    if copy.is_published:
        sides.append(Side(NOW, "Published now"))
    return (*sides, *(Side(each.id, _name(each)) for each in versions))


def compare(before: Side, old: Texts, after: Side, new: Texts) -> Compared:
    """How one text of each file became another."""
    return Compared(
        before,
        after,
        text_changes(old.question, new.question),
        text_changes(old.rubric, new.rubric),
    )


def texts_in(version: VersionTexts) -> Texts:
    """What the files of a version held."""
    return Texts(version.question_text, version.rubric_text)


def _name(version: Version) -> str:
    return f"Version {version.ordinal}"
