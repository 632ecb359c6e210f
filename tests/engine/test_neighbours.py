"""How segments beside one another settle how each of them is meant."""

import pytest

from app.engine.pipeline import Pipeline
from app.engine.reader import read


def stances(text: str, nlp: Pipeline) -> list[str]:
    return [segment.polarity for segment in read(text, nlp).segments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One copy is safe. That's a myth.", ["rejected", "rejected"]),
        ("One copy -> safe. Wrong.", ["rejected", "rejected", "rejected"]),
        ("I disagree that one copy -> safe.", ["rejected", "rejected"]),
        ("We keep three; one copy is safe. Wrong.", ["asserted", "rejected", "rejected"]),
        ("One copy is safe.\n\nThat's a myth.", ["asserted", "rejected"]),
        ("Rejected ideas:\n- one copy is safe", ["asserted", "rejected"]),
    ],
)
def test_a_segment_is_meant_as_its_neighbours_say(
    text: str, expected: list[str], nlp: Pipeline
) -> None:
    assert stances(text, nlp) == expected
