"""Gather what one answer holds under one rubric: flags first, then a verdict for every concept."""

from dataclasses import dataclass, replace
from functools import lru_cache

from app.engine.admissible import Admission
from app.engine.compiled import CompiledRubric
from app.engine.flags import asserted, misconception_flag, omitted
from app.engine.integrity import Aside, piled_words, set_aside
from app.engine.matching import Match, Matcher
from app.engine.occurrences import find
from app.engine.pipeline import Pipeline
from app.engine.reading import Reading
from app.engine.report import CheckResult, RedFlag
from app.engine.settings_held import Conditions
from app.engine.slots import read_slots
from app.engine.typos import TypoRepair
from app.engine.verdicts import Judge, Verdict


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found, before points are added up."""

    verdicts: tuple[Verdict, ...]
    flags: tuple[RedFlag, ...]
    checks: tuple[CheckResult, ...]
    asides: tuple[Aside, ...]
    admission: Admission


def gather(reading: Reading, rubric: CompiledRubric, nlp: Pipeline) -> Findings:
    """Judge a reading under a rubric."""
    asides = set_aside(reading, rubric.prompt)
    matcher = Matcher.of(
        reading, find(reading, rubric.book, repair_of(rubric, nlp).family), rubric.book.scopes
    )
    admission = Admission(
        reading, frozenset(each.segment for each in asides), piled_words(reading)
    )
    conditions = Conditions(read_slots(reading, rubric.slots))
    wrong = {
        each: found
        for each in rubric.misconceptions
        if (found := asserted(each, matcher, admission, conditions))
    }
    flags = [misconception_flag(each, found, reading.answer) for each, found in wrong.items()]
    admission = replace(admission, flagged=_segments(found for found in wrong.values()))
    judge = Judge(matcher, admission, conditions)
    spoiled = {concept for each in wrong for concept in each.source.spoils}
    verdicts = tuple(
        judge.judge(concept, spoiled=concept.id in spoiled) for concept in rubric.concepts
    )
    flags += omitted(rubric.omissions, verdicts)
    return Findings(verdicts, tuple(flags), (), tuple(asides), admission)


def _segments(found) -> frozenset[int]:
    return frozenset(number for matches in found for match in matches for number in match.segments)


@lru_cache(maxsize=64)
def repair_of(rubric: CompiledRubric, nlp: Pipeline) -> TypoRepair:
    """Return the typo repair for a rubric's words, made once."""
    return TypoRepair(rubric.surfaces, nlp.known)
