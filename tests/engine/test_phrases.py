"""Authors' phrases as word families."""

from app.engine.phrases import families_of, words_of


def test_articles_are_dropped_and_names_taken_apart() -> None:
    assert words_of("the min.insync.replicas of a topic") == [
        "min", "insync", "replicas", "of", "topic",
    ]  # fmt: skip


def test_a_number_stands_for_itself() -> None:
    found = families_of("<n> copies")
    assert found is not None
    assert found.stems[0] == "#"


def test_a_phrase_may_be_negative_in_itself() -> None:
    found = families_of("not caught up")
    assert found is not None
    assert (found.negated, len(found.stems)) == (True, 2)


def test_punctuation_alone_is_no_phrase() -> None:
    assert families_of("...") is None
