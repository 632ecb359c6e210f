"""The red flags that decide more than points: what makes it no answer, and major errors."""

from collections.abc import Iterable

from app.engine.report import RedFlag


def breach_of(flags: Iterable[RedFlag]) -> RedFlag | None:
    """Return the flag of what keeps a text from being an answer; None if it is one."""
    return next((each for each in flags if each.kind == "integrity" and _is_major(each)), None)


def major_errors(flags: Iterable[RedFlag]) -> list[RedFlag]:
    """Return the major misconceptions, failed checks and contradictions; the same words count once.

    What an answer says against an important concept weighs as much as a wrong claim: of 36 labelled
    answers that do it, none was read as a hire, and with two such errors none as better than mixed.
    """
    majors = [each for each in flags if each.kind != "omission" and _is_major(each)]
    errors = [each for each in majors if each.kind in ("misconception", "check")]
    for each in majors:
        if each.kind == "contradiction" and not any(_overlap(each, error) for error in errors):
            errors.append(each)
    return errors


def _overlap(one: RedFlag, other: RedFlag) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)


def _is_major(flag: RedFlag) -> bool:
    return flag.severity == "major" and not flag.unsure
