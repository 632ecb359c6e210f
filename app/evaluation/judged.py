"""What a judge (the engine, a baseline, another reader) says about one text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.engine.report import Quote, RedFlag, Report, Standing
from app.evaluation.gold import Gold, GoldAnswer, GoldPair

ACCUSATIONS = ("misconception", "check")
"""Kinds of red flag that tell a learner a claim is wrong."""

COVERED: frozenset[Standing] = frozenset({"mentioned", "explained"})


@dataclass(frozen=True, slots=True)
class Judged:
    """One text, judged.

    Attributes:
        flags: ids of misconceptions and failed checks held to be asserted; unsure ones are not.
        score: 0-100.
        level: on the scale of the readers, 0 to 4.
        parts: for a concept, the facets of it that the text meets.
        quotes: for a concept or a flag, the words that justify it.
    """

    standings: Mapping[str, Standing]
    flags: frozenset[str] = frozenset()
    score: float = 0.0
    level: float = 0.0
    quotes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def standing(self, concept: str) -> Standing:
        """The standing of a concept; one the judge does not know is missing."""
        return self.standings.get(concept, "missing")

    def covers(self, concept: str) -> bool:
        """Whether the concept is mentioned or explained."""
        return self.standing(concept) in COVERED


Judge = Callable[[str, str], Judged]
"""A function from a question's id and a text to what the judge says of it."""


@dataclass(frozen=True, slots=True)
class Judgements:
    """Gold answers and pairs, each beside what a judge said of it."""

    answers: tuple[tuple[GoldAnswer, Judged], ...]
    pairs: tuple[tuple[GoldPair, Judged], ...]


def judge_all(gold: Gold, judge: Judge) -> Judgements:
    """Have every text of the gold judged under its question."""
    return Judgements(
        tuple((answer, judge(answer.question, answer.text)) for answer in gold.answers),
        tuple((pair, judge(pair.question, pair.text)) for pair in gold.pairs),
    )


def judged(report: Report) -> Judged:
    """What the engine's report says, reduced to what readers say too."""
    return Judged(
        standings={concept.id: concept.standing for concept in report.concepts},
        flags=frozenset(flag.id for flag in report.red_flags if _accuses(flag)),
        score=report.score or 0,
        level=report.band or 0,
        quotes={flag.id: _quotes(flag.evidence) for flag in report.red_flags}
        | {concept.id: _quotes(concept.evidence) for concept in report.concepts},
        parts={
            concept.id: frozenset(facet.id for facet in concept.facets if facet.met)
            for concept in report.concepts
        },
    )


def _quotes(evidence: Sequence[Quote]) -> tuple[str, ...]:
    return tuple(quote.text for quote in evidence)


def _accuses(flag: RedFlag) -> bool:
    return flag.kind in ACCUSATIONS and not flag.unsure
