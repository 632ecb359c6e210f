"""Several files change as one, whatever happens meanwhile."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.content.check import check_content
from app.content.several_files import (
    BeingWritten,
    finish_writing,
    is_unfinished,
    last_change,
    one_writer,
    replace_files,
)
from app.content.tree import Candidate
from tests import make

QUESTION = "questions/streaming/small-queue.yaml"
RUBRIC = "rubrics/streaming/small-queue.yaml"


class DiedError(BaseException):
    """The process ended here: nothing after it was done."""


def contents(root: Path) -> dict[str, bytes]:
    """Every file below the content folders, hidden ones too."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for kind in ("questions", "rubrics")
        for path in (root / kind).rglob("*")
        if path.is_file()
    }


def laid(before: dict[str, bytes], changes: Candidate) -> dict[str, bytes]:
    after = {**before, **{file: data for file, data in changes.items() if data is not None}}
    return {file: data for file, data in after.items() if changes.get(file, b"") is not None}


MOVED: Candidate = {
    QUESTION: None,
    RUBRIC: None,
    "questions/batch/small-queue.yaml": make.as_yaml(make.question_data(category="batch")).encode(),
    "rubrics/batch/small-queue.yaml": make.as_yaml(make.rubric_data()).encode(),
}

REWRITTEN: Candidate = {
    QUESTION: make.as_yaml(make.question_data(title="New")).encode(),
    RUBRIC: make.as_yaml(make.rubric_data(make.concept_data(name="New"))).encode(),
}


def die_at(step: int) -> tuple[list[int], Callable[[], None]]:
    left = [step]

    def before() -> None:
        left[0] -= 1
        if left[0] < 0:
            raise DiedError

    return left, before


@pytest.mark.parametrize("changes", [MOVED, REWRITTEN])
def test_a_crash_at_any_step_leaves_all_or_nothing(tmp_path: Path, changes: Candidate) -> None:
    outcomes = []
    for step in range(100):
        root = make.content_root(tmp_path / str(step))
        old = contents(root)
        left, before = die_at(step)
        try:
            with one_writer(root):
                replace_files(root, changes, before)
        except DiedError:
            mixed = not is_unfinished(root) and not _is_either(root, old, changes)
            assert not mixed, f"step {step}: readers would see some new and some old"
        finish_writing(root)
        now = contents(root)
        assert now in (old, laid(old, changes)), step
        assert not is_unfinished(root)
        assert check_content(root) == []
        outcomes.append(now == old)
        if left[0] >= 0:
            break
    assert outcomes == sorted(outcomes, reverse=True), "undone first, from some step on finished"
    assert outcomes[0]
    assert not outcomes[-1]
    assert len(outcomes) > 10


def _is_either(root: Path, old: dict[str, bytes], changes: Candidate) -> bool:
    seen = {file: data for file, data in contents(root).items() if Path(file).name[0] != "."}
    return seen in (old, laid(old, changes))


def test_only_one_process_writes_at_a_time(tmp_path: Path) -> None:
    root = make.content_root(tmp_path)
    with one_writer(root), pytest.raises(BeingWritten), one_writer(root):
        pass
    with one_writer(root):
        pass


def test_nobody_finishes_what_a_living_process_is_at(tmp_path: Path) -> None:
    root = make.content_root(tmp_path)
    _, before = die_at(5)
    with one_writer(root):
        with pytest.raises(DiedError):
            replace_files(root, REWRITTEN, before)
        assert is_unfinished(root)
        finish_writing(root)
        assert is_unfinished(root)
    finish_writing(root)
    assert not is_unfinished(root)


def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make.content_root(tmp_path)
    old = contents(root)
    real, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"), one_writer(root):
        replace_files(root, REWRITTEN)
    assert contents(root) == old
    assert not is_unfinished(root)


def test_a_change_is_marked_and_leaves_nothing_about(tmp_path: Path) -> None:
    root = make.content_root(tmp_path)
    marked = last_change(root)
    with one_writer(root):
        replace_files(root, MOVED)
    assert last_change(root) != marked
    assert not (root / "questions/streaming").exists()
    assert sorted(contents(root)) == sorted(file for file, data in MOVED.items() if data)


def test_a_file_keeps_its_mode_and_a_new_one_may_be_read_by_all(tmp_path: Path) -> None:
    root = make.content_root(tmp_path)
    (root / QUESTION).chmod(0o640)
    with one_writer(root):
        replace_files(root, {QUESTION: b"a", "rubrics/batch/x.yaml": b"b"})
    assert (root / QUESTION).stat().st_mode & 0o777 == 0o640
    assert (root / "rubrics/batch/x.yaml").stat().st_mode & 0o777 == 0o644


def test_where_nothing_was_ever_written_nothing_is_made(tmp_path: Path) -> None:
    root = make.content_root(tmp_path)
    finish_writing(root)
    assert sorted(path.name for path in root.iterdir()) == ["questions", "rubrics"]
