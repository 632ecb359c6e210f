"""In doubt for the writer: one accusation that stands alone in an answer that is otherwise good."""

from collections.abc import Iterable, Mapping, Sequence

from app.engine.compiled import CompiledMisconception
from app.engine.match import Match
from app.engine.quoting import telling
from app.engine.reading import Reading
from app.engine.report import RedFlag
from app.engine.scoring import earned
from app.engine.verdicts import Verdict

CONVINCING = 60
"""Points from which one contradiction, the only error found, is put down to mishearing.

Of 8 such in answers that no author of rubrics had read, readers confirmed none; of 31 that stood
beside another error they confirmed 29 (docs/accuracy-log.md)."""

LOOSE, FEW = 18, 3
"""Words from the first to the last of a claim, and ideas in it.

With so many words, or so few ideas and other sentences of its paragraph that earn something, the
same holds for a misconception that only one wording finds. Of 6 such in unread answers readers
confirmed none; it keeps quiet about 4 of 7 true ones in answers that rubrics were mended on, and
a claim that stands by itself is held against any answer (docs/accuracy-log.md)."""

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
    reading: Reading,
) -> CompiledMisconception | None:
    """Return the only misconception found, if it cannot be trusted.

    Args:
        flags: the other errors that were found; what goes against a concept is not among them.
    """
    if len(wrong) != 1 or _errors(flags) or any(map(goes_against, verdicts)):
        return None
    ((claimed, matches),) = wrong.items()
    if sum(map(earned, verdicts)) < CONVINCING or len({each.wording for each in matches}) > 1:
        return None
    supported = _supported(verdicts, reading)
    return claimed if all(_is_thin(each, reading, supported) for each in matches) else None


def _is_thin(match: Match, reading: Reading, supported: frozenset[tuple[int, int]]) -> bool:
    """Tell whether a claim rests on words far apart, or on few that others around may qualify."""
    few = len({each.place for each in match.occurrences}) <= FEW
    return match.spread >= LOOSE or (few and _in_company(match, reading, supported))


def _in_company(match: Match, reading: Reading, supported: frozenset[tuple[int, int]]) -> bool:
    """Tell whether the paragraph of a match says more that counts than its own sentences."""
    paragraphs = {reading.segments[number].paragraph for number in match.segments}
    return any(
        paragraph in paragraphs and sentence not in match.sentences
        for paragraph, sentence in supported
    )


def _supported(verdicts: Iterable[Verdict], reading: Reading) -> frozenset[tuple[int, int]]:
    """Return the sentences that earn something, each with its paragraph."""
    return frozenset(
        (reading.segments[number].paragraph, reading.segments[number].sentence)
        for verdict in verdicts
        for finding in telling(verdict.findings)
        for number in finding.match.segments
    )


def _errors(flags: Iterable[RedFlag]) -> bool:
    return any(flag.kind in _ERRORS and not flag.unsure for flag in flags)


def goes_against(verdict: Verdict) -> bool:
    """Tell whether something the answer says speaks against the concept."""
    return any(finding.against for finding in verdict.findings)
