"""Open the author's pages of a personal installation by a link from the terminal."""

from datetime import timedelta

from app.accounts.errors import UnknownLink
from app.accounts.registry import Registry
from app.db import author_links
from app.db.learners import PERSONAL

LINK_LASTS = timedelta(days=1)
"""How long a link waits to be opened: it may stand in a terminal's history, or in a log."""


class AuthorLinks(Registry):
    """The link that makes one browser the author's."""

    __slots__ = ()

    def make_author_link(self) -> str:
        """The secret of a new link; an earlier one opens nothing from now on."""
        secret = self.new_secret()
        with self.sessions.writing.begin() as session:
            author_links.put(session, secret, self.clock() + LINK_LASTS)
        return secret

    def check_author_link(self, secret: str) -> None:
        """Raise `UnknownLink` unless the link can still be used."""
        with self.sessions.reading.begin() as session:
            if not author_links.is_open(session, secret, self.clock()):
                raise UnknownLink

    def open_author_link(self, secret: str, browser: str) -> str:
        """Use a link up, or raise `UnknownLink`; the secret for the browser's cookie."""
        with self.sessions.writing.begin() as session:
            if not author_links.use(session, secret, self.clock()):
                raise UnknownLink
            return self._begin(session, PERSONAL, browser)


def author_path(secret: str) -> str:
    """Where on the site a link leads."""
    return f"/author/open/{secret}"
