"""What may be said while an answer is being written: how far it got, and what in it is wrong.

Never a concept, a gap or a wording: those are what the learner is practising to find.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from app.engine.compiled import CompiledRubric
from app.engine.door import admit
from app.engine.findings import gather
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.report import ConceptResult, Quote, RedFlag, Report
from app.engine.segments import first_sentence

SlipKind = Literal["misconception", "check", "against", "contradiction"]
"""A wrong claim; numbers that do not fit; what denies a point a good answer makes; two values."""

TWO_VALUES = "One setting of one thing cannot have two values."
LATER = "The report will say why, with its source: saying it now would give too much away."

Explains = Callable[[str], frozenset[str]]
"""The concepts that a text, read alone, explains, by id."""


@dataclass(frozen=True, slots=True)
class Covered:
    """How much of one area an answer covers so far, in whole percent of its points."""

    area: str
    percent: int


@dataclass(frozen=True, slots=True)
class Slip:
    """Something wrong that the answer says.

    Attributes:
        quotes: where, in the learner's words.
        reason: why it is wrong, in one sentence that explains nothing else.
    """

    kind: SlipKind
    quotes: tuple[Quote, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Coaching:
    """What the live coach says about an answer so far."""

    areas: tuple[Covered, ...]
    slips: tuple[Slip, ...]


def coach(report: Report, rubric: CompiledRubric, nlp: Pipeline) -> Coaching:
    """Reduce a report to what may be said before the answer is submitted."""
    return Coaching(covered(report.concepts), slips(report, rubric, explainer(rubric, nlp)))


def covered(concepts: Iterable[ConceptResult]) -> tuple[Covered, ...]:
    """Return the share of each area's points that is earned, in the rubric's order of areas."""
    points: dict[str, list[tuple[int, int]]] = {}
    for concept in concepts:
        points.setdefault(concept.area, []).append((concept.points, concept.possible))
    return tuple(
        Covered(area, 100 * sum(earned for earned, _ in each) // sum(of for _, of in each))
        for area, each in points.items()
    )


def slips(report: Report, rubric: CompiledRubric, explains: Explains) -> tuple[Slip, ...]:
    """Return the errors of an answer: only what is sure, and stands in its own words."""
    touched = frozenset(each.id for each in report.concepts if each.standing != "missing")
    reasons = _reasons(rubric)
    found = []
    for flag in report.red_flags:
        if flag.unsure or not flag.evidence:
            continue
        if flag.kind == "check":
            reason = first_sentence(flag.message)
            found.append(Slip("check", flag.evidence, LATER if named(reason, rubric) else reason))
        elif flag.kind == "contradiction" and not flag.right:
            found.append(Slip("contradiction", flag.evidence, TWO_VALUES))
        elif flag.kind in ("misconception", "contradiction"):
            kind: SlipKind = "misconception" if flag.kind == "misconception" else "against"
            reason = _reason(flag, reasons, touched, explains)
            found.append(Slip(kind, flag.evidence, reason))
    return tuple(found)


def explainer(rubric: CompiledRubric, nlp: Pipeline) -> Explains:
    """Return what tells which concepts a reason would give away."""
    return lambda text: _explained_by(text, rubric, nlp)


@dataclass(frozen=True, slots=True)
class _Reason:
    """Why something is wrong.

    Attributes:
        about: the concepts it concerns.
        named: it names a concept or a part of one word for word.
    """

    text: str
    about: frozenset[str]
    named: bool


def _reason(
    flag: RedFlag,
    reasons: Mapping[tuple[str, str], _Reason],
    touched: frozenset[str],
    explains: Explains,
) -> str:
    """Return why, unless it would explain a concept the learner has not come to yet."""
    reason = reasons[flag.kind, flag.id]
    tells = reason.named or not explains(reason.text) <= touched | reason.about
    return LATER if tells else reason.text


@lru_cache(maxsize=64)
def _reasons(rubric: CompiledRubric) -> Mapping[tuple[str, str], _Reason]:
    """Return the reasons of a rubric by kind and id of the flag.

    The first sentence of a correction says why; what follows says what to do instead.
    """
    wrong = {
        ("misconception", source.id): _first(
            source.right, {*source.spoils, source.corrects}, rubric
        )
        for source in (each.source for each in rubric.misconceptions)
    }
    against = {
        ("contradiction", each.id): _first(each.source.why, {each.id}, rubric)
        for each in rubric.concepts
    }
    return {**wrong, **against}


def _first(text: str, about: set[str | None], rubric: CompiledRubric) -> _Reason:
    reason = first_sentence(text)
    concerned = frozenset(each for each in about if each)
    return _Reason(reason, concerned, named(reason, rubric))


def named(text: str, rubric: CompiledRubric) -> bool:
    """Tell whether a text has the name of a concept or of a part of one, word for word."""
    lower = text.lower()
    return any(
        name.lower() in lower
        for concept in rubric.concepts
        for name in (concept.source.name, *(facet.label for facet in concept.facets))
    )


@lru_cache(maxsize=1_024)  # a few sentences a rubric
def _explained_by(text: str, rubric: CompiledRubric, nlp: Pipeline) -> frozenset[str]:
    """Return what is explained by words that mean it firmly: a wider word gives nothing away."""
    verdicts = gather(read(admit(text), nlp), rubric, nlp).verdicts
    return frozenset(
        each.concept.id
        for each in verdicts
        if each.standing == "explained"
        and any(found.facet and found.match.firm for found in each.findings)
    )
