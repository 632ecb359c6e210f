"""Variants change the form of a text and nothing else."""

import unicodedata
from random import Random

import pytest

from app.evaluation import mutants

TEXT = (
    "First we keep 3 copies. Then we don't lose data.\n\n- one thing\n- another caf\u00e9\n\n"
    "Last words."
)

KEEP_LETTERS = [
    mutants.spaced_out,
    mutants.blank_lines,
    mutants.windows_lines,
    mutants.hard_wrapped,
]


def rng() -> Random:
    return Random(1)  # noqa: S311 - to vary texts, not to keep secrets


@pytest.mark.parametrize("mutate", KEEP_LETTERS)
def test_white_space_variants_keep_every_word(mutate: mutants.Mutation) -> None:
    changed = mutate(TEXT, rng())
    assert changed != TEXT or mutate is mutants.hard_wrapped
    assert changed.split() == TEXT.split()


def test_a_long_line_is_wrapped_and_a_bullet_is_not() -> None:
    long = "many words in a row " * 10
    wrapped = mutants.hard_wrapped(f"{long}\n- {long}", rng()).split("\n")
    assert len(wrapped) > 3
    assert wrapped[-1] == f"- {long}"


def test_unicode_variants_are_equal_when_normalised() -> None:
    changed = mutants.decomposed(TEXT, rng())
    assert changed != TEXT
    assert unicodedata.normalize("NFC", changed) == TEXT


def test_prose_becomes_a_bullet_a_sentence() -> None:
    first = mutants.as_bullets("We keep 3 copies. We lose nothing.\n\nPears.", rng())
    assert first == "- We keep 3 copies.\n- We lose nothing.\n\nPears."


def test_two_lists_never_meet() -> None:
    assert mutants.as_bullets("One.\n\n- Two.\n\nThree.", rng()) == "One.\n\n- Two.\n\nThree."


def test_bullets_become_sentences() -> None:
    assert "One thing. Another caf\u00e9." in mutants.as_prose(TEXT, rng())


def test_shuffling_keeps_the_paragraphs() -> None:
    changed = mutants.shuffled(TEXT, rng())
    assert sorted(changed.split("\n\n")) == sorted(TEXT.split("\n\n"))


def test_a_text_that_corrects_itself_is_not_shuffled() -> None:
    text = "We keep two.\n\nActually, we keep three.\n\nDone."
    assert mutants.shuffled(text, rng()) == text


def test_a_stretch_is_taken_out_and_neighbours_do_not_run_together() -> None:
    assert mutants.without("one two three", 4, 8) == "one  three"


def test_each_sentence_is_denied() -> None:
    denied = mutants.negated("We keep copies. ISR matters.")
    assert denied == "It is not true that we keep copies. It is not true that ISR matters."


def test_a_part_after_a_semicolon_is_denied_too() -> None:
    denied = mutants.negated("We keep copies; one is enough.")
    assert denied == "It is not true that we keep copies; It is not true that one is enough."


def test_the_same_chance_makes_the_same_variant() -> None:
    assert mutants.shuffled(TEXT, rng()) == mutants.shuffled(TEXT, rng())
