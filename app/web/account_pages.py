"""What the pages are given that tell who is who."""

from dataclasses import dataclass
from typing import ClassVar

from app.web.pages import Page


@dataclass(frozen=True, kw_only=True)
class AuthorLinkPage(Page):
    """Asks before a link is used up: a program that only looks at addresses must not use it.

    Attributes:
        action: where the one button sends to.
    """

    template: ClassVar[str] = "pages/author_link.html"
    action: str
