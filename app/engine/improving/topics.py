"""What each concept of a rubric is about: the words that its author uses for it and few others."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from app.content.rubric import Concept
from app.engine.compiled import CompiledRubric
from app.engine.wordings import STOP_WORDS
from app.engine.words import stem

Topic = Mapping[str, float]
"""Word families with how much each tells; of length one."""


@dataclass(frozen=True, slots=True)
class Topics:
    """What the concepts of a rubric are about.

    Attributes:
        by_concept: the topic of each, by its id.
        heaviest: for each word the most that it tells of any of them.
    """

    by_concept: Mapping[str, Topic]
    heaviest: Mapping[str, float]


def families(texts: Iterable[str]) -> frozenset[str]:
    """Return the word families of some plain texts."""
    words = " ".join(texts).lower().replace("-", " ").split()
    bare = (word.strip(".,;:()'\"`*?") for word in words)
    return frozenset(stem(word) for word in bare if word not in STOP_WORDS) - {""}


@lru_cache(maxsize=64)
def topics_of(rubric: CompiledRubric) -> Topics:
    """Return what a rubric's concepts are about."""
    told = {each.id: families(_texts(each.source)) for each in rubric.concepts}
    spread = Counter(word for words in told.values() for word in words)
    weights = {word: log((1 + len(told)) / count) for word, count in spread.items()}
    found = {
        concept: _of_length_one({word: weights[word] for word in words})
        for concept, words in told.items()
    }
    heaviest: dict[str, float] = {}
    for topic in found.values():
        for word, weight in topic.items():
            heaviest[word] = max(weight, heaviest.get(word, 0.0))
    return Topics(found, heaviest)


def closeness(words: Iterable[str], topic: Topic, every: Topics) -> float:
    """Return how close some words are to a topic among all: 0 to 1.

    Words that no topic knows count for nothing.
    """
    told = {word: every.heaviest[word] for word in words if word in every.heaviest}
    length = sqrt(sum(weight * weight for weight in told.values()))
    shared = sum(weight * topic.get(word, 0.0) for word, weight in told.items())
    return shared / length if length else 0.0


def _texts(concept: Concept) -> Iterable[str]:
    return (concept.name, concept.model, *concept.alternatives, *concept.yes, concept.why)


def _of_length_one(weights: Mapping[str, float]) -> Topic:
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}
