"""Assess one answer: read it, find what it says, judge, score, and report."""

from collections.abc import Sequence

from app.engine.admissible import Admission
from app.engine.compiled import ENGINE, CompiledRubric
from app.engine.door import admit
from app.engine.feedback import feedback
from app.engine.findings import Findings, gather
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.reading import Reading
from app.engine.report import (
    BAND_NAMES,
    ConceptResult,
    Evidence,
    FacetResult,
    Feedback,
    Report,
    SetAside,
)
from app.engine.scoring import earned, score
from app.engine.verdicts import Finding, Verdict

MOST_EVIDENCE = 6
"""Stretches shown for one concept."""


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
        concepts=tuple(_concept(each, reading, findings.admission) for each in verdicts),
        red_flags=tuple(flags),
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
        concepts=tuple(_concept(each, None, None) for each in verdicts),
        feedback=Feedback(first="There is nothing to score yet: write your answer first."),
    )


def _concept(
    verdict: Verdict, reading: Reading | None, admission: Admission | None
) -> ConceptResult:
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
        evidence=_evidence(verdict.findings, reading) if reading and admission else (),
    )


def _evidence(findings: Sequence[Finding], reading: Reading) -> tuple[Evidence, ...]:
    """Return the best stretches: one for each facet first, each place once, in answer order."""
    best: dict[tuple[int, int], Finding] = {}
    for finding in sorted(findings, key=lambda each: (each.facet is None, each.match.spread)):
        best.setdefault((finding.match.start, finding.match.end), finding)
    chosen = _one_per_facet(list(best.values()))[:MOST_EVIDENCE]
    return tuple(
        Evidence(
            start=each.match.start,
            end=each.match.end,
            text=reading.answer[each.match.start : each.match.end],
            wording=each.match.wording.text,
            polarity=reading.segments[min(each.match.segments)].polarity,
            facet=each.facet,
        )
        for each in sorted(chosen, key=lambda each: (each.match.start, each.match.end))
    )


def _one_per_facet(findings: Sequence[Finding]) -> list[Finding]:
    """Put one finding of every facet before further findings of the same."""
    seen: set[str | None] = set()
    first: list[Finding] = []
    rest: list[Finding] = []
    for each in findings:
        (rest if each.facet in seen else first).append(each)
        seen.add(each.facet)
    return [*first, *rest]


def _set_aside(reading: Reading, findings: Findings) -> tuple[SetAside, ...]:
    return tuple(
        SetAside(
            start=reading.segments[each.segment].start,
            end=reading.segments[each.segment].end,
            why=each.why,
        )
        for each in findings.asides
    )
