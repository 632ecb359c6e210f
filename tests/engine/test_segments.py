"""Cutting an answer into stretches that are read alone."""

import pytest

from app.engine.segments import MOST_TOKENS, raw_segments


def keys(answer: str) -> list[str]:
    return [segment.key for segment in raw_segments(answer)]


def places(answer: str) -> list[tuple[int, int]]:
    return [(segment.sentence, segment.paragraph) for segment in raw_segments(answer)]


def test_sentences_are_cut_behind_their_marks() -> None:
    assert keys("One dies. Two live! Three?") == ["one dies .", "two live !", "three ?"]
    assert keys("Is it safe? No. One dies.") == ["is it safe ?", "no .", "one dies ."]


@pytest.mark.parametrize(
    "text", ["Keys, e.g. the user, help", "version 3.6.1 is old", "10.5 GB", "see no. 5 for it"]
)
def test_a_dot_inside_a_sentence_ends_nothing(text: str) -> None:
    assert len(keys(text)) == 1


def test_bullets_are_sentences_of_one_paragraph_without_their_marks() -> None:
    assert keys("- one copy\n* two copies\n1. three copies") == [
        "one copy", "two copies", "three copies",
    ]  # fmt: skip
    assert places("- one\n- two") == [(0, 0), (1, 0)]


def test_an_arrow_cuts_a_sentence_but_not_its_number() -> None:
    assert keys("slow consumer -> lag grows") == ["slow consumer ->", "lag grows"]
    assert places("a -> b") == [(0, 0), (0, 0)]


def test_a_blank_line_ends_a_paragraph() -> None:
    assert places("one\n\ntwo") == [(0, 0), (1, 1)]


def test_a_hard_wrapped_line_runs_on() -> None:
    wrapped = "A follower that falls behind the leader for too long is\nremoved from the set."
    assert len(keys(wrapped)) == 1


def test_short_lines_are_notes_that_end_where_they_end() -> None:
    assert keys("three copies\nacks all") == ["three copies", "acks all"]


@pytest.mark.parametrize(("text", "kind"), [("# Design", "heading"), ("Durability:", "heading"),
                                            ("- x y", "bullet"), ("x y", "prose")])  # fmt: skip
def test_a_line_has_a_kind(text: str, kind: str) -> None:
    assert [segment.kind for segment in raw_segments(text)] == [kind]


def test_code_between_fences_is_code_and_the_fences_are_not_read() -> None:
    assert [(s.key, s.kind) for s in raw_segments("```\nacks = all\n```")] == [
        ("acks = all", "code")
    ]


def test_no_segment_is_longer_than_the_parser_likes() -> None:
    assert max(len(s.tokens) for s in raw_segments("word " * 1000)) == MOST_TOKENS


def test_an_empty_answer_has_no_segments() -> None:
    assert keys(" \n\n\t ") == []
