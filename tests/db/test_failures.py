"""Promises of app/db/failures.py: a database that cannot be used is told in plain words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from app.db import attempts
from app.db.connect import Sessions, open_sessions
from app.db.failures import StorageBusy, StorageError, StorageReadOnly, StorageUnavailable
from app.db.learners import PERSONAL, hold
from tests.db.values import scored

Opening = Callable[..., Sessions]


def kept(sessions: Sessions) -> int:
    with sessions.reading.begin() as session:
        return attempts.count(session, PERSONAL)


def test_a_lock_held_elsewhere_is_busy_and_keeps_nothing(
    sessions: Sessions, impatient: Sessions
) -> None:
    with sessions.writing.begin() as holder:
        hold(holder, PERSONAL)
        with pytest.raises(StorageBusy, match="busy in another program"):
            add(impatient)
    assert kept(sessions) == 0


def test_writing_works_again_once_the_lock_is_free(sessions: Sessions, impatient: Sessions) -> None:
    with sessions.writing.begin() as holder:
        hold(holder, PERSONAL)
        with pytest.raises(StorageBusy):
            add(impatient)
    add(impatient)
    assert kept(sessions) == 1


def test_a_route_that_catches_a_lock_can_still_end_its_transaction(
    sessions: Sessions, impatient: Sessions
) -> None:
    with sessions.writing.begin() as holder:
        hold(holder, PERSONAL)
        with impatient.writing.begin() as session, pytest.raises(StorageBusy):
            attempts.add(session, scored())
    assert kept(sessions) == 0


def test_readers_do_not_wait_for_a_writer(sessions: Sessions, impatient: Sessions) -> None:
    with sessions.writing.begin() as holder:
        attempts.add(holder, scored())
        assert kept(impatient) == 0


def test_a_read_only_file_can_be_read_but_not_written(sqlite_url: str, opening: Opening) -> None:
    add(opening(sqlite_url))
    read_only = opening(sqlite_url.replace("sqlite:///", "sqlite:///file:") + "?mode=ro&uri=true")
    with pytest.raises(StorageReadOnly, match="read-only"):
        add(read_only, "another text")
    assert kept(read_only) == 1


@pytest.mark.postgres
@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_a_read_only_server_can_be_read_but_not_written(sessions: Sessions) -> None:
    with sessions.engine.begin() as connection:
        name = connection.execute(text("SELECT current_database()")).scalar_one()
        connection.exec_driver_sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
    sessions.close()
    with pytest.raises(StorageReadOnly):
        add(sessions)
    assert kept(sessions) == 0


def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path, opening: Opening) -> None:
    (tmp_path / "whyboard.db").write_text("shopping list\n" * 100)
    with pytest.raises(StorageUnavailable):
        add(opening(f"sqlite:///{tmp_path}/whyboard.db"))


def test_a_folder_that_is_not_there_is_unavailable(tmp_path: Path, opening: Opening) -> None:
    with pytest.raises(StorageUnavailable, match="cannot be opened"):
        kept(opening(f"sqlite:///{tmp_path}/gone/whyboard.db"))


def test_a_server_that_does_not_answer_is_unavailable(tmp_path: Path, opening: Opening) -> None:
    with pytest.raises(StorageUnavailable):
        kept(opening(f"postgresql://nobody@/none?host={tmp_path}"))


def test_no_message_shows_what_the_learner_wrote(tmp_path: Path) -> None:
    sessions = open_sessions(f"sqlite:///{tmp_path}/empty.db")
    with pytest.raises(Exception, match="no such table") as caught:
        add(sessions)
    sessions.close()
    assert "replication" not in str(caught.value)


@pytest.mark.parametrize("kind", StorageError.__subclasses__())
def test_every_failure_says_one_plain_sentence_or_two(kind: type[StorageError]) -> None:
    assert str(kind()).endswith(".")
    assert "SQL" not in str(kind())


def add(sessions: Sessions, words: str = "We use replication.") -> None:
    with sessions.writing.begin() as session:
        attempts.add(session, scored(text=words))
