"""What is printed when the site starts, besides its address: who may do what, and how."""

from app.accounts import Accounts
from app.accounts.author_links import author_path
from app.db.failures import StorageError
from app.settings import Settings

SITE = "{site}"
"""Stands for the site's address, which is known only when it listens."""

NO_AUTHOR = "Nobody is an author yet; this makes one: whyboard users add NAME --author"

NO_SIGN_IN = (
    "Careful: whoever reaches this address is you, without signing in, and nothing is encrypted. "
    "WHYBOARD_MODE=shared asks people to sign in."
)


def welcome(settings: Settings, accounts: Accounts) -> tuple[str, ...]:
    """The lines to print, with `SITE` in place of the site's address."""
    if accounts.shared:
        return () if _has_author(accounts) else (NO_AUTHOR,)
    careful = (NO_SIGN_IN,) if settings.open_to_others else ()
    return (*careful, *_author_link(accounts))


def _has_author(accounts: Accounts) -> bool:
    return any(account.role == "author" for account in accounts.everybody())


def _author_link(accounts: Accounts) -> tuple[str, ...]:
    try:
        return (f"Author's pages, once: {SITE}{author_path(accounts.make_author_link())}",)
    except StorageError:  # the database may be read only: learners can still look back
        return ()
