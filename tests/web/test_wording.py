"""Promises of app/web/wording.py."""

from datetime import UTC, datetime

import pytest

from app.web.wording import counted, day_and_time, host_of, one_line, signed, title_of, words_in


@pytest.mark.parametrize(
    ("slug", "title"),
    [("building-blocks", "Building blocks"), ("cdc-lag", "CDC lag"), ("trade-offs", "Trade-offs")],
)
def test_an_id_reads_as_a_title(slug: str, title: str) -> None:
    assert title_of(slug) == title


def test_things_are_counted() -> None:
    assert [counted(1, "word"), counted(1200, "word")] == ["1 word", "1,200 words"]


@pytest.mark.parametrize(("text", "words"), [("", 0), (" \n", 0), ("RF=3, acks=all", 2)])
def test_words_are_what_stands_between_spaces(text: str, words: int) -> None:
    assert words_in(text) == words


def test_a_moment_names_its_zone() -> None:
    assert day_and_time(datetime(2026, 8, 3, 14, 5, tzinfo=UTC)) == "3 August 2026, 14:05 UTC"


@pytest.mark.parametrize(("number", "text"), [(6, "+6"), (0, "0"), (-4, "\u22124")])
def test_numbers_carry_their_sign(number: int, text: str) -> None:
    assert signed(number) == text


def test_a_long_quote_is_cut_in_the_middle() -> None:
    line = one_line("first\nwords " + "x" * 300 + " last words", 40)
    assert line.startswith("first words")
    assert line.endswith("last words")
    assert len(line) <= 43


@pytest.mark.parametrize(
    ("address", "name"),
    [("https://kafka.apache.org/documentation/#acks", "kafka.apache.org"), ("a book", "a book")],
)
def test_a_link_is_named_by_its_site(address: str, name: str) -> None:
    assert host_of(address) == name
