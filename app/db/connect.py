"""Open the database: engines, sessions, and what SQLite must be told on every connection."""

from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Connection, Engine, Pool, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.orm import Session, sessionmaker

from app.db.failures import translate

PATIENCE_SECONDS = 5.0
"""How long a writer waits for another: a write here takes milliseconds, so a longer wait means
that somebody holds on to the lock, and the learner should hear of it."""


@dataclass(frozen=True, slots=True)
class Sessions:
    """The two ways to the database.

    Attributes:
        reading: transactions that only read; they never wait for a writer on SQLite's WAL.
        writing: transactions that take the write lock with their first statement, so that what
            they read is still true when they write.
    """

    reading: sessionmaker[Session]
    writing: sessionmaker[Session]
    engine: Engine

    def close(self) -> None:
        """Close every connection; SQLite then folds its log into the file."""
        self.engine.dispose()


def open_sessions(url: str, *, patience: float = PATIENCE_SECONDS) -> Sessions:
    """Sessions on the database at `url`; nothing is read or created yet.

    Args:
        patience: seconds to wait for another writer before `StorageBusy`.
    """
    engine = make_engine(url, patience=patience)
    return Sessions(sessionmaker(engine), sessionmaker(for_writing(engine)), engine)


def for_writing(engine: Engine) -> Engine:
    """The same engine, with transactions that hold SQLite's write lock from the start."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


def outside_transactions(engine: Engine) -> Engine:
    """The same engine, for what SQLite does only outside of a transaction."""
    return engine.execution_options(begin=None)


def fold_log_after(session: Session) -> None:
    """After the commit, have SQLite fold its log into the file: it still holds what was deleted.

    While somebody reads, it cannot; the next folding does it then.
    """
    engine = session.get_bind().engine
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(session, "after_commit", once=True)
    def fold(_session: Session) -> None:
        with outside_transactions(engine).connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def make_engine(
    url: str,
    *,
    patience: float = PATIENCE_SECONDS,
    foreign_keys: bool = True,
    poolclass: type[Pool] | None = None,
) -> Engine:
    """An engine whose errors are plain (`app.db.failures`) and never show a learner's text."""
    address = _with_driver(make_url(url))
    sqlite = address.get_backend_name() == "sqlite"
    arguments = _sqlite_arguments(patience) if sqlite else _postgres_arguments(patience)
    engine = create_engine(
        address, connect_args=arguments, hide_parameters=True, poolclass=poolclass
    )
    event.listen(engine, "handle_error", translate)
    if sqlite:
        _prepare_sqlite(engine, foreign_keys=foreign_keys)
    return engine


def sqlite_file(url: str) -> Path | None:
    """The file a SQLite address names; None for PostgreSQL and for a database in memory."""
    address = make_url(url)
    database = address.database or ":memory:"
    if address.get_backend_name() != "sqlite" or database == ":memory:":
        return None
    return Path(database.removeprefix("file:"))


def _with_driver(address: URL) -> URL:
    """`postgresql://` without a driver means psycopg 3 here."""
    plain = address.drivername in {"postgresql", "postgres"}
    return address.set(drivername="postgresql+psycopg") if plain else address


def _sqlite_arguments(patience: float) -> dict[str, object]:
    return {"timeout": patience, "check_same_thread": False}  # a session may change threads


def _postgres_arguments(patience: float) -> dict[str, object]:
    wait = int(patience * 1000)
    return {"connect_timeout": 10, "options": f"-c lock_timeout={wait} -c timezone=UTC"}


def _prepare_sqlite(engine: Engine, *, foreign_keys: bool) -> None:
    @event.listens_for(engine, "connect")
    def tell(connection: SqliteConnection, _record: object) -> None:
        connection.isolation_level = None  # the driver begins nothing; `begin` below does
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA synchronous=FULL")  # "saved" survives a power cut, in WAL too
        connection.execute("PRAGMA secure_delete=ON")  # deleted answers are overwritten

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        statement = connection.get_execution_options().get("begin", "BEGIN")
        if statement is not None:
            connection.exec_driver_sql(statement)
