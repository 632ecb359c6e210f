"""Promises of app/web/author/text_changes.py."""

import pytest

from app.web.author import text_changes as module
from app.web.author.text_changes import AROUND, Row, text_changes

FEW = ["one", "two", "three"]
MANY = [f"line {number}" for number in range(1, 101)]


def joined(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def told(row: Row) -> tuple[str, int | None, int | None, str]:
    return row.kind, row.before, row.after, "".join(run.text for run in row.runs)


def rows(before: str, after: str) -> list[tuple[str, int | None, int | None, str]]:
    return [told(row) for hunk in text_changes(before, after).hunks for row in hunk.rows]


def test_the_same_text_has_no_changes() -> None:
    assert not text_changes(joined(*FEW), joined(*FEW)).any
    assert not text_changes("", "").any


def test_a_line_that_went_and_a_line_that_came_are_told_with_their_numbers() -> None:
    assert rows(joined("one", "two", "three"), joined("one", "three", "four")) == [
        ("same", 1, 1, "one"),
        ("removed", 2, None, "two"),
        ("same", 3, 2, "three"),
        ("added", None, 3, "four"),
    ]


def test_a_new_text_is_all_added() -> None:
    changes = text_changes("", joined(*FEW))
    assert (changes.added, changes.removed, changes.tail) == (3, 0, 0)


def test_of_a_changed_line_the_words_that_differ_are_marked() -> None:
    found = text_changes("a long line with one word in it\n", "a long line with two words in it\n")
    removed, added = found.hunks[0].rows
    assert [run.text for run in removed.runs if run.kind == "removed"] == ["one word "]
    assert [run.text for run in added.runs if run.kind == "added"] == ["two words "]


def test_only_lines_near_a_change_are_shown_and_the_rest_is_counted() -> None:
    changed = [*MANY[:49], "new", *MANY[50:]]
    changes = text_changes(joined(*MANY), joined(*changed))
    (hunk,) = changes.hunks
    assert (hunk.skipped, len(hunk.rows), changes.tail) == (46, 2 + 2 * AROUND, 47)


def test_changes_far_apart_are_apart_and_changes_nearby_are_together() -> None:
    def hunks(*places: int) -> int:
        changed = [*MANY]
        for place in places:
            changed[place] = "new"
        return len(text_changes(joined(*MANY), joined(*changed)).hunks)

    assert hunks(20, 60) == 2
    assert hunks(20, 20 + 2 * AROUND + 1) == 1
    assert hunks(20, 20 + 2 * AROUND + 2) == 2
    assert hunks(0, 99) == 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FEW, [*FEW, "four"]),
        ([], FEW),
        (FEW, []),
        (FEW, ["one", "2", "3"]),
        (["", "a", ""], ["a", "", "b"]),
        (MANY, MANY[10:]),
        (MANY[::2], MANY),
    ],
)
def test_the_rows_and_what_is_left_out_make_up_both_texts(
    before: list[str], after: list[str]
) -> None:
    changes = text_changes(joined(*before), joined(*after))
    shown = [row for hunk in changes.hunks for row in hunk.rows]
    left_out = sum(hunk.skipped for hunk in changes.hunks) + changes.tail
    assert sum(row.before is not None for row in shown) + left_out == len(before)
    assert sum(row.after is not None for row in shown) + left_out == len(after)
    for row in shown:
        line = "".join(run.text for run in row.runs)
        if row.before is not None:
            assert line.split() == before[row.before - 1].split()
        if row.after is not None:
            assert line.split() == after[row.after - 1].split()


def test_files_too_long_to_compare_are_shown_as_one_replaced_by_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MOST_COMPARED", 2)
    changes = text_changes(joined("same", *MANY[:9]), joined("same", *MANY[20:30]))
    assert (changes.added, changes.removed) == (10, 9)
