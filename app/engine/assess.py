"""Assess one answer: read it, find what it says, judge, score, and report."""

from app.engine.compiled import ENGINE, CompiledRubric
from app.engine.door import admit
from app.engine.feedback import feedback
from app.engine.findings import Findings, gather
from app.engine.grave import weighed
from app.engine.pipeline import Pipeline
from app.engine.quoting import evidence
from app.engine.reader import read
from app.engine.reading import Reading
from app.engine.report import (
    BAND_NAMES,
    ConceptResult,
    FacetResult,
    Feedback,
    Report,
    SetAside,
)
from app.engine.scoring import earned, score
from app.engine.verdicts import Verdict


def assess(answer: str, rubric: CompiledRubric, nlp: Pipeline) -> Report:
    """Report what `answer` states, explains, misses and gets wrong, with the evidence.

    Raises:
        TooLong: the answer has more than 20,000 code points.
    """
    admitted = admit(answer)
    if not admitted.strip():
        return _nothing(rubric)
    reading = read(admitted, nlp)
    return _report(reading, rubric, gather(reading, rubric, nlp))


def _report(reading: Reading, rubric: CompiledRubric, findings: Findings) -> Report:
    verdicts, flags = findings.verdicts, findings.flags
    result = score(verdicts, flags, rubric.bars, rubric.difficulty)
    return Report(
        question=rubric.question,
        rubric_digest=rubric.digest,
        engine=ENGINE,
        score=result.points,
        band=result.band,
        band_name=BAND_NAMES[result.band],
        judged_at=rubric.difficulty,
        caps=result.caps,
        levels=result.levels,
        concepts=tuple(_concept(each, reading) for each in verdicts),
        red_flags=weighed(flags),
        checks=findings.checks,
        set_aside=_set_aside(reading, findings),
        feedback=feedback(verdicts, flags, result),
    )


def _nothing(rubric: CompiledRubric) -> Report:
    """Report an empty answer: there is nothing to score, which is not a zero."""
    verdicts = [Verdict(each, "missing", frozenset(), ()) for each in rubric.concepts]
    return Report(
        question=rubric.question,
        rubric_digest=rubric.digest,
        engine=ENGINE,
        score=None,
        band=None,
        band_name=None,
        judged_at=rubric.difficulty,
        nothing_to_score=True,
        concepts=tuple(_concept(each, None) for each in verdicts),
        feedback=Feedback(first="There is nothing to score yet: write your answer first."),
    )


def _concept(verdict: Verdict, reading: Reading | None) -> ConceptResult:
    concept = verdict.concept
    return ConceptResult(
        id=concept.id,
        name=concept.source.name,
        area=concept.source.area,
        weight=concept.source.weight,
        standing=verdict.standing,
        points=earned(verdict),
        possible=concept.points,
        unsure=verdict.unsure,
        facets=tuple(
            FacetResult(id=each.id, label=each.label, met=each.id in verdict.met)
            for each in concept.facets
        ),
        evidence=evidence(verdict.findings, reading) if reading else (),
    )


def _set_aside(reading: Reading, findings: Findings) -> tuple[SetAside, ...]:
    return tuple(
        SetAside(
            start=reading.segments[each.segment].start,
            end=reading.segments[each.segment].end,
            why=each.why,
        )
        for each in findings.asides
    )
