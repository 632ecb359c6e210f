"""Where the dots of the score chart go."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 640, 200
LEFT, RIGHT, TOP, BOTTOM = 40, 20, 16, 28
"""Room for the axis numbers, in the chart's own units."""


@dataclass(frozen=True)
class Dot:
    """One attempt on the chart."""

    x: float
    y: float
    label: str
    score: int


@dataclass(frozen=True)
class Line:
    """A horizontal rule at a score."""

    y: float
    score: int


@dataclass(frozen=True)
class Chart:
    """Scores over attempts, in chart units; y grows downwards."""

    dots: tuple[Dot, ...]
    rules: tuple[Line, ...]
    title: str
    description: str
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def path(self) -> str:
        """The line through the dots, as the points of a polyline."""
        return " ".join(f"{dot.x},{dot.y}" for dot in self.dots)


def score_chart(scores: Sequence[tuple[str, int]]) -> Chart | None:
    """A chart of labelled scores (0-100) in order of time; None for fewer than two."""
    if len(scores) < 2:
        return None
    step = (WIDTH - LEFT - RIGHT) / (len(scores) - 1)
    dots = tuple(
        Dot(round(LEFT + step * place, 1), _height(score), label, score)
        for place, (label, score) in enumerate(scores)
    )
    first, last = scores[0][1], scores[-1][1]
    return Chart(
        dots=dots,
        rules=tuple(Line(_height(score), score) for score in (0, 25, 50, 75, 100)),
        title=f"Scores of {len(scores)} attempts",
        description=f"From {first} at the first attempt to {last} at the latest. "
        "The table below holds the same numbers.",
    )


def _height(score: int) -> float:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (100 - score) / 100, 1)
