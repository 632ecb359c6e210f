"""What may come in, and as what."""

import pytest

from app.engine.door import ANSWER_LIMIT, TooLong, admit


@pytest.mark.parametrize("text", ["a\r\nb", "a\rb", "a\nb"])
def test_every_line_end_becomes_one_newline(text: str) -> None:
    assert admit(text) == "a\nb"


@pytest.mark.parametrize("unusable", ["\x00", chr(0xD800), chr(0xDFFF)])
def test_what_no_database_keeps_is_replaced(unusable: str) -> None:
    assert admit(f"a{unusable}b") == "a\ufffdb"


def test_everything_else_stays_as_it_was_written() -> None:
    text = "  Caf\u00e9 e\u0301 \u201cquoted\u201d \U0001f642\u200b "
    assert admit(text) == text


def test_the_longest_answer_is_admitted() -> None:
    assert len(admit("a" * ANSWER_LIMIT)) == ANSWER_LIMIT


def test_line_ends_count_once() -> None:
    assert len(admit("\r\n" * ANSWER_LIMIT)) == ANSWER_LIMIT


def test_a_longer_answer_is_refused_with_its_length() -> None:
    with pytest.raises(TooLong, match="20,001 characters") as caught:
        admit("a" * (ANSWER_LIMIT + 1))
    assert (caught.value.length, caught.value.limit) == (ANSWER_LIMIT + 1, ANSWER_LIMIT)
