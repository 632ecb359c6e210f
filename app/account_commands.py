"""The commands about who is who: `whyboard author-link`, and those of `whyboard users`."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from app.settings import Settings
from app.terminal import EXIT_USAGE, fail, settings_or_exit

if TYPE_CHECKING:  # SQLAlchemy and argon2 are heavy
    from app.accounts import Account, Accounts, Role

commands = typer.Typer()

users = typer.Typer(help="Accounts of a site that several share (WHYBOARD_MODE=shared).")
commands.add_typer(users, name="users", no_args_is_help=True)

Name = Annotated[str, typer.Argument(help="Name of the account.")]
AsAuthor = Annotated[bool, typer.Option("--author", help="An author, not only a learner.")]


@commands.command()
def author_link() -> None:
    """Print a link that opens the author's pages in one browser, once; the last one ends."""
    from app.accounts.author_links import author_path

    settings = settings_or_exit()
    with opened(settings) as accounts:
        path = author_path(accounts.make_author_link())
    typer.echo(f"http://{settings.host}:{settings.port}{path}" if settings.port else path)


@users.command()
def invite(
    *,
    author: AsAuthor = False,
    days: Annotated[int, typer.Option(min=1, max=30, help="How long it stays open.")] = 7,
    site: Annotated[
        str | None, typer.Option(help="Address of the site, like https://study.example.org.")
    ] = None,
) -> None:
    """Print a link by which one person makes an account."""
    settings = settings_or_exit()
    with opened(settings) as accounts:
        secret = accounts.invite(_role(author=author), days=days)
    begins = site or f"http://{settings.host}:{settings.port}"
    typer.echo(f"{begins.rstrip('/')}/invite/{secret}")


@users.command()
def add(
    name: Name,
    *,
    author: AsAuthor = False,
    adopt: Annotated[
        bool,
        typer.Option("--adopt", help="Give it what you made here before anybody had an account."),
    ] = False,
) -> None:
    """Make an account; the password is asked for, or read from standard input."""
    from app.accounts import CannotDoError

    settings = settings_or_exit()
    password = _password()
    with opened(settings) as accounts:
        try:
            code = accounts.add(name, password, _role(author=author), adopt=adopt)
        except CannotDoError as error:
            fail(str(error), EXIT_USAGE)
    typer.echo(f"Recovery code, shown this once: {code}")


@users.command("list")
def list_accounts() -> None:
    """List every account: role, since when, the id that logs name it by, and the name."""
    with opened(settings_or_exit()) as accounts:
        for account in accounts.everybody():
            since = f"{account.created_at:%Y-%m-%d}"
            typer.echo(f"{account.role:8} {since} {account.learner} {account.name}")


@users.command()
def role(
    name: Name,
    new: Annotated[str, typer.Argument(metavar="learner|author", help="What it is to be.")],
) -> None:
    """Make somebody an author, or a learner again; they are signed out everywhere."""
    from app.accounts import LastAuthor

    if new not in {"learner", "author"}:
        fail(f"A role is learner or author, not '{new}'.", EXIT_USAGE)
    with opened(settings_or_exit()) as accounts:
        account = _named(accounts, name)
        try:
            accounts.set_role(account.learner, _role(author=new == "author"))
        except LastAuthor as error:
            fail(str(error))


@users.command()
def remove(
    name: Name,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete an account and everything its learner made: attempts, notes, drafts and links."""
    with opened(settings_or_exit()) as accounts:
        account = _named(accounts, name)
        if not yes:
            typer.confirm(f"Delete {account.name} with all attempts, for good?", abort=True)
        accounts.remove(account.learner)


@users.command()
def sign_out(name: Name) -> None:
    """Sign somebody out everywhere."""
    with opened(settings_or_exit()) as accounts:
        ended = accounts.sign_out_everywhere(_named(accounts, name).learner)
    typer.echo(f"{ended} signed out")


def _named(accounts: "Accounts", name: str) -> "Account":
    from app.accounts import UnknownPerson

    try:
        return accounts.named(name)
    except UnknownPerson:
        fail(f"There is no account called '{name}'.", EXIT_USAGE)


def _role(*, author: bool) -> "Role":
    return "author" if author else "learner"


def _password() -> str:
    """Asked for twice on a terminal, else the first line of standard input; never an argument."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")


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
