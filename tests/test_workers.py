"""Promises of tests/workers.py."""

from pathlib import Path

import pytest

from tests.workers import GIB, how_many, memory

MEMORY = f"MemTotal:       {16 * GIB // 1024} kB\nMemFree: 1 kB\n"


@pytest.mark.parametrize(
    ("limit", "found"), [("max\n", 16 * GIB), (f"{4 * GIB}\n", 4 * GIB), (None, 16 * GIB)]
)
def test_a_container_may_take_less_memory_than_there_is(
    tmp_path: Path, limit: str | None, found: int
) -> None:
    (tmp_path / "meminfo").write_text(MEMORY)
    if limit:
        (tmp_path / "limit").write_text(limit)
    assert memory(tmp_path / "limit", tmp_path / "meminfo") == found


def test_there_are_two_processes_at_least_and_four_at_most() -> None:
    assert 2 <= how_many() <= 4
