"""The score each band needs at each level, and the band that a score earns."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.content.question import Difficulty
from app.content.rubric import Bars


@dataclass(frozen=True, slots=True)
class LevelBars:
    """Least points (0-100) for bands 2, 3 and 4."""

    mixed: int
    hire: int
    strong: int


BARS: MappingProxyType[Difficulty, LevelBars] = MappingProxyType(
    {
        "mid": LevelBars(25, 45, 70),
        "senior": LevelBars(30, 50, 75),
        "staff": LevelBars(40, 60, 82),
    }
)
"""From DESIGN; on the readers' labels the senior bars gave quadratic kappa 0.969."""


def bars_of(own: Bars | None, judged_at: Difficulty) -> Mapping[Difficulty, LevelBars]:
    """Return the bars for a question: a rubric's own stand at the question's own level alone."""
    if own is None:
        return BARS
    return MappingProxyType({**BARS, judged_at: LevelBars(own.mixed, own.hire, own.strong)})


def band_of(score: int, bars: LevelBars, *, stands: bool) -> int:
    """Return the band, 0 to 4: 0 when nothing stands, else 1 and one more at each bar."""
    if not stands:
        return 0
    return 1 + sum(score >= bar for bar in (bars.mixed, bars.hire, bars.strong))
