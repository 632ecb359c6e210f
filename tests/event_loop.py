"""Run coroutines in tests that may share a worker with a browser."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def run_alone(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Run `work` in a thread of its own.

    Playwright's browser keeps an event loop going in the thread that the tests run in, and no
    second one may start there.
    """
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(lambda: asyncio.run(work())).result()
