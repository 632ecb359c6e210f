"""Let those who sign in wait for each other: a hash takes 19 MiB and a processor for a while."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from starlette.concurrency import run_in_threadpool

from app.web.refusals import TooBusy

AT_ONCE = 2
"""Hashes computed at the same time: 38 MiB, and two processors at most."""

LONGEST_LINE = 100
"""Requests that wait; at 20 ms a hash the last one waits for a second or two."""

_P = ParamSpec("_P")
_T = TypeVar("_T")


class Hashing:
    """Runs what hashes passwords beside the event loop, a few at a time."""

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0

    async def run(self, work: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T:
        """What `work` returns, in its turn; or `TooBusy` when too many wait already.

        Who waits holds no thread, so that pages are still served meanwhile.
        """
        if self._waiting >= LONGEST_LINE:
            raise TooBusy
        self._waiting += 1
        try:
            async with self._free:
                return await run_in_threadpool(work, *args, **kwargs)
        finally:
            self._waiting -= 1
