"""The red flags that decide more than points: what makes it no answer, and major errors."""

from collections.abc import Iterable, Sequence

from app.engine.report import RedFlag

FORGIVEN = 2
"""Major errors that cost no more than what is said of each."""

FURTHER = -10
"""Points that each major error beyond those takes off on top: with its own 4, two concepts.

Of 32 labelled answers with three major errors or more readers called none mixed or better, yet
right words among the wrong claims earned such answers up to 60 points."""

_SAYS = (
    "This is a major error beyond the second: each of these takes off {points} points more, "
    "because there is little to trust by then."
)

_AGAIN = "Another major error: {points} points more."


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


def weighed(flags: Sequence[RedFlag]) -> tuple[RedFlag, ...]:
    """Return the flags with what they cost together: from the third on, major errors cost more.

    They are counted in the order of the answer.
    """
    in_order = sorted(major_errors(flags), key=_place)
    says = {id(each): _AGAIN for each in in_order[FORGIVEN:]}
    says |= {id(each): _SAYS for each in in_order[FORGIVEN : FORGIVEN + 1]}
    return tuple(_graver(each, says[id(each)]) if id(each) in says else each for each in flags)


def _place(flag: RedFlag) -> int:
    return min((each.start for each in flag.evidence), default=0)


def _graver(flag: RedFlag, says: str) -> RedFlag:
    said = f"{flag.message} {says.format(points=-FURTHER)}"
    return flag.model_copy(update={"points": flag.points + FURTHER, "message": said})
