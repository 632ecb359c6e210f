"""The score each band needs at each level, and the band that a score earns."""

from dataclasses import dataclass
from types import MappingProxyType

from app.content.question import Difficulty


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


def band_of(score: int, bars: LevelBars, *, stands: bool) -> int:
    """Return the band, 0 to 4: 0 when nothing stands, else 1 and one more at each bar."""
    if not stands:
        return 0
    return 1 + sum(score >= bar for bar in (bars.mixed, bars.hire, bars.strong))
