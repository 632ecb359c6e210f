"""Promises of app/db/migrate.py."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import text

from app.db.connect import Sessions, for_writing
from app.db.failures import StorageTooNew
from app.db.migrate import configuration, migrate, newest_revision

Opening = Callable[..., Sessions]


def revision(sessions: Sessions) -> str:
    with sessions.reading.begin() as session:
        return str(session.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def test_an_empty_database_gets_the_newest_tables(empty_url: str, opening: Opening) -> None:
    migrate(empty_url)
    assert revision(opening(empty_url)) == newest_revision()


def test_migrations_and_tables_agree(url: str, opening: Opening) -> None:
    with opening(url).engine.begin() as connection:
        command.check(configuration(connection))


def test_a_second_start_changes_nothing(empty_url: str, opening: Opening) -> None:
    migrate(empty_url)
    migrate(empty_url)
    assert revision(opening(empty_url)) == newest_revision()


def test_two_starts_at_once_migrate_once(empty_url: str, opening: Opening) -> None:
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(migrate, [empty_url, empty_url]))
    with opening(empty_url).reading.begin() as session:
        assert session.execute(text("SELECT id FROM learners")).all() == [("personal",)]


def test_a_database_of_a_later_version_is_refused(url: str, opening: Opening) -> None:
    with opening(url).writing.begin() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageTooNew, match="later version"):
        migrate(url)


def test_sqlite_writes_ahead_so_that_readers_need_not_wait(sqlite_url: str) -> None:
    file = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))
    assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    file.close()


def test_sqlite_goes_on_without_writing_ahead_where_it_cannot(
    sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    file = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"))
    file.execute("PRAGMA journal_mode=DELETE")
    file.close()
    migrate(sqlite_url.replace("sqlite:///", "sqlite:///file:") + "?mode=ro&uri=true")
    assert "SQLite keeps journal mode delete" in caplog.text


def test_a_new_database_and_its_folder_are_private(tmp_path: Path) -> None:
    migrate(f"sqlite:///{tmp_path}/data/whyboard.db")
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "data" / "whyboard.db").stat().st_mode & 0o777 == 0o600


def test_a_file_that_may_only_be_read_still_opens_at_start(
    sqlite_url: str, opening: Opening
) -> None:
    read_only = sqlite_url.replace("sqlite:///", "sqlite:///file:") + "?mode=ro&uri=true"
    migrate(read_only)
    assert revision(opening(read_only)) == newest_revision()


def test_every_migration_says_why_and_what_it_does_to_rows_and_locks() -> None:
    for script in ScriptDirectory.from_config(configuration()).walk_revisions():
        assert all(word in (script.module.__doc__ or "") for word in ("Why:", "Data:", "Locks:"))


def test_an_older_database_keeps_its_attempts(empty_url: str, opening: Opening) -> None:
    with for_writing(opening(empty_url).engine).begin() as connection:
        command.upgrade(configuration(connection), "0001")
    with opening(empty_url).writing.begin() as session:
        session.execute(text(FIRST_ATTEMPT))
    migrate(empty_url)
    with opening(empty_url).reading.begin() as session:
        kept = session.execute(text("SELECT text, revises FROM attempts")).one()
    assert tuple(kept) == ("We use replication.", None)


FIRST_ATTEMPT = """INSERT INTO attempts VALUES ('a1', 'personal', 'kafka-event-backbone', 1,
'We use replication.', '{}', 'd', 3, 50, NULL, '2026-03-01 12:00:00', 'form-1', 1, 's')"""
"""As the first version kept it."""
