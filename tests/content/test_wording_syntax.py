"""What a wording may look like, and what an author is told when it does not."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.wording_syntax import (
    Alternatives,
    Idea,
    Number,
    Phrase,
    Word,
    WordingError,
    WordingSyntax,
    ideas_in,
    parse_wording,
)


def test_a_plain_sentence_is_its_words() -> None:
    assert parse_wording("min.insync.replicas is two.").items == (
        Word("min.insync.replicas"),
        Word("is"),
        Word("two"),
    )


def test_alternatives_may_have_several_words_each() -> None:
    assert parse_wording("a (crash | clean restart)").items == (
        Word("a"),
        Alternatives(((Word("crash"),), (Word("clean"), Word("restart")))),
    )


def test_ideas_numbers_and_phrases_stand_alone() -> None:
    assert parse_wording('<lag-behind> <n> "at least once"').items == (
        Idea("lag-behind"),
        Number(),
        Phrase("at least once"),
    )


def test_marks_need_no_spaces_around_them() -> None:
    assert parse_wording("(a|b)->c") == WordingSyntax(
        (Alternatives(((Word("a"),), (Word("b"),))), Word("c")), roles=1
    )


@pytest.mark.parametrize("text", ["slow consumer -> blocked producer", "slow consumer → idle disk"])
def test_an_arrow_tells_where_the_left_side_ends(text: str) -> None:
    assert parse_wording(text).roles == 2


def test_a_wording_without_an_arrow_has_no_roles() -> None:
    assert parse_wording("slow consumer").roles is None


def test_hyphens_and_apostrophes_belong_to_words() -> None:
    assert parse_wording("in-sync don't").items == (Word("in-sync"), Word("don't"))


def test_ideas_are_found_inside_alternatives_too() -> None:
    assert ideas_in(parse_wording("<a> (<b> | <n> <c>) d")) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a (b | c", r"'\(' is not closed"),
        ("a b)", r"'\)' closes nothing"),
        ("a (b | )", "is empty"),
        ("in-sync replicas (ISR)", "at least two alternatives"),
        ("a (b | (c | d))", "cannot be nested"),
        ("a | b", r"need '\( \)'"),
        ('a "b c', "not closed"),
        ("a “b c", "not closed"),
        ("a b”", "closes nothing"),
        ('a "" b', "phrase is empty"),
        ("-> b", "both sides"),
        ("a ->", "both sides"),
        ("a -> b -> c", "only once"),
        ("(a -> b | c)", "inside"),
        ("a <b", "opens an idea"),
        ("a <> b", "name of an idea"),
        ("rf > 3", "stands alone"),
        ("...", "says nothing"),
    ],
)
def test_an_author_is_told_what_is_wrong(text: str, told: str) -> None:
    with pytest.raises(WordingError, match=told):
        parse_wording(text)


@given(st.text(alphabet='ab ()|<>"->n', max_size=30))
def test_any_text_is_either_taken_apart_or_refused_with_a_reason(text: str) -> None:
    with suppress(WordingError):
        assert parse_wording(text).items
