"""The figures that ship: what `whyboard eval --page` found, as data that the site can show."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from app.evaluation.figures import Figure
from app.evaluation.gold import Half

FILE = "accuracy.json"
"""Stands beside the page docs/accuracy.md and says the same."""


class Law(BaseModel):
    """How many variants of a law were tried, and how many broke it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tried: int
    broken: int


class Published(BaseModel):
    """Everything the accuracy pages show; nothing of a single text.

    Attributes:
        engine: version of the engine.
        digests: of the rubrics in force (app.content.bank), by question.
        answers, pairs: how many were judged, by half.
        figures: by judge, then half, then name, in the order they are shown.
        confusion: by question, then half: the readers' standing (outer) against ours (inner).
        laws: by name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    engine: str
    digests: dict[str, str]
    answers: dict[Half, int]
    pairs: dict[Half, int]
    figures: dict[str, dict[Half, dict[str, Figure]]]
    confusion: dict[str, dict[Half, dict[str, dict[str, int]]]]
    laws: dict[str, Law]

    def save(self, path: Path) -> None:
        """Write it as JSON, one figure a line, so that changes can be read."""
        path.write_text(self.model_dump_json(indent=1) + "\n", encoding="utf-8")


def load_published(path: Path) -> Published | None:
    """What is in the file; None if there is none.

    Raises:
        pydantic.ValidationError: it is not what `save` wrote.
    """
    if not path.exists():
        return None
    return Published.model_validate_json(path.read_bytes())
