"""An author's sentence never contradicts the settings that the learner has made."""

import pytest

from app.engine.improving.fitting import agreeing
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.slots import read_slots
from tests.engine.small import PATTERNS

SENTENCE = "Every topic has replication factor 3 and min.insync.replicas=2."


def fitted(text: str, answer: str, nlp: Pipeline) -> str | None:
    reading = read(text, nlp)
    said = read_slots(read(answer, nlp), PATTERNS)
    return agreeing(text, reading, read_slots(reading, PATTERNS), said)


@pytest.mark.parametrize("answer", ["Nothing is set.", "We use RF=3.", "By default rf is 1."])
def test_a_sentence_that_agrees_stays_as_it_is(answer: str, nlp: Pipeline) -> None:
    assert fitted(SENTENCE, answer, nlp) == SENTENCE


def test_a_setting_becomes_the_learners(nlp: Pipeline) -> None:
    text = "Every topic has replication factor 3."
    assert fitted(text, "We use RF=5.", nlp) == "Every topic has replication factor 5."


def test_a_sentence_that_draws_conclusions_from_its_numbers_is_not_changed(nlp: Pipeline) -> None:
    text = "Every topic has replication factor 3, so two brokers may die."
    assert fitted(text, "We use RF=5.", nlp) is None


def test_a_sentence_is_left_out_where_the_learner_has_several_values(nlp: Pipeline) -> None:
    assert fitted(SENTENCE, "We use RF=5 for payments. We use RF=4 for logs.", nlp) is None


def test_times_that_differ_from_the_learners_are_not_said(nlp: Pipeline) -> None:
    text = "We keep three days locally and tier older segments."
    assert fitted(text, "Retention is 7 days.", nlp) is None
    assert fitted(text, "Retention is 3 days.", nlp) == text
