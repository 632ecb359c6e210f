"""Say in plain words why the database could not be used."""

import sqlite3
from typing import Any

from sqlalchemy.engine import ExceptionContext


class StorageError(Exception):
    """The database could not do what was asked; nothing of the request was kept.

    The message is for the learner: one plain sentence, without parameters or SQL.
    """

    message = "What you sent could not be saved. Please try again."

    def __init__(self) -> None:
        super().__init__(self.message)


class StorageBusy(StorageError):  # noqa: N818 - reads as what it is where it is caught
    """Another program holds the database's lock."""

    message = "The database is busy in another program. Nothing was saved yet; please try again."


class StorageReadOnly(StorageError):  # noqa: N818 - reads as what it is where it is caught
    """The database, its disk or its folder may be read but not written."""

    message = "The database cannot be written: its file or folder is read-only. Nothing was saved."


class StorageFull(StorageError):  # noqa: N818 - reads as what it is where it is caught
    """No room is left."""

    message = "The disk that holds the database is full. Nothing was saved."


class StorageUnavailable(StorageError):  # noqa: N818 - reads as what it is where it is caught
    """The database cannot be opened or reached."""

    message = "The database cannot be opened at the moment. Nothing was saved; please try again."


class StorageTooNew(StorageError):  # noqa: N818 - reads as what it is where it is caught
    """The database was written by a later version of this program."""

    message = "The database belongs to a later version of Whyboard. Please update this program."


SQLITE_FAILURES: dict[int, type[StorageError]] = {
    sqlite3.SQLITE_BUSY: StorageBusy,
    sqlite3.SQLITE_LOCKED: StorageBusy,
    sqlite3.SQLITE_READONLY: StorageReadOnly,
    sqlite3.SQLITE_PERM: StorageReadOnly,
    sqlite3.SQLITE_FULL: StorageFull,
    sqlite3.SQLITE_CANTOPEN: StorageUnavailable,
    sqlite3.SQLITE_IOERR: StorageUnavailable,
    sqlite3.SQLITE_CORRUPT: StorageUnavailable,
    sqlite3.SQLITE_NOTADB: StorageUnavailable,
}
"""Primary result codes (https://www.sqlite.org/rescode.html)."""

POSTGRES_FAILURES: dict[str, type[StorageError]] = {
    "55P03": StorageBusy,  # lock_not_available
    "40P01": StorageBusy,  # deadlock_detected
    "25006": StorageReadOnly,  # read_only_sql_transaction
    "53100": StorageFull,  # disk_full
    "53300": StorageUnavailable,  # too_many_connections
    "57P01": StorageUnavailable,  # admin_shutdown
    "57P03": StorageUnavailable,  # cannot_connect_now
    "3D000": StorageUnavailable,  # invalid_catalog_name
}
"""SQLSTATE codes (https://www.postgresql.org/docs/15/errcodes-appendix.html)."""


def _kind(error: Any, *, disconnected: bool) -> type[StorageError] | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return SQLITE_FAILURES.get(code & 0xFF)  # extended codes keep the primary one low
    state = getattr(error, "sqlstate", None)
    if state is not None:
        return POSTGRES_FAILURES.get(state)
    return StorageUnavailable if disconnected else None


def translate(context: ExceptionContext) -> None:
    """Raise the `StorageError` that a driver's error amounts to; leave any other error alone."""
    error = context.original_exception
    operational = type(error).__name__ == "OperationalError"
    kind = _kind(error, disconnected=context.is_disconnect or operational)
    if kind is not None:
        raise kind from error
