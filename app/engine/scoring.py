"""Turn verdicts and flags into a score, a band, its caps and the level lens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.content.question import Difficulty
from app.engine.bars import LevelBars, band_of
from app.engine.report import Cap, Levels, RedFlag
from app.engine.verdicts import Verdict

TRADE_OFFS = "trade-offs"
"""The area whose points gate band 4, and which the staff lens asks for in full."""

_OMISSION_CAP = 3
"""No strong hire with something left out that the rubric lists.

With a cap of 2, one thing that the engine failed to hear in plain words cost an answer two bands:
quadratic kappa of the level is 0.87 against 0.82 on `build`, 0.83 against 0.79 on `aside`.
"""


@dataclass(frozen=True, slots=True)
class Score:
    """A score (0-100) with its band, the caps that bit, and the bands at each level."""

    points: int
    band: int
    caps: tuple[Cap, ...]
    levels: Levels


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
    points = max(0, sum(map(earned, verdicts)) + sum(flag.points for flag in flags))
    breached = any(flag.kind == "integrity" and flag.severity == "major" for flag in flags)
    stands = any(each.standing != "missing" for each in verdicts) and not breached
    ceilings = _caps(verdicts, flags)
    bands = {
        level: _capped(band_of(points, bars[level], stands=stands), ceilings) for level in bars
    }
    if bands["staff"] > 2 and not _staff_trade_offs(verdicts):
        bands["staff"] = 2
    bitten = tuple(
        cap for cap in ceilings if cap.to < band_of(points, bars[judged_at], stands=stands)
    )
    lowest = min((cap.to for cap in bitten), default=0)
    return Score(
        points=points,
        band=bands[judged_at],
        caps=tuple(cap for cap in bitten if cap.to == lowest),
        levels=Levels(**bands),
    )


def _capped(band: int, caps: Sequence[Cap]) -> int:
    return min([band, *(cap.to for cap in caps)])


def _caps(verdicts: Sequence[Verdict], flags: Sequence[RedFlag]) -> list[Cap]:
    """Return every ceiling that applies, whether or not it bites."""
    caps: list[Cap] = []
    majors = [
        flag
        for flag in flags
        if flag.severity == "major" and flag.kind in ("misconception", "check")
    ]
    if len(majors) > 1:
        caps.append(Cap(to=1, because="two major errors or more"))
    elif majors:
        caps.append(Cap(to=2, because="one major error"))
    caps += [
        Cap(to=_OMISSION_CAP, because=flag.message)
        for flag in flags
        if flag.kind == "omission" and flag.severity == "major"
    ]
    if _trade_offs_missing(verdicts):
        caps.append(Cap(to=3, because="less than a quarter of the points for trade-offs"))
    return caps


def _trade_offs_missing(verdicts: Sequence[Verdict]) -> bool:
    about = [each for each in verdicts if each.concept.source.area == TRADE_OFFS]
    possible = sum(each.concept.points for each in about)
    return bool(about) and 4 * sum(map(earned, about)) < possible


def _staff_trade_offs(verdicts: Sequence[Verdict]) -> bool:
    """Tell whether every trade-off is mentioned and one explained: the staff lens asks for it."""
    standings = [each.standing for each in verdicts if each.concept.source.area == TRADE_OFFS]
    if not standings:
        return True
    return "explained" in standings and not {"missing", "contradicted"} & set(standings)
