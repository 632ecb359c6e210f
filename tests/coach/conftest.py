"""What the tests of the coach ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.coach import Coach
from app.db.connect import Sessions
from tests.coaching import fresh_sessions, small_coach


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[Sessions]:
    with fresh_sessions(tmp_path) as opened:
        yield opened


@pytest.fixture
def session(sessions: Sessions) -> Iterator[Session]:
    with sessions.writing.begin() as begun:
        yield begun


@pytest.fixture
def coach() -> Coach:
    return small_coach()
