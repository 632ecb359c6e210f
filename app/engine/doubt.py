"""In doubt for the writer: one accusation that stands alone in an answer that is otherwise good."""

from collections.abc import Iterable, Mapping, Sequence

from app.engine.compiled import CompiledMisconception
from app.engine.match import Match
from app.engine.report import RedFlag
from app.engine.scoring import earned
from app.engine.verdicts import Verdict

CONVINCING = 60
"""Points from which one contradiction, the only error found, is put down to mishearing.

Of 8 such in answers that no author of rubrics had read, readers confirmed none; of 31 that stood
beside another error they confirmed 29 (docs/accuracy-log.md)."""

STRONG, LOOSE = 75, 18
"""Points, and words from the first to the last of a claim, from which the same holds for a
misconception that only one wording finds. Of 4 found alone in unread answers of so many points
readers confirmed none, but a claim that stands close together is held against any answer."""

_ERRORS = frozenset(["misconception", "check", "contradiction"])


def doubtful(verdicts: Sequence[Verdict], flags: Iterable[RedFlag]) -> Verdict | None:
    """Return the verdict that says the writer goes against a concept, if it cannot be trusted.

    Args:
        flags: the errors found already; what goes against a concept is not yet among them.
    """
    if _errors(flags):
        return None
    against = [each for each in verdicts if goes_against(each)]
    if len(against) != 1 or sum(map(earned, verdicts)) < CONVINCING:
        return None
    return against[0]


def doubtful_claim(
    wrong: Mapping[CompiledMisconception, Sequence[Match]],
    verdicts: Sequence[Verdict],
    flags: Iterable[RedFlag],
) -> CompiledMisconception | None:
    """Return the only misconception found, if it cannot be trusted.

    Args:
        flags: the other errors that were found; what goes against a concept is not among them.
    """
    if len(wrong) != 1 or _errors(flags) or any(map(goes_against, verdicts)):
        return None
    ((claimed, matches),) = wrong.items()
    wordings = {match.wording.text for match in matches}
    loose = len(wordings) == 1 and min(match.spread for match in matches) >= LOOSE
    return claimed if loose and sum(map(earned, verdicts)) >= STRONG else None


def _errors(flags: Iterable[RedFlag]) -> bool:
    return any(flag.kind in _ERRORS and not flag.unsure for flag in flags)


def goes_against(verdict: Verdict) -> bool:
    """Tell whether something the answer says speaks against the concept."""
    return any(finding.against for finding in verdict.findings)
