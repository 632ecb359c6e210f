"""Typing mistakes of long words, and of nothing else."""

import pytest

from app.engine.typos import TypoRepair
from app.engine.words import stem

REPAIR = TypoRepair(["partition", "replica", "offset", "broker", "acks"], frozenset({"breaker"}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("partiton", "partition"), ("parittion", "partition"), ("repilca", "replica"),
     ("offsset", "offset")],
)  # fmt: skip
def test_a_mistake_in_a_long_word_is_repaired(typed: str, meant: str) -> None:
    assert REPAIR.family(typed) == stem(meant)


@pytest.mark.parametrize("word", ["breaker", "ack", "rf", "3", "offline", "tion", "xroker"])
def test_other_words_are_what_they_are(word: str) -> None:
    assert REPAIR.family(word) == stem(word)
