"""Judges that understand nothing, so that the engine's figures mean something."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations_with_replacement

from app.content.bank import Bank
from app.content.rubric import Concept, Lexicon, Rubric, ScopedIdea
from app.engine.report import Standing
from app.evaluation.agreement import binary, quadratic_kappa
from app.evaluation.figures import half_steps
from app.evaluation.gold import GoldAnswer
from app.evaluation.judged import COVERED, Judge, Judged

BARS = (30, 50, 75)
"""Scores from which the keyword judge gives bands 2, 3 and 4: the engine's own (DESIGN, Score)."""

POINTS: Mapping[Standing, float] = {"explained": 1.0, "mentioned": 0.5}
"""Share of a concept's points, as the engine gives them."""

SMALL = """
a an the and or of to in on for is are be been by with as at it its that this we you they will would
may can must should has have not no never without then so if when than
"""
"""Words that keyword search leaves out, as search engines do."""

SMALL_WORDS = frozenset(SMALL.split())

MOST_CUTS = 30
"""Word counts tried as thresholds: all fours of 30 take 3 s over 136 answers."""

Alternatives = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Word counts from which the length judge gives levels 1 to 4, and finds all concepts."""

    levels: tuple[int, ...]
    covered: int
    explained: int
    longest: int


def fit_thresholds(answers: Sequence[GoldAnswer]) -> Thresholds:
    """The word counts that agree best with the readers of these answers (those of `build`)."""
    counts = [word_count(answer.text) for answer in answers]
    candidates = _thinned(sorted(set(counts)))
    levels = max(
        combinations_with_replacement(candidates, 4),
        key=lambda cuts: _level_agreement(cuts, answers, counts),
    )
    return Thresholds(
        levels=levels,
        covered=_best_cut(candidates, counts, answers, COVERED),
        explained=_best_cut(candidates, counts, answers, frozenset({"explained"})),
        longest=max(counts),
    )


def length_judge(thresholds: Thresholds, rubrics: Mapping[str, Rubric]) -> Judge:
    """A judge that counts words: enough of them, and every concept is explained."""

    def judge(question: str, text: str) -> Judged:
        words = word_count(text)
        standing: Standing = "mentioned" if words >= thresholds.covered else "missing"
        standing = "explained" if words >= thresholds.explained else standing
        return Judged(
            standings={concept.id: standing for concept in rubrics[question].concepts},
            score=min(100.0, 100 * words / thresholds.longest),
            level=_level(thresholds.levels, words),
        )

    return judge


def keyword_judge(bank: Bank) -> Judge:
    """A judge that looks for words anywhere in the text, whatever is said with them.

    A concept is mentioned when all words of its name or of one of its `mentioned` sentences occur,
    explained when more than half of its facets have a sentence whose words do too (the rule that
    serves it best on `build`); a misconception is flagged when all
    words of one of its claims occur.
    """
    known = {id_: _Keywords(rubric, bank.lexicon) for id_, rubric in bank.rubrics.items()}
    return lambda question, text: known[question].judge(text)


def word_count(text: str) -> int:
    """How many words a text has, split at white space."""
    return len(text.split())


def _thinned(candidates: list[int]) -> list[int]:
    step = -(-len(candidates) // MOST_CUTS)
    return candidates[::step]


def _level(cuts: Iterable[int], words: int) -> int:
    return sum(words >= cut for cut in cuts)


def _level_agreement(
    cuts: tuple[int, ...], answers: Sequence[GoldAnswer], counts: list[int]
) -> float:
    truth = [half_steps(answer.level) for answer in answers]
    return quadratic_kappa(truth, [2 * _level(cuts, words) for words in counts]) or 0.0


def _best_cut(
    candidates: list[int],
    counts: list[int],
    answers: Sequence[GoldAnswer],
    wanted: frozenset[Standing],
) -> int:
    def agreement(cut: int) -> float:
        return (
            binary(
                (standing in wanted, words >= cut)
                for answer, words in zip(answers, counts, strict=True)
                for reader in answer.readers
                for standing in reader.standings.values()
            ).kappa
            or 0.0
        )

    return max(candidates, key=agreement)


class _Keywords:
    """The words that one rubric's concepts and misconceptions are looked up by."""

    def __init__(self, rubric: Rubric, lexicon: Lexicon) -> None:
        self.rubric = rubric
        self.ideas = {**lexicon.ideas, **rubric.ideas}
        self.needs = cache(self._needs)

    def judge(self, text: str) -> Judged:
        words = _words(text)
        standings = {c.id: self._standing(c, words) for c in self.rubric.concepts}
        flags = [m.id for m in self.rubric.misconceptions if self._any(m.claim, words)]
        whole = sum(concept.weight for concept in self.rubric.concepts)
        earned = sum(c.weight * POINTS.get(standings[c.id], 0) for c in self.rubric.concepts)
        score = 100 * earned / whole
        level = 1 + _level(BARS, round(score)) if earned else 0
        return Judged(standings, frozenset(flags), score, level)

    def _standing(self, concept: Concept, words: frozenset[str]) -> Standing:
        if not self._any((concept.name, *concept.mentioned), words):
            return "missing"
        met = sum(self._any(facet.says, words) for facet in concept.facets.values())
        return "explained" if met > len(concept.facets) / 2 else "mentioned"

    def _any(self, wordings: Iterable[str], words: frozenset[str]) -> bool:
        return any(self._all(wording, words) for wording in wordings)

    def _all(self, wording: str, words: frozenset[str]) -> bool:
        needs = self.needs(wording)
        return bool(needs) and all(any(way <= words for way in ways) for ways in needs)

    def _needs(self, wording: str) -> tuple[Alternatives, ...]:
        """For each part of a wording, the sets of words that fill it."""
        parts = re.findall(r"\(([^)]*)\)|<([a-z0-9-]+)>|([^\s()<>]+)", wording)
        filled = (self._ways(*part) for part in parts)
        return tuple(ways for ways in filled if ways)

    def _ways(self, choice: str, idea: str, word: str) -> Alternatives:
        if idea:
            held = self.ideas.get(idea, ())
            phrases = held.words if isinstance(held, ScopedIdea) else held
        else:
            phrases = tuple(choice.split("|")) if choice else (word,)
        return tuple(found for phrase in phrases if (found := _words(phrase)))


def _words(text: str) -> frozenset[str]:
    found = re.findall(r"\w+", text.casefold())
    return frozenset(word.rstrip("s") or word for word in found if word not in SMALL_WORDS)
