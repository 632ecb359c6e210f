"""Figures of accuracy: what a judge's words are worth against the readers' labels."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import floor
from typing import Literal

from app.engine.report import Standing
from app.evaluation.agreement import (
    Binary,
    binary,
    mean_absolute_error,
    quadratic_kappa,
    spearman,
)
from app.evaluation.gold import GoldAnswer
from app.evaluation.judged import COVERED, Judged, Judgements
from app.evaluation.pairs import pair_counts, pair_figures

GOOD_LEVEL = 3.0
"""From here on a reader would hire: an accusation such an answer does not deserve is counted."""

INFLATED_LEVEL, INFLATED_SCORE, INFLATED_BAND = 0.5, 20, 1
"""An answer of at most this level that gets more than these is inflated (DESIGN, Laws)."""

EXPLAINED: frozenset[Standing] = frozenset({"explained"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes:
        value: None where there was nothing to measure.
        of: how many items it rests on.
        kind: a share (a kappa too), or a count of items.
    """

    value: float | None
    of: int
    kind: Literal["share", "count"] = "share"


UNMEASURED = Figure(None, 0)
"""The figure of a judge who judged no items of a kind: the other reader has read no pairs."""

Figures = Mapping[str, Figure]
"""Figures by name, in the order they are shown."""


def figures(seen: Judgements) -> Figures:
    """Every figure over these answers and pairs."""
    covered = _agreement("covered", seen, COVERED)
    explained = _agreement("explained", seen, EXPLAINED)
    shares = {name: Figure(*pair) for name, pair in pair_figures(seen.pairs).items()}
    return covered | explained | _levels(seen) | _flags(seen) | _counts(seen) | shares


def half_steps(level: float) -> int:
    """A level on the nine half-steps from 0 to 8; the middle between two counts as the upper."""
    return floor(level * 2 + 0.5)


def standing_counts(answers: Iterable[tuple[GoldAnswer, Judged]]) -> dict[str, dict[str, int]]:
    """How often each reader's standing (outer) met each of ours (inner)."""
    names = ("explained", "mentioned", "missing", "contradicted")
    counts = {name: dict.fromkeys(names, 0) for name in names}
    for answer, said in answers:
        for reader in answer.readers:
            for concept, standing in reader.standings.items():
                counts[standing][said.standing(concept)] += 1
    return counts


def _agreement(name: str, seen: Judgements, wanted: frozenset[Standing]) -> dict[str, Figure]:
    counts = binary(
        (standing in wanted, said.standing(concept) in wanted)
        for answer, said in seen.answers
        for reader in answer.readers
        for concept, standing in reader.standings.items()
    )
    agreed = binary(item for answer, said in seen.answers for item in _agreed(answer, said, wanted))
    return _of_binary(name, counts) | {
        f"{name}: kappa": Figure(counts.kappa, counts.total),
        f"{name}: kappa where readers agree": Figure(agreed.kappa, agreed.total),
    }


def _agreed(
    answer: GoldAnswer, said: Judged, wanted: frozenset[Standing]
) -> Iterable[tuple[bool, bool]]:
    for concept in answer.readers[0].standings:
        labels = {reader.standings.get(concept) in wanted for reader in answer.readers}
        if len(labels) == 1:
            yield labels.pop(), said.standing(concept) in wanted


def _of_binary(name: str, counts: Binary) -> dict[str, Figure]:
    said, true = counts.hits + counts.false, counts.hits + counts.missed
    return {
        f"{name}: precision": Figure(counts.precision, said),
        f"{name}: recall": Figure(counts.recall, true),
        f"{name}: F1": Figure(counts.f1, counts.total),
    }


def _levels(seen: Judgements) -> dict[str, Figure]:
    pairs = [(answer.level, said) for answer, said in seen.answers]
    answered = [(level, said) for level, said in pairs if level >= 1]
    levels = [level for level, _ in pairs]
    rank = spearman(levels, [said.score for _, said in pairs])
    error = mean_absolute_error(levels, [said.level for _, said in pairs])
    return {
        "level: quadratic kappa": Figure(_level_kappa(pairs), len(pairs)),
        "level: quadratic kappa from level 1": Figure(_level_kappa(answered), len(answered)),
        "level: Spearman of the score": Figure(rank, len(pairs)),
        "level: mean absolute error": Figure(error, len(pairs)),
    }


def _level_kappa(pairs: list[tuple[float, Judged]]) -> float | None:
    truth = [half_steps(level) for level, _ in pairs]
    return quadratic_kappa(truth, [half_steps(said.level) for _, said in pairs])


def _flags(seen: Judgements) -> dict[str, Figure]:
    known = _known_misconceptions(seen)
    in_answers = binary(
        (id_ in answer.misconceptions, id_ in said.flags)
        for answer, said in seen.answers
        for id_ in known[answer.question]
    )
    in_pairs = pair_counts(seen.pairs)
    return (
        _of_binary("misconceptions", in_answers + in_pairs)
        | _of_binary("misconceptions in answers", in_answers)
        | _of_binary("misconceptions in pairs", in_pairs)
    )


def _known_misconceptions(seen: Judgements) -> dict[str, set[str]]:
    """By question, the misconceptions that readers and pairs speak of; others cannot be judged."""
    known: dict[str, set[str]] = defaultdict(set)
    for answer, _ in seen.answers:
        known[answer.question] |= answer.misconceptions
    for pair, _ in seen.pairs:
        if pair.expect in ("asserted", "not-asserted"):
            known[pair.question].add(pair.target)
    return known


def _counts(seen: Judgements) -> dict[str, Figure]:
    good = [(a, said) for a, said in seen.answers if a.level >= GOOD_LEVEL]
    accused = sum(bool(said.flags - answer.misconceptions) for answer, said in good)
    poor = [said for answer, said in seen.answers if answer.level <= INFLATED_LEVEL]
    inflated = sum(s.score > INFLATED_SCORE or s.level > INFLATED_BAND for s in poor)
    return {
        "answers of level 3 and more falsely flagged": Figure(accused, len(good), "count"),
        "inflated answers": Figure(inflated, len(poor), "count"),
    }
