"""Every database test runs on SQLite and on PostgreSQL."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.db.connect import Sessions, open_sessions
from app.db.migrate import migrate
from tests.coaching import migrated_file
from tests.conftest import REQUIRE_ALL
from tests.db.postgres import Cluster, binaries, running

KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A throw-away PostgreSQL with one migrated database to copy from."""
    if binaries() is None:
        reason = "PostgreSQL's server programs are not on this machine"
        if REQUIRE_ALL:
            pytest.fail(reason)
        pytest.skip(reason)
    with running() as started:
        started.create("migrated")
        migrate(started.url("migrated"))
        yield started


@pytest.fixture(params=KINDS)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/whyboard.db"
    started: Cluster = request.getfixturevalue("cluster")
    return started.url(started.create_next())


@pytest.fixture(params=KINDS)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a migrated database that nobody has written to."""
    if request.param == "sqlite":
        return new_file(tmp_path)
    started: Cluster = request.getfixturevalue("cluster")
    return started.url(started.create_next(like="migrated"))


@pytest.fixture
def sessions(url: str) -> Iterator[Sessions]:
    """Sessions on a fresh database, patient however slow the machine."""
    opened = open_sessions(url, patience=60.0)
    yield opened
    opened.close()


@pytest.fixture
def impatient(url: str) -> Iterator[Sessions]:
    """Sessions on the same database that wait a tenth of a second for another writer."""
    opened = open_sessions(url, patience=0.1)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of a migrated SQLite file."""
    return new_file(tmp_path)


def new_file(folder: Path) -> str:
    (folder / "whyboard.db").write_bytes(migrated_file())
    return f"sqlite:///{folder}/whyboard.db"


@pytest.fixture
def opening() -> Iterator[Callable[..., Sessions]]:
    """`open_sessions`, closed after the test."""
    opened: list[Sessions] = []

    def open_one(address: str, patience: float = 0.1) -> Sessions:
        opened.append(open_sessions(address, patience=patience))
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()
