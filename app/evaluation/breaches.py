"""How the report of a variant breaks the law it was made for."""

from collections.abc import Callable

from app.engine.report import Report
from app.evaluation.judged import ACCUSATIONS

Broken = Callable[[Report], str | None]
"""What is wrong with the variant's report, or None."""


def same_report(before: Report) -> Broken:
    """Nothing at all may differ."""
    return lambda after: None if after == before else "the report differs"


def same_standings(before: Report) -> Broken:
    """No standing and no accusation may differ."""

    def broken(after: Report) -> str | None:
        pairs = zip(before.concepts, after.concepts, strict=True)
        changed = [
            f"{b.id} {b.standing} -> {a.standing}" for b, a in pairs if b.standing != a.standing
        ]
        changed += [f"{id_} flagged or not" for id_ in sorted(_flags(before) ^ _flags(after))]
        return "; ".join(changed) or None

    return broken


def no_higher(before: Report) -> Broken:
    """The score may not rise."""

    def broken(after: Report) -> str | None:
        higher = (after.score or 0) > (before.score or 0)
        return f"{before.score} -> {after.score}" if higher else None

    return broken


def no_lower(before: Report) -> Broken:
    """The score may not fall."""

    def broken(after: Report) -> str | None:
        lower = (after.score or 0) < (before.score or 0)
        return f"{before.score} -> {after.score}" if lower else None

    return broken


def costs(flag: str, before: Report) -> Broken:
    """This misconception must be flagged, and the score lower unless it was 0."""

    def broken(after: Report) -> str | None:
        if flag not in _flags(after):
            return "not flagged"
        dearer = not before.score or (after.score or 0) < before.score
        return None if dearer else f"{before.score} -> {after.score}"

    return broken


def not_flagged(flag: str) -> Broken:
    """This misconception must not be flagged."""
    return lambda after: "flagged" if flag in _flags(after) else None


def no_credit(concept: str) -> Broken:
    """This concept must earn nothing."""

    def broken(after: Report) -> str | None:
        credited = [c for c in after.concepts if c.id == concept and c.points]
        return f"{credited[0].standing}, {credited[0].points} points" if credited else None

    return broken


def at_most(limit: int) -> Broken:
    """The score may not pass a limit."""

    def broken(after: Report) -> str | None:
        return f"{after.score} points" if (after.score or 0) > limit else None

    return broken


def no_answer(after: Report) -> str | None:
    """The band must be 0, or none."""
    return f"band {after.band}" if after.band else None


def nothing_to_score(after: Report) -> str | None:
    """There must be neither score nor band."""
    empty = after.nothing_to_score and after.score is None and after.band is None
    return None if empty else f"score {after.score}"


def _flags(report: Report) -> set[str]:
    return {f.id for f in report.red_flags if f.kind in ACCUSATIONS and not f.unsure}
