"""Promises of `whyboard serve` before it listens (app/web/serve.py); tests/e2e has the rest."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import main
from app.settings import Settings
from app.web.main import place_of
from tests import make


def test_content_with_problems_is_not_served_and_every_problem_is_listed(tmp_path: Path) -> None:
    question = make.question_data(minutes=0, colour="red")
    root = make.content_root(tmp_path / "root", question=question)
    env = {"WHYBOARD_ROOT": str(root), "WHYBOARD_DATA": str(tmp_path / "data")}
    done = CliRunner().invoke(main, ["serve"], env=env)
    assert done.exit_code == 1
    problems = [line for line in done.stderr.splitlines() if "small-queue.yaml:" in line]
    assert len(problems) == 2, done.stderr


def test_a_database_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    root = make.content_root(tmp_path / "root")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "whyboard.db").write_bytes(b"not a database " * 100)
    env = {"WHYBOARD_ROOT": str(root), "WHYBOARD_DATA": str(tmp_path / "data")}
    done = CliRunner().invoke(main, ["serve"], env=env)
    assert done.exit_code == 1
    assert "The database cannot be opened at the moment." in done.stderr


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("sqlite:////home/me/whyboard.db", "/home/me/whyboard.db"),
        (
            "postgresql://me:secret@db/whyboard",
            "the PostgreSQL database that WHYBOARD_DATABASE_URL names",
        ),
    ],
)
def test_the_place_of_the_data_tells_no_password(tmp_path: Path, url: str, place: str) -> None:
    settings = Settings.from_env({"WHYBOARD_DATA": str(tmp_path), "WHYBOARD_DATABASE_URL": url})
    assert place_of(settings) == place
