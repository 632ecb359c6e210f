"""What a concept is about, and how close a text is to it."""

from app.engine.improving.topics import closeness, families, topics_of
from tests import make
from tests.engine.small import compiled, log_concept

LOG = log_concept(why="Readers replay it in order.")


def test_a_text_is_closest_to_the_concept_whose_words_it_shares() -> None:
    topics = topics_of(compiled(make.concept_data(), LOG))
    said = families(["Readers replay the log in order."])
    assert closeness(said, topics.by_concept["log"], topics) > closeness(
        said, topics.by_concept["copies"], topics
    )


def test_words_that_no_concept_knows_count_for_nothing() -> None:
    topics = topics_of(compiled(make.concept_data(), LOG))
    assert closeness(["zebra", "plum"], topics.by_concept["log"], topics) == 0
    said = families(["replay the log"])
    assert closeness({*said, "zebra"}, topics.by_concept["log"], topics) == closeness(
        said, topics.by_concept["log"], topics
    )
