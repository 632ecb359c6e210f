"""Bring a database to the tables of this version, once, under a lock."""

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, NullPool, text

from app.db.connect import for_writing, make_engine, outside_transactions, sqlite_file
from app.db.failures import StorageBusy, StorageReadOnly, StorageTooNew

MIGRATIONS = Path(__file__).parent / "migrations"

MIGRATION_PATIENCE_SECONDS = 60.0
"""How long a second start waits for the first one's migration; those of years take seconds."""

MIGRATION_LOCK = 0x57687962
"""Key of PostgreSQL's advisory lock: "Whyb" in ASCII, so that it meets no other program's."""

log = logging.getLogger(__name__)


def migrate(url: str, *, patience: float = MIGRATION_PATIENCE_SECONDS) -> None:
    """Create the database at `url` or bring it up to date; do nothing if it is.

    Safe to call from several processes at once: all steps run in one transaction that holds the
    write lock (SQLite) or an advisory lock (PostgreSQL), and a step that fails undoes all.

    Raises:
        StorageError: as it says; StorageTooNew if a later version wrote the database.
    """
    _make_private(url)
    engine = make_engine(url, patience=patience, foreign_keys=False, poolclass=NullPool)
    try:
        if _current(engine) != newest_revision():
            with for_writing(engine).begin() as connection:
                _lock(connection)
                command.upgrade(configuration(connection), "head")
        if engine.dialect.name == "sqlite":
            _use_wal(engine)
    finally:
        engine.dispose()


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's configuration, without a file; `connection` is what its commands work on."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def newest_revision() -> str | None:
    """The revision that this version of the program works with."""
    return ScriptDirectory.from_config(configuration()).get_current_head()


def _current(engine: Engine) -> str | None:
    """The database's revision; None for an empty one."""
    with engine.connect() as connection:
        current = MigrationContext.configure(connection).get_current_revision()
    known = {
        script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()
    }
    if current is not None and current not in known:
        raise StorageTooNew
    return current


def _lock(connection: Connection) -> None:
    """On SQLite, the transaction began with the write lock."""
    if connection.dialect.name == "postgresql":
        lock = text("SELECT pg_advisory_xact_lock(:key)")
        connection.execute(lock, {"key": MIGRATION_LOCK})


def _make_private(url: str) -> None:
    """Answers are private: a folder or file made here is open to its owner only."""
    file = sqlite_file(url)
    if file is not None:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not file.exists():
            file.touch(mode=0o600)


def _use_wal(engine: Engine) -> None:
    """Let readers and a writer work at once, where the file system can (network homes cannot)."""
    with outside_transactions(engine).connect() as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
        if mode == "wal":
            return
        try:
            mode = connection.exec_driver_sql("PRAGMA journal_mode=WAL").scalar_one()
        except (StorageReadOnly, StorageBusy) as reason:
            log.warning("SQLite keeps journal mode %s: %s", mode, reason)
            return
    if mode != "wal":
        log.warning("SQLite keeps journal mode %s: its file system cannot do better", mode)
