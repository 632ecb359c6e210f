"""Cutting canonical text into words, numbers, names and marks."""

import pytest

from app.engine.tokens import LONGEST_RUN, parts, tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rf=3", "rf = 3"),
        ("min.insync.replicas=2", "min.insync.replicas = 2"),
        ("don't", "do n't"),
        ("dont", "do n't"),
        ("cannot", "can not"),
        ("2gb", "2 gb"),
        ("acks=-1", "acks = -1"),
        ("1,500 per second", "1,500 per second"),
        ("producer->broker", "producer -> broker"),
        ("w/o keys", "without keys"),
        ("group_id", "group_id"),
    ],
)
def test_text_is_cut_into_words_and_marks(text: str, words: str) -> None:
    assert [token.text for token in tokenise(text)] == words.split()


def test_offsets_are_those_of_the_text() -> None:
    text = "acks = all, rf 3"
    assert all(text[token.start : token.end] == token.text for token in tokenise(text))


def test_an_unbroken_run_is_read_up_to_its_limit() -> None:
    (token,) = tokenise("a" * 1000)
    assert (len(token.text), token.end) == (LONGEST_RUN, 1000)


def test_a_name_has_parts() -> None:
    assert parts("max.poll_interval.ms") == ["max", "poll", "interval", "ms"]
