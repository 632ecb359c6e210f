"""Promises of app/db/connect.py."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from app.db.connect import Sessions, make_engine, sqlite_file


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:////var/lib/whyboard.db", Path("/var/lib/whyboard.db")),
        ("sqlite:///file:/var/lib/whyboard.db?mode=ro&uri=true", Path("/var/lib/whyboard.db")),
        ("sqlite://", None),
        ("sqlite:///:memory:", None),
        ("postgresql://somebody@somewhere/whyboard", None),
    ],
)
def test_the_file_of_an_address_is_known(url: str, file: Path | None) -> None:
    assert sqlite_file(url) == file


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg"])
def test_postgresql_is_spoken_to_through_psycopg_3(scheme: str) -> None:
    assert make_engine(f"{scheme}://somebody@somewhere/whyboard").driver == "psycopg"


def test_a_commit_survives_a_power_cut_and_deleted_text_is_overwritten(
    sqlite_url: str, opening: Callable[..., Sessions]
) -> None:
    with opening(sqlite_url).reading.begin() as session:
        told = [
            session.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("synchronous", "secure_delete", "foreign_keys")
        ]
    assert told == [2, 1, 1]  # 2: FULL
