"""A PostgreSQL server for the length of a test run, in a temporary folder, on a socket there."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

DEBIAN = Path("/usr/lib/postgresql")
"""Where Debian puts initdb and pg_ctl: not on the path."""

START_SECONDS = "60"


def binaries() -> Path | None:
    """The folder of the newest server's programs; None where there is none."""
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda found: int(found.parts[-3]))
    if versions:
        return versions[-1].parent
    found = shutil.which("initdb")
    return Path(found).parent if found else None


@dataclass
class Cluster:
    """A running server."""

    folder: Path
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def url(self, database: str) -> str:
        """The address of one of its databases."""
        return f"postgresql+psycopg://postgres@/{database}?host={self.folder}"

    def create(self, name: str, *, like: str = "template1") -> None:
        """Make a database, as a copy of another."""
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        with psycopg.connect(
            host=str(self.folder), user="postgres", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement.format(sql.Identifier(name), sql.Identifier(like)))

    def create_next(self, *, like: str = "template1") -> str:
        """Make a database with a name of its own."""
        name = f"test_{next(self.numbers)}"
        self.create(name, like=like)
        return name


@contextmanager
def running() -> Iterator[Cluster]:
    """Start a server, and stop it and remove its files at the end."""
    folder = Path(tempfile.mkdtemp(prefix="whyboard-pg-"))
    if os.geteuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    try:
        _server("initdb", "-D", f"{folder}/data", "-U", "postgres", "-A", "trust", "--no-sync")
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        _control(folder, "start", "-o", options, "-l", f"{folder}/log")
        try:
            yield Cluster(folder)
        finally:
            _control(folder, "stop", "-m", "immediate")
    finally:
        shutil.rmtree(folder)


def _control(folder: Path, *arguments: str) -> None:
    _server("pg_ctl", "-D", f"{folder}/data", "-w", "-t", START_SECONDS, *arguments)


def _server(program: str, *arguments: str) -> None:
    """Run one of the server's programs; it refuses root, so root becomes `postgres`."""
    folder = binaries()
    assert folder is not None
    subprocess.run(
        [str(folder / program), *arguments],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        user="postgres" if os.geteuid() == 0 else None,
        cwd="/",
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
    )
