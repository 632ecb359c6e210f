"""The commands about who is who: `whyboard author-link`."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from app.settings import Settings
from app.terminal import fail, settings_or_exit

if TYPE_CHECKING:  # SQLAlchemy is heavy
    from app.accounts import Accounts

commands = typer.Typer()


@commands.command()
def author_link() -> None:
    """Print a link that opens the author's pages in one browser, once; the last one ends."""
    from app.accounts.author_links import author_path

    settings = settings_or_exit()
    with opened(settings) as accounts:
        path = author_path(accounts.make_author_link())
    typer.echo(f"http://{settings.host}:{settings.port}{path}" if settings.port else path)


@contextmanager
def opened(settings: Settings) -> Iterator["Accounts"]:
    """The accounts in the database of `settings`; if it cannot be used the command ends."""
    from app.accounts import Accounts
    from app.db.connect import open_sessions
    from app.db.failures import StorageError
    from app.db.migrate import migrate

    try:
        migrate(settings.database_url)
        sessions = open_sessions(settings.database_url)
        try:
            yield Accounts(sessions)
        finally:
            sessions.close()
    except StorageError as error:
        fail(f"{settings.data_folder}: {error}")
