"""Promises of app/engine/word_diff.py."""

from collections.abc import Sequence
from difflib import Match, SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.engine import word_diff as differ
from app.engine.word_diff import word_diff

WORDS = st.lists(st.sampled_from(["a", "b", "c", "acks=all", "RF 3\n", " x"]), max_size=30)


def told(old: str, new: str) -> str:
    """The difference with `[-removed-]` and `{+added+}`."""
    signs = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(signs[run.kind].format(run.text) for run in word_diff(old, new))


@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ("", "", ""),
        ("", "One copy.", "{+One copy.+}"),
        ("One copy.", "", "[-One copy.-]"),
        ("We keep two copies.", "We keep two copies.", "We keep two copies."),
        ("We keep two copies.", "We keep three copies.", "We keep [-two -]{+three +}copies."),
        ("Two copies.", "Two copies. One dies.", "Two copies. {+One dies.+}"),
        ("one  two\nthree", "one two three", "one two three"),
        ("  lead", "lead", "lead"),
    ],
)
def test_the_difference_reads_well(old: str, new: str, difference: str) -> None:
    assert told(old, new) == difference


def test_a_word_or_two_that_stayed_do_not_chop_up_a_rewritten_sentence() -> None:
    old = "Start. Consumers poll the broker for data. End."
    new = "Start. Readers ask the leader about offsets. End."
    assert told(old, new) == (
        "Start. [-Consumers poll the broker for data. -]{+Readers ask the leader about offsets. +}"
        "End."
    )


@given(WORDS, WORDS)
def test_both_texts_can_be_put_together_again(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    runs = word_diff(before, after)
    assert "".join(run.text for run in runs if run.kind != "removed") == after
    left = " ".join(run.text for run in runs if run.kind != "added")
    assert left.split() == before.split()


def cycles(words: int, vocabulary: int, step: int) -> str:
    """A text of words that come round again."""
    return " ".join(f"{number * step % vocabulary:03}" for number in range(words))


def units(words: int, vocabulary: int, step: int) -> str:
    """A text of threes that come round again."""
    threes = (number * step % vocabulary for number in range(words // 3))
    return " ".join(f"{three}a {three}b {three}c" for three in threes)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 10_000, "a " * 9_999 + "b"),
        (cycles(5_000, 150, 1), cycles(5_000, 150, 7)),
        (cycles(5_000, 101, 1), cycles(5_000, 101, -1)),
        (units(5_000, 60, 1), units(5_000, 60, -1)),
        (" ".join(f"{n}x {n}y {n}z -" for n in range(1_200)),
         " ".join(f"{n}x {n}y {n}z +" for n in range(1_200))),
    ],
)  # fmt: skip
def test_the_longest_answers_take_a_few_million_comparisons_at_worst(
    old: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[int] = []

    class Counting(SequenceMatcher[Sequence[str]]):
        """Counts the places that the search for a longest match looks at."""

        def find_longest_match(
            self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
        ) -> Match:
            old, places = self.a, self.b2j  # type: ignore[attr-defined]
            compared.extend(1 + len(places.get(each, ())) for each in old[alo:ahi])
            return super().find_longest_match(alo, ahi, blo, bhi)

    monkeypatch.setattr(differ, "SequenceMatcher", Counting)
    word_diff(old[:20_000], new[:20_000])
    assert sum(compared) < 5_000_000
