"""Authors' phrases as word families."""

import pytest

from app.engine.phrases import families_of, words_of


def test_articles_are_dropped_and_names_taken_apart() -> None:
    assert words_of("the min.insync.replicas of a topic") == [
        "min", "insync", "replicas", "of", "topic",
    ]  # fmt: skip


def test_a_number_stands_for_itself() -> None:
    (found,) = families_of("<n> copies")
    assert found.stems[0] == "#"


def test_a_denying_phrase_is_found_as_written_and_wherever_its_words_are_denied() -> None:
    as_written, denied = families_of("not caught up")
    assert (as_written.stems, as_written.literal) == (("not", "catch", "up"), True)
    assert (denied.stems, denied.negated) == (("catch", "up"), True)


def test_a_negator_alone_is_looked_for_as_it_stands() -> None:
    (found,) = families_of("never")
    assert (found.stems, found.literal, found.negated) == (("never",), True, False)


def test_punctuation_alone_is_no_phrase() -> None:
    assert families_of("...") == ()


@pytest.mark.parametrize("phrase", ["not for this", "is nothing", "does not", "not from"])
def test_a_denying_phrase_of_small_words_must_stand_as_it_is_written(phrase: str) -> None:
    (found,) = families_of(phrase, exact=True)
    assert found.literal
