"""Repair typing mistakes in single long words; never numbers, never short words or acronyms."""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from app.engine.words import stem

SHORTEST = 5
"""Letters: among shorter words too many real words lie one mistake apart (topic, tonic)."""

_TWO_MISTAKES_FROM = 8
"""Letters from which two mistakes are repaired; between 5 and 7 only one."""


class TypoRepair:
    """Maps an unknown word to the family of the rubric's word it was meant to be."""

    def __init__(self, rubric_words: Iterable[str], known: frozenset[str]) -> None:
        self._targets = sorted(
            {word for word in rubric_words if len(word) >= SHORTEST - 1 and word.isalpha()}
        )
        self._target_set = frozenset(self._targets)
        self._known = known
        self.family = lru_cache(maxsize=4_096)(self._family)

    def _family(self, word: str) -> str:
        """Return the family of `word`, after repair if it is an unknown long word."""
        if not self._is_unknown(word):
            return stem(word)
        allowed = 2 if len(word) >= _TWO_MISTAKES_FROM else 1
        near = process.extract(
            word, self._targets, scorer=OSA.distance, score_cutoff=allowed, limit=5
        )
        same_start = [(distance, target) for target, distance, _ in near if target[0] == word[0]]
        return stem(min(same_start)[1]) if same_start else stem(word)

    def _is_unknown(self, word: str) -> bool:
        return (
            len(word) >= SHORTEST
            and word.isalpha()
            and word not in self._known
            and word not in self._target_set
            and stem(word) not in self._families()
        )

    @lru_cache(maxsize=1)  # noqa: B019 - one small set for the life of a compiled rubric
    def _families(self) -> frozenset[str]:
        return frozenset(stem(word) for word in self._targets)
