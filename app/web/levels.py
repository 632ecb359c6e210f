"""The level lens as a page shows it: mid, senior and staff side by side."""

from dataclasses import dataclass

from app.content.rubric import Rubric
from app.engine.bars import LevelBars, bars_of
from app.engine.lens import CAPS_IN_WORDS, Hurdle, LevelLens, lenses, next_level
from app.engine.report import BAND_NAMES, Report


@dataclass(frozen=True)
class LevelView:
    """One level.

    Attributes:
        aim: the name of the band to reach next; empty at the top.
    """

    level: str
    band: int
    band_name: str
    own: bool
    rules: tuple[str, ...]
    aim: str
    hurdle: Hurdle | None


@dataclass(frozen=True)
class LevelsView:
    """All levels.

    Attributes:
        own: the bars at the question's own level.
        next: the level to reach for first; None at the top, and where nothing was scored.
        everywhere: what holds at every level, in words.
    """

    own: LevelBars
    levels: tuple[LevelView, ...]
    next: LevelView | None
    everywhere: str


def levels_view(report: Report, rubric: Rubric | None) -> LevelsView:
    """`report` seen from each level, by the bars that `rubric` has today."""
    bars = bars_of(rubric.bars if rubric else None, report.judged_at)
    seen = lenses(report, bars)
    following = next_level(seen)
    return LevelsView(
        own=bars[report.judged_at],
        levels=tuple(_view(each) for each in seen),
        next=_view(following) if following else None,
        everywhere=CAPS_IN_WORDS,
    )


def _view(lens: LevelLens) -> LevelView:
    return LevelView(
        level=lens.level,
        band=lens.band,
        band_name=BAND_NAMES[lens.band],
        own=lens.own,
        rules=lens.rules,
        aim=BAND_NAMES[lens.aim] if lens.aim else "",
        hurdle=lens.hurdle,
    )
