"""Shorter sentences inside an author's explanation."""

import pytest

from app.engine.improving.sentences import capitalised, shorter
from app.engine.pipeline import Pipeline
from app.engine.reader import read


def parts(text: str, nlp: Pipeline) -> list[str]:
    return [part.text for part in shorter(read(text, nlp))]


def test_both_sides_of_a_semicolon_are_sentences(nlp: Pipeline) -> None:
    found = parts("The log keeps order; short-lived jobs push to a gateway.", nlp)
    assert found == ["The log keeps order.", "Short-lived jobs push to a gateway."]


def test_a_sentence_may_end_before_its_second_clause(nlp: Pipeline) -> None:
    text = "The store refuses a code that is taken, so every link is safe."
    assert parts(text, nlp)[0] == "The store refuses a code that is taken."


def test_only_the_first_part_begins_the_explanation(nlp: Pipeline) -> None:
    found = list(shorter(read("The log keeps order; the price is quota that lies unused.", nlp)))
    assert [part.opens for part in found] == [True, False]


def test_a_list_of_clauses_is_not_cut_before_its_and(nlp: Pipeline) -> None:
    text = "Creation is limited, targets are checked against a list, and links can be disabled."
    assert parts(text, nlp) == [text]


def test_what_leans_on_another_sentence_is_left_out(nlp: Pipeline) -> None:
    assert parts("Because the log keeps order.", nlp) == []
    assert "They are kept for a long time." not in parts(
        "The log keeps order; they are kept for a long time.", nlp
    )


@pytest.mark.parametrize(
    ("words", "written"),
    [("the log", "The log"), ("rf=3 holds", "rf=3 holds"), ("acks.all it is", "acks.all it is")],
)
def test_names_keep_their_letters(words: str, written: str) -> None:
    assert capitalised(words) == written
