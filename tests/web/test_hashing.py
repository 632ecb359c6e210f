"""Promises of app/web/hashing.py."""

import asyncio
import time
from threading import Lock

import pytest

from app.web.hashing import AT_ONCE, LONGEST_LINE, Hashing
from app.web.refusals import TooBusy
from tests.event_loop import run_alone


class Work:
    """Takes a moment and notes how many do at the same time."""

    def __init__(self) -> None:
        self.most = 0
        self._now = 0
        self._lock = Lock()

    def __call__(self, answer: int) -> int:
        """Be at it for five milliseconds."""
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        time.sleep(0.005)
        with self._lock:
            self._now -= 1
        return answer


def test_fifty_at_once_are_done_two_by_two() -> None:
    work, hashing = Work(), Hashing()

    async def all_at_once() -> list[int]:
        return await asyncio.gather(*(hashing.run(work, number) for number in range(50)))

    assert run_alone(all_at_once) == list(range(50))
    assert work.most == AT_ONCE


def test_who_comes_when_too_many_wait_is_asked_to_come_back() -> None:
    work, hashing = Work(), Hashing()

    async def all_at_once() -> list[int | BaseException]:
        asked = (hashing.run(work, number) for number in range(LONGEST_LINE + 5))
        return await asyncio.gather(*asked, return_exceptions=True)

    done = run_alone(all_at_once)
    assert sum(isinstance(one, TooBusy) for one in done) == 5


def test_work_that_fails_makes_room_for_the_next() -> None:
    hashing = Hashing()

    def fail() -> None:
        raise InterruptedError

    async def one_after_another() -> int:
        for _ in range(AT_ONCE + 1):
            with pytest.raises(InterruptedError):
                await hashing.run(fail)
        return await hashing.run(Work(), 7)

    assert run_alone(one_after_another) == 7
