"""Promises of the commands about who is who (app/account_commands.py)."""

import re
from pathlib import Path
from unittest.mock import ANY

import pytest
from typer.testing import CliRunner, Result

from app.accounts import Accounts
from app.cli import main
from app.db import attempts
from app.db.connect import open_sessions
from app.db.learners import PERSONAL
from tests.db.values import scored


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


PASSWORD = "correct horse battery\n"  # noqa: S105 - of a test


def add(tmp_path: Path, name: str, *options: str) -> Result:
    return run(tmp_path, "users", "add", name, *options, stdin=PASSWORD)


def test_an_account_is_made_with_a_password_from_standard_input(tmp_path: Path) -> None:
    done = add(tmp_path, "Ada", "--author")
    assert re.search(r"Recovery code, shown this once: (\w{4}-){5}\w{4}\n", done.stdout)
    accounts = Accounts(open_sessions(f"sqlite:///{tmp_path}/data/whyboard.db"), shared=True)
    person = accounts.who(
        accounts.sign_in("ada", PASSWORD.strip(), browser="Firefox", address="here")
    )
    assert person is not None
    assert (person.name, person.role) == ("Ada", "author")
    accounts.sessions.close()


@pytest.mark.parametrize(
    ("name", "stdin", "told"),
    [
        ("", PASSWORD, "A name has 1 to 40"),
        ("ada", "short\n", "at least 10 characters"),
        ("ada", "", "at least 10 characters"),
    ],
)
def test_what_cannot_be_an_account_is_told(
    tmp_path: Path, name: str, stdin: str, told: str
) -> None:
    done = run(tmp_path, "users", "add", name, stdin=stdin)
    assert done.exit_code == 2
    assert told in done.stderr


def test_a_name_is_taken_once_however_it_is_written(tmp_path: Path) -> None:
    add(tmp_path, "Ada")
    done = add(tmp_path, "ADA")
    assert done.exit_code == 2
    assert "There is an account called ADA already" in done.stderr


def test_accounts_are_listed_with_their_roles(tmp_path: Path) -> None:
    add(tmp_path, "bob")
    add(tmp_path, "Ada", "--author")
    done = run(tmp_path, "users", "list")
    assert [line.split() for line in done.stdout.splitlines()] == [
        ["author", ANY, ANY, "Ada"],
        ["learner", ANY, ANY, "bob"],
    ]


def test_a_role_is_changed_unless_it_is_the_last_authors(tmp_path: Path) -> None:
    add(tmp_path, "ada", "--author")
    add(tmp_path, "bob")
    refused = run(tmp_path, "users", "role", "ada", "learner")
    assert refused.exit_code == 1
    assert "ada is the only author" in refused.stderr
    assert run(tmp_path, "users", "role", "bob", "author").exit_code == 0
    assert run(tmp_path, "users", "role", "ada", "learner").exit_code == 0
    assert run(tmp_path, "users", "role", "ada", "king").exit_code == 2


def test_an_account_is_removed_after_asking(tmp_path: Path) -> None:
    add(tmp_path, "bob")
    assert run(tmp_path, "users", "remove", "bob", stdin="n\n").exit_code == 1
    assert "bob" in run(tmp_path, "users", "list").stdout
    assert run(tmp_path, "users", "remove", "bob", stdin="y\n").exit_code == 0
    assert run(tmp_path, "users", "list").stdout == ""


def test_somebody_is_signed_out_everywhere(tmp_path: Path) -> None:
    add(tmp_path, "bob")
    assert run(tmp_path, "users", "sign-out", "bob").stdout == "0 signed out\n"


@pytest.mark.parametrize(
    "command", [["role", "eve", "author"], ["remove", "eve"], ["sign-out", "eve"]]
)
def test_a_name_that_nobody_has_is_told(tmp_path: Path, command: list[str]) -> None:
    done = run(tmp_path, "users", *command)
    assert done.exit_code == 2
    assert "There is no account called 'eve'." in done.stderr


def test_an_invite_is_printed_with_the_address_of_the_site(tmp_path: Path) -> None:
    done = run(tmp_path, "users", "invite", "--author", "--site", "https://study.example.org/")
    found = re.fullmatch(r"https://study\.example\.org/invite/(\S+)\n", done.stdout)
    assert found
    accounts = Accounts(open_sessions(f"sqlite:///{tmp_path}/data/whyboard.db"), shared=True)
    assert accounts.invited(found[1]).role == "author"
    accounts.sessions.close()


def test_an_account_adopts_what_the_personal_learner_made(tmp_path: Path) -> None:
    run(tmp_path, "author-link")
    sessions = open_sessions(f"sqlite:///{tmp_path}/data/whyboard.db")
    with sessions.writing.begin() as session:
        attempts.add(session, scored())
    add(tmp_path, "ada", "--adopt")
    ada = Accounts(sessions, shared=True).named("ada").learner
    with sessions.reading.begin() as session:
        assert attempts.count(session, ada) == 1
        assert attempts.count(session, PERSONAL) == 0
    sessions.close()
