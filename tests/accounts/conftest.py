"""Accounts on a fresh database, with a clock that a test can set."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from app.accounts import Accounts
from tests.coaching import NOON, fresh_sessions
from tests.web.site import quick_passwords

PASSWORD = "correct horse battery"  # noqa: S105 - of everybody here


@dataclass
class Clock:
    """Shows noon until it is told that time has passed."""

    now: datetime = NOON
    seconds: float = field(default=0.0)

    def __call__(self) -> datetime:
        """What it shows."""
        return self.now

    def time(self) -> float:
        """Seconds since 1970, as `time.time` tells them."""
        return self.now.timestamp()

    def passes(self, **told: float) -> None:
        """Let time pass."""
        self.now += timedelta(**told)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The time, for everything here and for what counts tries."""
    shown = Clock()
    monkeypatch.setattr("time.time", shown.time)
    return shown


@pytest.fixture
def accounts(tmp_path: Path, clock: Clock) -> Iterator[Accounts]:
    """Accounts of a shared site: Ada is an author, Alice learns."""
    numbers = count(1)
    with fresh_sessions(tmp_path, patience=60.0) as sessions:
        made = Accounts(
            sessions,
            shared=True,
            clock=clock,
            new_id=lambda: f"id{next(numbers)}",
            passwords=quick_passwords(),
        )
        made.add("Ada", PASSWORD, "author")
        made.add("Alice", PASSWORD, "learner")
        yield made
