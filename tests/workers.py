"""How the tests are shared among the processes that run them.

pytest-xdist has a mark for this, `xdist_group`, which pytest 9.2 ignores without a word
(https://github.com/pytest-dev/pytest-xdist/issues/1386).
"""

import os
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = {
    "tests/e2e/test_accounts": "a shared site",
    "tests/e2e/test_author": "a site of authors",
    "tests/e2e/": "a learner's site",
}
"""What lies below each of these is run by one process, which starts the site and the browser once;
the first that fits counts."""

LONGEST = (
    "tests/e2e/test_author",
    "tests/e2e/test_accounts",
    "tests/e2e/",
    "tests/engine/test_laws",
    "tests/engine/improving/",
    "tests/workbench/",
    "tests/engine/test_carried",
    "tests/web/test_workers",
    "tests/test_packaging",
)
"""What takes long is begun first, so that no process is left alone with it at the end."""


GIB = 2**30


def how_many() -> int:
    """Processes for `pytest -n auto`: one a processor, from two to four, while each has 3 GiB.

    A process takes one, and what it starts, a browser and a site or two, another one and a half.
    """
    return max(2, min(4, os.cpu_count() or 2, memory() // (3 * GIB)))


def memory(
    limit: Path = Path("/sys/fs/cgroup/memory.max"), machine: Path = Path("/proc/meminfo")
) -> int:
    """Bytes that this machine has, or that its container may take; 0 where nothing tells."""
    if not machine.exists():
        return 0
    lines = dict(line.split(":") for line in machine.read_text("ascii").splitlines())
    there = int(lines["MemTotal"].split()[0]) * 1024
    told = limit.read_text("ascii").strip() if limit.exists() else "max"
    return there if told == "max" else min(there, int(told))


class Shares(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """A file is never divided: what its fixtures make is made once."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return next((name for start, name in TOGETHER.items() if file.startswith(start)), file)


def longest_first(items: list[pytest.Item]) -> None:
    """Put tests in the order in which processes take them."""
    items.sort(key=lambda item: _place(item.nodeid))


def _place(nodeid: str) -> int:
    starts = (place for place, start in enumerate(LONGEST) if nodeid.startswith(start))
    return next(starts, len(LONGEST))
