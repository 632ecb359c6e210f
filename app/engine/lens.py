"""The level lens: the same evidence at the mid, senior and staff bars, and what comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.content.question import Difficulty
from app.engine.bars import BARS, LevelBars
from app.engine.grave import breach_of, major_errors
from app.engine.report import BAND_NAMES, Cap, ConceptResult, Report
from app.engine.scoring import OMISSION_CAP, STAFF_RULE, TRADE_OFFS, TRADE_OFFS_RULE, ceilings_of

HIRE, STRONG = 3, 4
"""Bands: the one that passes a level, and the highest."""

CAPS_IN_WORDS = (
    "Whatever the points, at every level: one major error, or one important concept contradicted, "
    "holds an answer at mixed, two hold it below the bar; something indispensable left out holds "
    "it at "
    f"{BAND_NAMES[OMISSION_CAP]}, and so does {TRADE_OFFS_RULE}."
)


@dataclass(frozen=True, slots=True)
class Hurdle:
    """What first separates an answer from a better band.

    Attributes:
        says: a sentence that names the concept, where it is one.
        concept: its id; "" where it is none.
        gain: points that explaining it adds to the score, all else as it is.
    """

    says: str
    concept: str = ""
    gain: int = 0


@dataclass(frozen=True, slots=True)
class LevelLens:
    """An answer seen from one level.

    Attributes:
        own: it is the question's own level; the bars of the others are unvalidated.
        rules: what the level asks for, in sentences.
        aim: the band to be reached next, 3 or 4; None at the top.
        hurdle: what separates the answer from it; None at the top.
    """

    level: Difficulty
    bars: LevelBars
    band: int
    own: bool
    rules: tuple[str, ...]
    aim: int | None
    hurdle: Hurdle | None


def lenses(report: Report, bars: Mapping[Difficulty, LevelBars]) -> tuple[LevelLens, ...]:
    """Return a scored answer as each level sees it, the least demanding first.

    Args:
        bars: of each level for this question (CompiledRubric.bars).
    """
    if report.levels is None:
        return ()
    bands = report.levels
    levels: tuple[tuple[Difficulty, int], ...] = (
        ("mid", bands.mid),
        ("senior", bands.senior),
        ("staff", bands.staff),
    )
    return tuple(_lens(report, level, bars[level], band) for level, band in levels)


def next_level(seen: Sequence[LevelLens]) -> LevelLens | None:
    """Return the first level that the answer does not pass, else the first it can still improve."""
    open_ = [each for each in seen if each.aim is not None]
    return next((each for each in open_ if each.aim == HIRE), open_[0] if open_ else None)


def rules_of(level: Difficulty, bars: LevelBars, *, trade_offs: bool) -> tuple[str, ...]:
    """Return what a level asks for in words; `trade_offs`: the rubric has that area."""
    rules = [
        f"Mixed from {bars.mixed} points, hire from {bars.hire}, strong hire from {bars.strong}."
    ]
    if level == "staff" and trade_offs:
        rules.append("Every trade-off mentioned and one of them explained, else at most mixed.")
    if bars != BARS[level]:
        rules.append("The rubric sets these bars for this question.")
    return tuple(rules)


def _lens(report: Report, level: Difficulty, bars: LevelBars, band: int) -> LevelLens:
    aim = HIRE if band < HIRE else STRONG if band < STRONG else None
    trade_offs = any(concept.area == TRADE_OFFS for concept in report.concepts)
    return LevelLens(
        level=level,
        bars=bars,
        band=band,
        own=level == report.judged_at,
        rules=rules_of(level, bars, trade_offs=trade_offs),
        aim=aim,
        hurdle=_hurdle(report, level, bars, aim) if aim else None,
    )


def _hurdle(report: Report, level: Difficulty, bars: LevelBars, aim: int) -> Hurdle:
    """Return the first thing: what is wrong, what is left out, what the level asks for, points."""
    if breach := breach_of(report.red_flags):
        return Hurdle(breach.message)
    ceilings = [
        cap for cap in ceilings_of(report.concepts, report.red_flags, level) if cap.to < aim
    ]
    lowest = min(ceilings, key=lambda cap: cap.to, default=None)
    short = (bars.hire if aim == HIRE else bars.strong) - (report.score or 0)
    if lowest and lowest.to < HIRE:
        held = _held_down(report, lowest)
        if held.concept and short > 0:
            held = replace(held, says=f"{held.says} It is {_points(short)} short as well.")
        return held
    if short > 0:
        return _short_of(report, short, aim)
    if lowest:
        return _held_down(report, lowest)
    return Hurdle("The bars have changed since this was scored: answer again to be judged by them.")


def _held_down(report: Report, cap: Cap) -> Hurdle:
    """Return what a ceiling asks for; errors come first among equals."""
    majors = major_errors(report.red_flags)
    if majors:
        more = f" and {len(majors) - 1} more" if len(majors) > 1 else ""
        return Hurdle(f"A major error{more}, whatever the points. {majors[0].message}")
    if cap.because in (STAFF_RULE, TRADE_OFFS_RULE):
        return _trade_off(report, f"{cap.because[0].upper()}{cap.because[1:]}.")
    return Hurdle(cap.because)


def _points(number: int) -> str:
    return f"{number} {'point' if number == 1 else 'points'}"


def _short_of(report: Report, short: int, aim: int) -> Hurdle:
    best = _best(report, report.concepts)
    missing = f"{_points(short)} short of {BAND_NAMES[aim]}."
    if best is None:
        return Hurdle(missing)
    gain = gain_of(report, best)
    enough = ", which is enough" if gain >= short else ""
    return Hurdle(f"{missing} Explain \u201c{best.name}\u201d: +{gain}{enough}.", best.id, gain)


def _trade_off(report: Report, rule: str) -> Hurdle:
    """Return the trade-off to take up first: one that is missing before one that is mentioned."""
    about = [each for each in report.concepts if each.area == TRADE_OFFS]
    absent = [each for each in about if each.standing in ("missing", "contradicted")]
    best = _best(report, absent or about)
    if best is None:
        return Hurdle(rule)
    gain = gain_of(report, best)
    return Hurdle(f"{rule} Explain \u201c{best.name}\u201d: +{gain}.", best.id, gain)


def _best(report: Report, concepts: Sequence[ConceptResult]) -> ConceptResult | None:
    """Return the concept that gains most; the first of several."""
    gaining = [each for each in concepts if each.standing != "explained"]
    return max(gaining, key=lambda each: gain_of(report, each), default=None)


def gain_of(report: Report, concept: ConceptResult) -> int:
    """Return by how much the score rises when a concept is explained and all else stays.

    Less than the concept's points where flags hold the score at 0.
    """
    earned = sum(each.points for each in report.concepts)
    taken = sum(flag.points for flag in report.red_flags)
    return max(0, earned + taken + concept.possible - concept.points) - (report.score or 0)
