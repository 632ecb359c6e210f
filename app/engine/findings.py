"""Gather what one answer holds under one rubric: flags first, then a verdict for every concept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from app.engine.admissible import Admission
from app.engine.carried import carried
from app.engine.checks import CheckOutcome, run_checks
from app.engine.compiled import CompiledMisconception, CompiledRubric
from app.engine.conflicts import conflicts
from app.engine.flags import (
    against_flag,
    asserted,
    check_flag,
    contradiction_flag,
    misconception_flag,
    omitted,
)
from app.engine.integrity import Aside, set_aside
from app.engine.match import Match
from app.engine.matching import Matcher
from app.engine.occurrences import Finder
from app.engine.piles import piled_share, piled_words
from app.engine.pipeline import Pipeline
from app.engine.reading import Reading
from app.engine.report import CheckResult, RedFlag
from app.engine.settings_held import Conditions
from app.engine.slots import SlotValue, read_slots
from app.engine.topicality import copied, families_of, foreign, integrity_flag, off_topic, scant
from app.engine.typos import TypoRepair
from app.engine.verdicts import Judge, Verdict

LANGUAGE = "Answers are read in English. This one seems to be in another language."
OFF_TOPIC = "This does not answer this question: almost nothing in it is about what was asked."
PILE = (
    "This is a list of terms. A term alone earns nothing: say what each does in your design, "
    "and why."
)
PARTLY_PILE = "Part of this is a bare list of terms, which earns nothing."
_MOSTLY = 0.5
_PARTLY = 0.25
"""Shares of an answer's words in bare lists from which that is said."""
_LEAST_PILED = 12
"""Words in bare lists under which nothing is said: notes may name the columns of a table."""

COPIED = "Most of this stands word for word in the model answer. It is scored, but it is not yours."


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
    wrong = {
        each: found
        for each in rubric.misconceptions
        if (found := asserted(each, matcher, admission, conditions))
    }
    failed = [each for each in outcomes if each.flag]
    flags = [misconception_flag(each, found, reading) for each, found in wrong.items()]
    flags += [check_flag(each) for each in failed]
    flags += [contradiction_flag(each, reading.answer) for each in conflicts(values, reading)]
    admission = replace(admission, flagged=_segments(wrong.values()))
    judge = Judge(matcher, admission, conditions)
    spoiled = _spoiled(wrong, failed)
    verdicts = tuple(
        judge.judge(concept, spoiled=concept.id in spoiled) for concept in rubric.concepts
    )
    if breach := _breach(reading, rubric, verdicts, admission, matcher=matcher, nlp=nlp):
        return Findings(_nothing_stands(rubric), (breach,), (), tuple(asides), admission, matcher)
    flags += [
        against_flag(each, reading)
        for each in verdicts
        if any(finding.against for finding in each.findings)
    ]
    if any(each.standing != "missing" for each in verdicts):  # else there is no design to judge
        flags += omitted(rubric.omissions, verdicts)
    flags[:0] = _remarks(reading, rubric, admission)
    checks = tuple(each.result for each in outcomes)
    return Findings(verdicts, tuple(flags), checks, tuple(asides), admission, matcher, values)


def _remarks(reading: Reading, rubric: CompiledRubric, admission: Admission) -> list[RedFlag]:
    """Return what is to be said of an answer's integrity that does not end the judging."""
    remarks: list[RedFlag] = []
    if copied(reading, rubric.model_answer):
        remarks.append(integrity_flag("model-answer", COPIED, severe=False))
    share = piled_share(reading, admission.piled)
    if share >= _PARTLY and len(admission.piled) >= _LEAST_PILED:
        message = PILE if share >= _MOSTLY else PARTLY_PILE
        remarks.append(integrity_flag("word-pile", message, severe=False))
    return remarks


def _nothing_stands(rubric: CompiledRubric) -> tuple[Verdict, ...]:
    """Return the verdicts on what is no answer: what chance finds in it is not shown as credit."""
    return tuple(Verdict(each, "missing", frozenset(), ()) for each in rubric.concepts)


def _spoiled(
    wrong: Iterable[CompiledMisconception], failed: Iterable[CheckOutcome]
) -> frozenset[str]:
    """Return the concepts that an error contradicts, whatever its severity.

    Readers call them contradicted for 103 of 114 major errors and 9 of 11 minor ones.
    """
    sources = [each.source for each in wrong] + [each.check for each in failed if not each.unsure]
    return frozenset(concept for source in sources for concept in source.spoils)


def _breach(
    reading: Reading,
    rubric: CompiledRubric,
    verdicts: tuple[Verdict, ...],
    admission: Admission,
    *,
    matcher: Matcher,
    nlp: Pipeline,
) -> RedFlag | None:
    """Return what keeps the text from being an answer to this question."""
    if foreign(reading, nlp.known):
        return integrity_flag("language", LANGUAGE, severe=True)
    piled = piled_share(reading, admission.piled) >= _MOSTLY
    if piled and scant(reading, verdicts, admission):
        return integrity_flag("word-pile", PILE, severe=True)
    denied = partial(_denied, rubric, matcher)
    if off_topic(reading, verdicts, admission, asked=families_of(rubric), denied=denied):
        kind, message = ("word-pile", PILE) if piled else ("off-topic", OFF_TOPIC)
        return integrity_flag(kind, message, severe=True)
    return None


def _denied(rubric: CompiledRubric, matcher: Matcher) -> frozenset[int]:
    """Return the sentences that speak of a wrong claim, whether asserting or denying it."""
    return frozenset(
        number
        for misconception in rubric.misconceptions
        for match in matcher.topics(misconception.claim)
        if len(match.sentences) == 1
        for number in match.sentences
    )


def _segments(found: Iterable[Iterable[Match]]) -> frozenset[int]:
    return frozenset(number for matches in found for match in matches for number in match.segments)


@lru_cache(maxsize=64)
def _finder_of(rubric: CompiledRubric, nlp: Pipeline) -> Finder:
    """Return what finds a rubric's ideas, made once."""
    return Finder(rubric.book, repair_of(rubric, nlp).family)


@lru_cache(maxsize=64)
def repair_of(rubric: CompiledRubric, nlp: Pipeline) -> TypoRepair:
    """Return the typo repair for a rubric's words, made once."""
    return TypoRepair(rubric.surfaces, nlp.known)
