"""What stands above every page about one question in the works, and where it leads."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.authoring.placing import field_in
from app.authoring.working import WorkingCopy
from app.web.pages import Page
from app.web.wording import one_line, title_of

TABS = {
    "write": "Write",
    "try": "Try an answer",
    "trials": "Samples and mutants",
    "changes": "Changes",
    "versions": "Versions",
    "fares": "How learners fare",
}
"""The pages about one question: the last part of their address, and their names."""

OF_LEXICON = ("write", "changes", "versions")
"""Those that the lexicon has too."""


LONGEST_TITLE = 120
"""Characters of a title that are shown: a text in the works may have any."""


@dataclass(frozen=True, slots=True)
class WorkHead:
    """Which question a page is about and how it stands.

    Attributes:
        address: of the page where it is written.
        author, saved_at: who kept the draft, and when.
        behind: what is published has changed since the draft began.
    """

    id: str
    title: str
    address: str
    is_lexicon: bool
    is_published: bool
    is_draft: bool
    behind: bool
    author: str
    saved_at: datetime | None

    @property
    def tabs(self) -> tuple[tuple[str, str], ...]:
        """The pages about it: their keys and names."""
        return tuple((key, TABS[key]) for key in (OF_LEXICON if self.is_lexicon else TABS))

    def to(self, tab: str) -> str:
        """The address of one of its pages."""
        return self.address if tab == "write" else f"{self.address}/{tab}"


@dataclass(frozen=True, kw_only=True)
class WorkPage(Page):
    """A page about one question in the works.

    Attributes:
        tab: which of `TABS` it is.
    """

    tab: ClassVar[str] = ""
    head: WorkHead


def address_of(id_: str) -> str:
    """Where a question in the works is written."""
    return f"/author/questions/{id_}"


def head_of(copy: WorkingCopy) -> WorkHead:
    """The head of a page about a working copy, with the title that its text has by now."""
    title = one_line(field_in(copy.texts.question, "title"), LONGEST_TITLE)
    return WorkHead(
        id=copy.id,
        title="The lexicon" if copy.is_lexicon else title or title_of(copy.id),
        address=address_of(copy.id),
        is_lexicon=copy.is_lexicon,
        is_published=copy.is_published,
        is_draft=copy.is_draft,
        behind=copy.behind,
        author=copy.author,
        saved_at=copy.saved_at,
    )
