"""What would end badly is warned of, not proposed."""

import pytest

from app.engine.pipeline import Pipeline
from app.engine.reader import read


def avoided(text: str, nlp: Pipeline) -> set[str]:
    return {t.text for s in read(text, nlp).segments for t in s.tokens if t.avoided}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Keeping one copy would lose data.", "copy"),
        ("Deleting the row of a closed account would break revenue history.", "row"),
        ("Keeping every sample forever would cost too much.", "sample"),
        ("Without a limit one team could take everybody down.", "limit"),
        ("Two writers at once could soon corrupt the table.", "writers"),
    ],
)
def test_what_would_do_harm_is_warned_of(text: str, word: str, nlp: Pipeline) -> None:
    assert word in avoided(text, nlp)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Keeping one copy would never lose data.", "copy"),
        ("I'd double the executors.", "executors"),
        ("A lock would be too slow, so we read and write back.", "read"),
        ("One copy could do.", "copy"),
        ("We would cost it first.", "it"),
    ],
)
def test_what_would_do_none_is_not(text: str, word: str, nlp: Pipeline) -> None:
    assert word not in avoided(text, nlp)
