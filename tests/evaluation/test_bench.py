"""What the bench times, and how it tells it."""

from itertools import islice

import pytest

from app.evaluation.bench import HOSTILE, Bench, bench_lines, percentile
from app.evaluation.bench_texts import fresh_texts, growing

RESULT = Bench(
    first=0.3,
    again=0.02,
    fresh=(0.1, 0.2, 0.3),
    parse=(0.1, 0.1, 0.1),
    edited=(0.03, 0.03, 0.2),
    improved=(0.15, 0.2, 0.25),
    lengths={1_000: 0.01, 20_000: 0.3},
    hostile={"brackets": 0.5},
    memory=(100 * 2**20, 103 * 2**20),
    scorings=1_000,
)


def test_no_sentence_of_a_fresh_text_was_in_another() -> None:
    first, second = islice(fresh_texts("One thing. Another thing.", 60), 2)
    assert len(first.split()) == len(second.split()) == 60
    assert not set(first.split(". ")[:-1]) & set(second.split(". "))


def test_a_text_being_typed_has_one_word_more_each_time() -> None:
    texts = list(growing("one two three", 3))
    assert [len(text.split()) for text in texts] == [4, 5, 6]
    assert all("one" in text and "three" in text for text in texts)


def test_the_ratio_is_of_medians() -> None:
    assert RESULT.ratio == 2


def test_linearity_compares_the_time_a_character() -> None:
    assert RESULT.linearity == pytest.approx(1.5)


def test_the_95th_percentile_of_20_values_is_the_19th() -> None:
    assert percentile(tuple(range(1, 21)), 95) == 19


def test_hostile_texts_are_as_long_as_an_answer_may_be() -> None:
    assert all(10_000 <= len(text) <= 20_000 for text in HOSTILE.values())


def test_first_warm_and_live_times_and_memory_are_told() -> None:
    told = "\n".join(bench_lines(RESULT))
    assert "first scoring of the process: 300 ms; again: 20.0 ms" in told
    assert "one word more each time: p50 30 ms, p95 200 ms, longest 200 ms" in told
    assert "besides scoring it: p50 200 ms, longest 250 ms; ratio 2.00" in told
    assert "memory after 1,000 scorings: 103 MiB, +3" in told
