"""Tell when content files change: by looking now and then, which works on every file system."""

from collections.abc import Callable, Iterator
from pathlib import Path

State = tuple[tuple[str, int, int], ...]
"""Path, time of change in nanoseconds and size of each content file."""


def content_state(root: Path) -> State:
    """How the content files below `root` stand now."""
    files = [*(root / "questions").rglob("*.yaml"), *(root / "rubrics").rglob("*.yaml")]
    return tuple(sorted((str(path), *_stamp(path)) for path in files))


def settled_changes(
    known: State, look: Callable[[], State], wait: Callable[[], bool]
) -> Iterator[State]:
    """Yield the state after each change, once two looks in a row see the same.

    So a change of many files, or a file that an editor writes in pieces, counts once.

    Args:
        known: the state from which on changes count: what changes while it is acted on is told.
        wait: passes the time between two looks; False ends the watch.
    """
    told = seen = known
    while wait():
        now = look()
        if now == seen != told:
            told = now
            yield now
        seen = now


def _stamp(path: Path) -> tuple[int, int]:
    try:
        stat = path.stat()
    except FileNotFoundError:  # deleted between the listing and the look
        return (0, 0)
    return (stat.st_mtime_ns, stat.st_size)
