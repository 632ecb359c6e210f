"""Judge every concept of a rubric beside the errors that bear on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from app.engine.checks import CheckOutcome
from app.engine.compiled import CompiledConcept, CompiledMisconception, CompiledRubric
from app.engine.doubt import doubtful, doubtful_claim, goes_against
from app.engine.flags import against_flag, misconception_flag
from app.engine.match import Match
from app.engine.report import RedFlag
from app.engine.verdicts import Judge, Verdict

Wrong = Mapping[CompiledMisconception, Sequence[Match]]
"""The misconceptions that an answer asserts, and where."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What an answer does with every concept, and what it gets wrong.

    Attributes:
        strictly: the verdicts where every accusation is trusted: what chance finds in an answer to
            another question accuses too.
        claims: the red flags of misconceptions.
        against: the red flags of concepts that the answer speaks against.
        flagged: the segments that assert a misconception.
    """

    verdicts: tuple[Verdict, ...]
    strictly: tuple[Verdict, ...]
    claims: tuple[RedFlag, ...]
    against: tuple[RedFlag, ...]
    flagged: frozenset[int]


def judged(
    rubric: CompiledRubric,
    judge: Judge,
    wrong: Wrong,
    failed: Sequence[CheckOutcome],
    errors: Sequence[RedFlag],
) -> Judgement:
    """Judge all concepts; an accusation that cannot be trusted is shown as unsure.

    Args:
        failed: the checks that fail.
        errors: the red flags of those, and of settings that contradict each other.
    """
    reading = judge.admission.reading
    judging = partial(_verdicts, rubric, judge, failed=failed)
    strictly, sure = judging(wrong), wrong
    verdicts = strictly
    if claimed := doubtful_claim(wrong, strictly, errors, reading):
        verdicts, sure = judging({}), {}
    claims = tuple(
        misconception_flag(each, found, reading, unsure=each is claimed)
        for each, found in wrong.items()
    )
    doubted = doubtful(verdicts, (*errors, *claims))
    if doubted:
        verdicts = judging(sure, trusting=doubted.concept)
    against = [against_flag(each, reading) for each in verdicts if goes_against(each)]
    against += [against_flag(doubted, reading, unsure=True)] if doubted else []
    return Judgement(verdicts, strictly, claims, tuple(against), _segments(sure.values()))


def _verdicts(
    rubric: CompiledRubric,
    judge: Judge,
    wrong: Wrong,
    *,
    failed: Sequence[CheckOutcome],
    trusting: CompiledConcept | None = None,
) -> tuple[Verdict, ...]:
    """Return the verdict on every concept, where `wrong` is claimed and the checks `failed`.

    Args:
        trusting: the concept of which what seems to speak against it is taken for misheard.
    """
    flagged = replace(judge, admission=replace(judge.admission, flagged=_segments(wrong.values())))
    spoiled = _spoiled(wrong, failed)
    return tuple(
        flagged.judge(each, spoiled=each.id in spoiled, trusting=each is trusting)
        for each in rubric.concepts
    )


def _spoiled(
    wrong: Iterable[CompiledMisconception], failed: Iterable[CheckOutcome]
) -> frozenset[str]:
    """Return the concepts that an error contradicts, whatever its severity.

    Readers call them contradicted for 103 of 114 major errors and 9 of 11 minor ones.
    """
    sources = [each.source for each in wrong] + [each.check for each in failed if not each.unsure]
    return frozenset(concept for source in sources for concept in source.spoils)


def _segments(found: Iterable[Iterable[Match]]) -> frozenset[int]:
    return frozenset(number for matches in found for match in matches for number in match.segments)
