"""Sentences that go on about what the one before named."""

import pytest

from app.engine.going_on import going_on
from app.engine.pipeline import Pipeline
from app.engine.reader import read


@pytest.mark.parametrize(
    "second",
    ["It is safe.", "That makes it safe.", "So nothing is lost.", "We use those as labels."],
)
def test_a_pronoun_near_the_head_goes_on(second: str, nlp: Pipeline) -> None:
    assert going_on(read(f"We keep one copy. {second}", nlp)) == {1}


@pytest.mark.parametrize(
    "second",
    ["The vault is safe.", "What that buys is calm.", "We page the owner of that service."],
)
def test_another_subject_does_not(second: str, nlp: Pipeline) -> None:
    assert going_on(read(f"We keep one copy. {second}", nlp)) == frozenset()
