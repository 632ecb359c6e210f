"""Gather what one answer holds under one rubric: flags first, then a verdict for every concept."""

from dataclasses import dataclass, replace
from functools import lru_cache

from app.engine.admissible import Admission
from app.engine.carried import carried
from app.engine.checks import run_checks
from app.engine.compiled import CompiledRubric
from app.engine.conflicts import conflicts
from app.engine.distrust import discounted, unreliable
from app.engine.flags import asserted, check_flag, contradiction_flag, omitted
from app.engine.integrity import Aside, set_aside
from app.engine.judging import Wrong, judged
from app.engine.matching import Matcher
from app.engine.occurrences import Finder
from app.engine.piles import piled_words
from app.engine.pipeline import Pipeline
from app.engine.reading import Reading
from app.engine.remarks import breach, remarks
from app.engine.report import CheckResult, RedFlag
from app.engine.settings_held import Conditions
from app.engine.slots import SlotValue, read_slots
from app.engine.typos import TypoRepair
from app.engine.verdicts import Judge, Verdict


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found, before points are added up.

    Attributes:
        values: what the answer says of the slots.
        matcher: what was found of the rubric's ideas, for who has more to ask.
    """

    verdicts: tuple[Verdict, ...]
    flags: tuple[RedFlag, ...]
    checks: tuple[CheckResult, ...]
    asides: tuple[Aside, ...]
    admission: Admission
    matcher: Matcher
    values: tuple[SlotValue, ...] = ()


def matcher_of(
    reading: Reading, rubric: CompiledRubric, nlp: Pipeline, before: Findings | None = None
) -> Matcher:
    """Find every idea of a rubric in a reading, ready for its wordings."""
    found = _finder_of(rubric, nlp).find(reading)
    kept = (before.matcher, carried(before.admission.reading, reading)) if before else None
    return Matcher.of(reading, found, rubric.book.scopes, kept)


def gather(
    reading: Reading, rubric: CompiledRubric, nlp: Pipeline, before: Findings | None = None
) -> Findings:
    """Judge a reading under a rubric.

    Args:
        before: what an answer holds, under the same rubric, that this one is an edit of: what is
            as it was is not looked for again. The findings are the same without.
    """
    asides = set_aside(reading, rubric.prompt)
    matcher = matcher_of(reading, rubric, nlp, before)
    admission = Admission(reading, frozenset(each.segment for each in asides), piled_words(reading))
    values = read_slots(reading, rubric.patterns)
    conditions = Conditions(values)
    excused = {id_: matcher.excused(texts) for id_, texts in rubric.excuses.items()}
    outcomes = run_checks(reading, values, rubric.slots, rubric.checks, excused)
    failed = [each for each in outcomes if each.flag]
    errors = [check_flag(each) for each in failed]
    errors += [contradiction_flag(each, reading.answer) for each in conflicts(values, reading)]
    judge = Judge(matcher, admission, conditions)
    result = judged(rubric, judge, _wrong(rubric, judge), failed, errors)
    strictly = result.strictly
    if unreliable([*errors, *result.claims, *result.against]):
        judge = replace(judge, matcher=matcher.in_distrust())
        result = judged(rubric, judge, _wrong(rubric, judge), failed, errors)
    wrongs = [*result.claims, *errors, *result.against]
    verdicts = discounted(result.verdicts, wrongs, reading)
    admission = replace(admission, flagged=result.flagged)
    if none := breach(rubric, strictly, admission, matcher, nlp):
        return Findings(_nothing_stands(rubric), (none,), (), tuple(asides), admission, matcher)
    flags = [*remarks(rubric, admission), *wrongs]
    if any(each.standing != "missing" for each in verdicts):  # else there is no design to judge
        flags += omitted(rubric.omissions, verdicts, matcher)
    checks = tuple(each.result for each in outcomes)
    return Findings(verdicts, tuple(flags), checks, tuple(asides), admission, matcher, values)


def _wrong(rubric: CompiledRubric, judge: Judge) -> Wrong:
    """Return the misconceptions that the answer asserts."""
    return {
        each: found
        for each in rubric.misconceptions
        if (found := asserted(each, judge.matcher, judge.admission, judge.conditions))
    }


def _nothing_stands(rubric: CompiledRubric) -> tuple[Verdict, ...]:
    """Return the verdicts on what is no answer: what chance finds in it is not shown as credit."""
    return tuple(Verdict(each, "missing", frozenset(), ()) for each in rubric.concepts)


@lru_cache(maxsize=64)
def _finder_of(rubric: CompiledRubric, nlp: Pipeline) -> Finder:
    """Return what finds a rubric's ideas, made once."""
    return Finder(rubric.book, repair_of(rubric, nlp).family)


@lru_cache(maxsize=64)
def repair_of(rubric: CompiledRubric, nlp: Pipeline) -> TypoRepair:
    """Return the typo repair for a rubric's words, made once."""
    return TypoRepair(rubric.surfaces, nlp.known)
