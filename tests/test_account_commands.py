"""Promises of the commands about who is who (app/account_commands.py)."""

import re
from pathlib import Path

from typer.testing import CliRunner, Result

from app.accounts import Accounts
from app.cli import main
from app.db.connect import open_sessions


def run(tmp_path: Path, *arguments: str, stdin: str = "", **env: str) -> Result:
    given = {"WHYBOARD_DATA": str(tmp_path / "data"), **env}
    return CliRunner().invoke(main, list(arguments), env=given, input=stdin)


def test_an_author_link_opens_the_authors_pages_once(tmp_path: Path) -> None:
    done = run(tmp_path, "author-link", WHYBOARD_PORT="8123")
    found = re.fullmatch(r"http://127\.0\.0\.1:8123/author/open/(\S+)\n", done.stdout)
    assert found, done.output
    sessions = open_sessions(f"sqlite:///{tmp_path}/data/whyboard.db")
    accounts = Accounts(sessions)
    person = accounts.who(accounts.open_author_link(found[1], "Firefox"))
    assert person is not None
    assert person.role == "author"
    sessions.close()


def test_a_database_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "whyboard.db").write_bytes(b"not a database " * 100)
    done = run(tmp_path, "author-link")
    assert done.exit_code == 1
    assert "cannot be opened" in done.stderr
