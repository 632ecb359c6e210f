"""Turn verdicts and flags into a score, a band, its caps and the level lens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.content.question import Difficulty
from app.engine.bars import LevelBars, band_of
from app.engine.grave import breach_of, major_errors, weighed
from app.engine.report import Cap, Levels, RedFlag, Standing
from app.engine.verdicts import Verdict

TRADE_OFFS = "trade-offs"
"""The area whose points gate band 4, and which the staff lens asks for in full."""

OMISSION_CAP = 3
"""No strong hire with something left out that the rubric lists.

With a cap of 2, one thing that the engine failed to hear in plain words cost an answer two bands:
quadratic kappa of the level is 0.87 against 0.82 on `build`, 0.83 against 0.79 on `aside`.
"""

TRADE_OFFS_RULE = "less than a quarter of the points for trade-offs"

STAFF_RULE = "at the staff bar every trade-off must be mentioned and one of them explained"


@dataclass(frozen=True, slots=True)
class Score:
    """A score (0-100) with its band, the caps that bit, and the bands at each level."""

    points: int
    band: int
    caps: tuple[Cap, ...]
    levels: Levels


class Counted(Protocol):
    """A concept as bars and caps look at it: a verdict's tally, or a concept of a report."""

    @property
    def area(self) -> str:
        """The concept's area."""

    @property
    def standing(self) -> Standing:
        """What the answer does with it."""

    @property
    def points(self) -> int:
        """What it earned."""

    @property
    def possible(self) -> int:
        """What it could earn."""


@dataclass(frozen=True, slots=True)
class _Tally:
    """A verdict, counted."""

    area: str
    standing: Standing
    points: int
    possible: int


def earned(verdict: Verdict) -> int:
    """Return a verdict's points: all if explained, half rounded up if mentioned, else none."""
    if verdict.standing == "explained":
        return verdict.concept.points
    return -(-verdict.concept.points // 2) if verdict.standing == "mentioned" else 0


def score(
    verdicts: Sequence[Verdict],
    flags: Sequence[RedFlag],
    bars: Mapping[Difficulty, LevelBars],
    judged_at: Difficulty,
) -> Score:
    """Add up points, take off what flags cost, and find the band at every level."""
    points = max(0, sum(map(earned, verdicts)) + sum(flag.points for flag in weighed(flags)))
    stands = any(each.standing != "missing" for each in verdicts) and breach_of(flags) is None
    counted = [
        _Tally(each.concept.source.area, each.standing, earned(each), each.concept.points)
        for each in verdicts
    ]
    ceilings = {level: ceilings_of(counted, flags, level) for level in bars}
    earned_bands = {level: band_of(points, bars[level], stands=stands) for level in bars}
    bands = {level: _capped(earned_bands[level], ceilings[level]) for level in bars}
    bitten = [cap for cap in ceilings[judged_at] if cap.to < earned_bands[judged_at]]
    lowest = min((cap.to for cap in bitten), default=0)
    return Score(
        points=points,
        band=bands[judged_at],
        caps=tuple(cap for cap in bitten if cap.to == lowest),
        levels=Levels(**bands),
    )


def _capped(band: int, caps: Sequence[Cap]) -> int:
    return min([band, *(cap.to for cap in caps)])


def ceilings_of(
    concepts: Sequence[Counted], flags: Sequence[RedFlag], level: Difficulty
) -> list[Cap]:
    """Return every ceiling on the band at a level, whether or not it bites."""
    caps: list[Cap] = []
    majors = major_errors(flags)
    if len(majors) > 1:
        caps.append(Cap(to=1, because="two major errors or more"))
    elif majors:
        caps.append(Cap(to=2, because="one major error"))
    caps += [
        Cap(to=OMISSION_CAP, because=flag.message)
        for flag in flags
        if flag.kind == "omission" and flag.severity == "major"
    ]
    if level == "staff" and not meets_staff_rule(concepts):
        caps.append(Cap(to=2, because=STAFF_RULE))
    if _trade_offs_missing(concepts):
        caps.append(Cap(to=3, because=TRADE_OFFS_RULE))
    return caps


def _trade_offs_missing(concepts: Sequence[Counted]) -> bool:
    about = [each for each in concepts if each.area == TRADE_OFFS]
    possible = sum(each.possible for each in about)
    return bool(about) and 4 * sum(each.points for each in about) < possible


def meets_staff_rule(concepts: Sequence[Counted]) -> bool:
    """Tell whether every trade-off is mentioned and one explained."""
    standings = [each.standing for each in concepts if each.area == TRADE_OFFS]
    if not standings:
        return True
    return "explained" in standings and not {"missing", "contradicted"} & set(standings)
