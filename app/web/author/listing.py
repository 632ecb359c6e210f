"""The list of questions as an author sees it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.authoring.working import Listed
from app.db.content_versions import Version
from app.db.fares import Usage
from app.web.author.heads import address_of
from app.web.author.versions import VersionRow, version_row
from app.web.pages import Page
from app.web.wording import counted, title_of


@dataclass(frozen=True)
class ListedRow:
    """One question.

    Attributes:
        states: each with the class that colours it.
        author, saved_at: of the draft; empty and None where there is none.
        median: of the scores of each learner's latest attempt; empty where nobody answered.
    """

    title: str
    address: str
    category: str
    states: tuple[tuple[str, str], ...]
    author: str
    saved_at: datetime | None
    attempts: int
    median: str


@dataclass(frozen=True, kw_only=True)
class ListingPage(Page):
    """Every question, published or in the works, and what can be done besides.

    Attributes:
        drafts: ids of the drafts that have no problems.
        removed: id and last version of each question that was taken away.
    """

    template: ClassVar[str] = "pages/author/listing.html"
    rows: tuple[ListedRow, ...]
    drafts: tuple[str, ...]
    removed: tuple[tuple[str, VersionRow], ...]


def listing_page(
    listed: Sequence[Listed],
    used: Mapping[str, Usage],
    removed: Sequence[Version],
    names: Callable[[str], str],
) -> ListingPage:
    """The list, with how much each question is used.

    Args:
        names: what an author is called.
    """
    return ListingPage(
        title="Author's pages",
        rows=tuple(_row(each, used.get(each.id), names) for each in listed),
        drafts=tuple(each.id for each in listed if each.saved_at and not each.problems),
        removed=tuple((each.question, version_row(each, names)) for each in removed),
    )


def _row(each: Listed, used: Usage | None, names: Callable[[str], str]) -> ListedRow:
    return ListedRow(
        title=each.title,
        address=address_of(each.id),
        category=title_of(each.category),
        states=tuple(_states(each)),
        author=names(each.author) if each.saved_at else "",
        saved_at=each.saved_at,
        attempts=used.attempts if used else 0,
        median=f"{used.median:g}" if used else "",
    )


def _states(each: Listed) -> list[tuple[str, str]]:
    """A draft of a published question is both."""
    states = [("published", "published")] if each.is_published else []
    if each.saved_at:
        states.append(("draft", "draft"))
    if each.problems:
        states.append((counted(each.problems, "problem"), "problems"))
    return states
