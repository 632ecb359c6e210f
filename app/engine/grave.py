"""The red flags that decide more than points: what makes it no answer, and major errors."""

from collections.abc import Iterable

from app.engine.report import RedFlag


def breach_of(flags: Iterable[RedFlag]) -> RedFlag | None:
    """Return the flag of what keeps a text from being an answer; None if it is one."""
    return next((each for each in flags if each.kind == "integrity" and _is_major(each)), None)


def major_errors(flags: Iterable[RedFlag]) -> list[RedFlag]:
    """Return the major misconceptions and failed checks."""
    return [each for each in flags if each.kind in ("misconception", "check") and _is_major(each)]


def _is_major(flag: RedFlag) -> bool:
    return flag.severity == "major"
