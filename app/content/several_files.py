"""Change several content files as one: all of it or nothing is there after a crash at any point.

Every new file is written in full beside its place and made lasting; then a journal says what is to
be moved where. Without the journal nothing has happened, and what lies about is swept away; with it
everything is done, by this process or by whoever looks next. Moving is quick, and readers who see
the journal wait (`is_unfinished`), so nobody reads a new question beside an old rubric.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.content.tree import KINDS, Candidate

PLACE = ".publishing"
"""Folder in the root for the lock, the journal and the mark of the last change."""

ENDING = ".publishing"
"""Of a new file beside its place; hidden, so that no reader takes it for content."""


class BeingWritten(Exception):  # noqa: N818 - reads as what it is where it is caught
    """Another process is changing the content of this root."""


@contextmanager
def one_writer(root: Path) -> Iterator[None]:
    """Keep every other process from changing the content of a root; finishes what one left.

    Raises:
        BeingWritten: another process is at it.
        OSError: the root cannot be written to.
    """
    import fcntl  # Windows has none: there content is read, and changed by other means

    (root / PLACE).mkdir(exist_ok=True)
    handle = os.open(root / PLACE / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BeingWritten from error
        _finish(root)
        yield
    finally:
        os.close(handle)  # gives the lock back, as the end of the process would


def finish_writing(root: Path) -> None:
    """Finish or undo what a process left that died while it changed content.

    Nothing is done while another process is at it, or where nothing can be written.
    """
    if (root / PLACE).is_dir():
        with suppress(BeingWritten, OSError), one_writer(root):
            pass


def is_unfinished(root: Path) -> bool:
    """Whether files are being moved just now: some are new, others old."""
    return _journal(root).exists()


def last_change(root: Path) -> int:
    """A number that changes whenever content was changed here; cheap to ask for."""
    try:
        return _mark(root).stat().st_mtime_ns
    except OSError:
        return 0


def replace_files(
    root: Path, changes: Candidate, before: Callable[[], None] = lambda: None
) -> None:
    """Write and take away files, all or none; the caller is the `one_writer`.

    Args:
        changes: path relative to the root to what the file is to hold; None takes it away.
        before: called before each step, for tests.

    Raises:
        OSError: the disk is full, or a folder cannot be written to; nothing has changed, or it will
            have, wholly, the next time anybody looks.
    """
    written = {file: data for file, data in changes.items() if data is not None}
    try:
        for file, data in written.items():
            before()
            _write_beside(root / file, data)
        before()
        journal = {"move": sorted(written), "remove": sorted(set(changes) - set(written))}
        _write_lasting(_journal(root), json.dumps(journal).encode(), before)
    except OSError:
        _sweep(root)
        raise
    _carry_out(root, before)


def _finish(root: Path) -> None:
    if is_unfinished(root):
        _carry_out(root, lambda: None)
    _sweep(root)


def _carry_out(root: Path, before: Callable[[], None]) -> None:
    """Do what the journal says; done twice it does no harm."""
    journal = json.loads(_journal(root).read_bytes())
    for file in journal["move"]:
        before()
        with suppress(FileNotFoundError):  # moved before the crash
            _beside(root / file).replace(root / file)
    for file in journal["remove"]:
        before()
        (root / file).unlink(missing_ok=True)
    for folder in {(root / file).parent for file in (*journal["move"], *journal["remove"])}:
        before()
        _make_lasting(folder)
    before()
    _write_lasting(_mark(root), b"")
    before()
    _journal(root).unlink()
    before()
    _make_lasting(root / PLACE)
    for file in journal["remove"]:
        with suppress(OSError):  # others lie in it
            (root / file).parent.rmdir()


def _sweep(root: Path) -> None:
    """Take away new files that no journal speaks of."""
    for kind in KINDS:
        for path in (root / kind).rglob(f".*{ENDING}"):
            path.unlink(missing_ok=True)


def _write_beside(path: Path, data: bytes) -> None:
    for folder in reversed(path.parents):
        if not folder.exists():
            folder.mkdir()
            _make_lasting(folder.parent)
    _write(_beside(path), data, path.stat().st_mode & 0o777 if path.exists() else 0o644)
    _make_lasting(path.parent)


def _write_lasting(path: Path, data: bytes, before: Callable[[], None] = lambda: None) -> None:
    new = path.with_suffix(".new")
    _write(new, data, 0o644)
    before()
    new.replace(path)
    _make_lasting(path.parent)


def _write(path: Path, data: bytes, mode: int) -> None:
    with path.open("wb") as file:
        path.chmod(mode)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _make_lasting(folder: Path) -> None:
    if not folder.is_dir():
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}{ENDING}")


def _journal(root: Path) -> Path:
    return root / PLACE / "journal.json"


def _mark(root: Path) -> Path:
    return root / PLACE / "last-change"
