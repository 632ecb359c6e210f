"""How the tests are shared among the processes that run them.

pytest-xdist has a mark for this, `xdist_group`, which pytest 9.2 ignores without a word
(https://github.com/pytest-dev/pytest-xdist/issues/1386).
"""

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
