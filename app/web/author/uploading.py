"""Upload content files: the form, everything that is wrong, or what was taken as drafts."""

from dataclasses import dataclass
from typing import ClassVar

from app.authoring.unpacking import LARGEST_UPLOAD
from app.authoring.working import Received
from app.content.problems import Problem
from app.web.pages import Page


@dataclass(frozen=True, kw_only=True)
class UploadPage(Page):
    """The form for files.

    Attributes:
        problems: everything that is wrong with what was sent; nothing was taken then.
    """

    template: ClassVar[str] = "pages/author/upload.html"
    megabytes: ClassVar[int] = LARGEST_UPLOAD // (1024 * 1024)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class UploadedPage(Page):
    """What was taken as drafts.

    Attributes:
        drafts: id and title of each.
    """

    template: ClassVar[str] = "pages/author/uploaded.html"
    drafts: tuple[tuple[str, str], ...]
    received: Received


def upload_page(problems: tuple[Problem, ...] = ()) -> UploadPage:
    """The form, with what was wrong the last time."""
    return UploadPage(title="Nothing was taken" if problems else "Upload files", problems=problems)


def uploaded_page(received: Received, titles: dict[str, str]) -> UploadedPage:
    """What became of an upload.

    Args:
        titles: of questions, by id.
    """
    drafts = tuple((id_, titles.get(id_, id_)) for id_ in received.ids)
    return UploadedPage(title="Taken as drafts", drafts=drafts, received=received)
