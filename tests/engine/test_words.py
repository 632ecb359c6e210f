"""Word families and numbers."""

import pytest

from app.engine.words import number_value, stem


@pytest.mark.parametrize(
    "family",
    [
        "replicate replicates replicated replicating",
        "lose lost losing",
        "partition partitions partitioned",
        "fail failure fails failed",
        "write wrote written writes",
        "serialise serialize serialised",
        "retention retain",
        "acknowledge acknowledged acknowledgement",
    ],
)
def test_the_forms_of_a_word_are_one_family(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize("pair", ["data date", "monitor month", "lag lead", "topic tonic"])
def test_different_words_are_different_families(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize("mark", [",", "->", "=", "(", "\u2014"])
def test_punctuation_has_no_family(mark: str) -> None:
    assert stem(mark) == ""


@pytest.mark.parametrize(
    ("word", "value"), [("3", 3), ("1,500", 1500), ("0.5", 0.5), ("three", 3), ("-1", -1)]
)
def test_numbers_are_read_in_digits_and_words(word: str, value: float) -> None:
    assert number_value(word) == value


@pytest.mark.parametrize("word", ["3.6.1", "replica", "", "k", "1.2.3.4"])
def test_what_is_no_number_has_no_value(word: str) -> None:
    assert number_value(word) is None
