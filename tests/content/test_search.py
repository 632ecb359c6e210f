"""Promises of app/content/search.py."""

import pytest

from app.content.search import find, nearest
from tests import make

KAFKA = make.question(id="kafka", title="A Kafka event backbone", topics=["ordering"])
SPARK = make.question(
    id="spark", title="A skewed Spark join", topics=["CDC"], prompt="Why is the nightly job late?"
)
BOTH = (SPARK, KAFKA)


def ids(query: str) -> list[str]:
    return [question.id for question in find(BOTH, query)]


@pytest.mark.parametrize("query", ["kafka", "KAFKA", "kafak", "kaf", "event backbone", "ordring"])
def test_a_question_is_found_by_words_beginnings_and_misspelt_words(query: str) -> None:
    assert ids(query) == ["kafka"]


def test_every_word_must_be_found() -> None:
    assert ids("kafka spark") == []


@pytest.mark.parametrize("query", ["", "   ", "?!"])
def test_no_words_find_everything_in_its_order(query: str) -> None:
    assert ids(query) == ["spark", "kafka"]


def test_a_title_comes_before_a_prompt() -> None:
    late = make.question(id="late", title="Late data")
    assert [question.id for question in find((SPARK, late), "late")] == ["late", "spark"]


@pytest.mark.parametrize("query", ["coin", "cda"])
def test_another_word_is_not_a_misspelling(query: str) -> None:
    assert ids(query) == []


def test_the_nearest_id_is_suggested() -> None:
    assert nearest("kafka-evnt-backbone", ["url-shortener", "kafka-event-backbone"]) == (
        "kafka-event-backbone"
    )


def test_nothing_near_is_no_suggestion() -> None:
    assert nearest("zzz", ["url-shortener"]) is None
