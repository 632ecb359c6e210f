"""An author's amounts stay away from the learner's own."""

import pytest

from app.engine.improving.amounts import measured_in, rivals
from app.engine.improving.layout import Layout
from app.engine.improving.trials import Desk
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from tests import make
from tests.engine.small import compiled

ANSWER = "We commit every five minutes. Files have 512 MB. Three copies are kept."


@pytest.mark.parametrize(
    ("said", "measures"),
    [("We commit", {"duration"}), ("Files have", {"size"}), ("Three copies", set())],
)
def test_a_sentence_tells_what_it_measures(said: str, measures: set[str], nlp: Pipeline) -> None:
    layout = Layout(read(ANSWER, nlp))
    assert measured_in([ANSWER.index(said)], layout) == measures


@pytest.mark.parametrize(
    ("text", "rival"),
    [
        ("Committing every four minutes meets the promise.", True),
        ("Committing every 5 minutes meets the promise.", False),
        ("Frequent commits cost more.", False),
        ("Files of 128 MB are small.", False),
    ],
)
def test_only_another_amount_of_what_is_measured_there_is_a_rival(
    text: str, nlp: Pipeline, *, rival: bool
) -> None:
    desk = Desk(ANSWER, compiled(make.concept_data()), nlp)
    beside = measured_in([0], Layout(read(ANSWER, nlp)))
    assert rivals(text, beside, read(ANSWER, nlp), desk) is rival
