"""When content counts as changed."""

import os
from collections.abc import Callable
from pathlib import Path

from app.content.changes import State, content_state, settled_changes
from tests import make


def seen(*names: str) -> list[State]:
    """Yielded states, by their name, of a watch that looks as often as names are given."""
    states: dict[str, State] = {name: ((name, 0, 0),) for name in names}
    looks = iter(names)
    left = len(names) - 1

    def look() -> State:
        return states[next(looks)]

    def wait() -> bool:
        nonlocal left
        left -= 1
        return left >= 0

    return list(settled_changes(look(), look, wait))


def names(states: list[State]) -> str:
    return "".join(state[0][0] for state in states)


def test_nothing_is_told_while_nothing_changes() -> None:
    assert names(seen("a", "a", "a")) == ""


def test_a_change_is_told_once_it_has_settled() -> None:
    assert names(seen("a", "b", "b", "b")) == "b"


def test_many_changes_in_a_row_are_told_as_one() -> None:
    assert names(seen("a", "b", "c", "d", "d", "d")) == "d"


def test_a_change_that_was_taken_back_is_not_told() -> None:
    assert names(seen("a", "b", "a", "a")) == ""


def test_each_later_change_is_told() -> None:
    assert names(seen("a", "b", "b", "c", "c")) == "bc"


def test_a_changed_a_new_and_a_deleted_file_change_the_state(tmp_path: Path) -> None:
    root = make.content_root(tmp_path)
    question = root / "questions/streaming/small-queue.yaml"

    def changed(act: Callable[[], object]) -> bool:
        before = content_state(root)
        act()
        return content_state(root) != before

    assert changed(lambda: os.utime(question, ns=(1, 1)))
    assert changed(lambda: (root / "rubrics/lexicon.yaml").write_text("{}", "utf-8"))
    assert changed(question.unlink)
    assert not changed(lambda: (root / "questions/notes.txt").write_text("x", "utf-8"))
