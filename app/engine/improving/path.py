"""The order of edits: the shortest way to each band, and there what gains most first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.engine.compiled import CompiledRubric
from app.engine.flags import omitted
from app.engine.improving.rights import spoiled_by
from app.engine.improving.trials import FlagKey, Trial
from app.engine.scoring import Score, earned, score


@dataclass(frozen=True, slots=True)
class Target:
    """Something that an edit would gain points by.

    Attributes:
        concept: one that is not explained yet, or that a wrong claim contradicts, or None.
        flag: a wrong claim, failed check or contradiction, or None.
        gain: points it should bring; what it does bring is found by scoring.
    """

    concept: str | None
    flag: FlagKey | None
    gain: int


def targets(trial: Trial, rubric: CompiledRubric) -> list[Target]:
    """Return what an answer could gain by, in the order that reaches each band soonest.

    Concepts that a correction should have explained come again at the end, in case it did not.
    """
    wrong = [_correction(flag, trial, rubric) for flag in trial.flags if _concerns(flag, rubric)]
    spoiled = sorted({each.concept for each in wrong if each.concept})
    gaps = [
        Target(each.concept.id, None, each.concept.points - earned(each))
        for each in trial.findings.verdicts
        if each.standing != "explained" and each.concept.id not in spoiled
    ]
    ordered = _ordered([*wrong, *gaps], trial, rubric)
    return [*ordered, *(Target(each, None, 0) for each in spoiled)]


def _concerns(flag: FlagKey, rubric: CompiledRubric) -> bool:
    """Tell whether an author's sentence can mend this: two values for one setting it cannot."""
    kind, name = flag
    known = any(each.id == name for each in rubric.concepts)
    return kind in ("misconception", "check") or (kind == "contradiction" and known)


def _correction(flag: FlagKey, trial: Trial, rubric: CompiledRubric) -> Target:
    concept = spoiled_by(rubric, flag)
    gain = -trial.flags[flag].points
    if concept is not None:
        verdict = trial.verdict(concept)
        gain += verdict.concept.points - earned(verdict)
    return Target(concept, flag, gain)


def _ordered(every: Sequence[Target], trial: Trial, rubric: CompiledRubric) -> list[Target]:
    """Return for each band what leads to it with nothing to spare, then the rest."""
    left = sorted(every, key=lambda each: (-each.gain, each.flag is None))
    taken: list[Target] = []
    for band in range(trial.score.band + 1, 5):
        chunk: list[Target] = []
        for each in left:
            if _foreseen([*taken, *chunk], trial, rubric).band >= band:
                break
            chunk.append(each)
        for each in reversed(chunk.copy()):
            rest = [other for other in chunk if other is not each]
            if _foreseen([*taken, *rest], trial, rubric).band >= band:
                chunk = rest
        taken += chunk
        left = [each for each in left if each not in chunk]
    return [*taken, *left]


def _foreseen(done: Sequence[Target], trial: Trial, rubric: CompiledRubric) -> Score:
    """Return the score of an answer in which everything done has worked out."""
    explained = {each.concept for each in done}
    mended = {each.flag for each in done}
    verdicts = [
        replace(each, standing="explained") if each.concept.id in explained else each
        for each in trial.findings.verdicts
    ]
    flags = [
        flag
        for flag in trial.findings.flags
        if flag.kind != "omission" and (flag.kind, flag.id) not in mended
    ]
    flags += omitted(rubric.omissions, verdicts, trial.findings.matcher)
    return score(verdicts, flags, rubric.bars, rubric.difficulty)
