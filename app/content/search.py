"""Find questions by words, forgiving typing mistakes."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from app.content.question import Question

CLOSE_ENOUGH = 80.0
"""Least likeness (0-100) of two words. At 80 one slip in five letters passes ("kafak" for "kafka")
and "coin" for "join" does not; tests/content/test_search.py."""

SHORTEST_REPAIRED = 4
"""Words of three letters and fewer (CDC, URL) are never repaired: all are alike."""

IN_TITLE, IN_TOPIC, IN_PROMPT = 3.0, 2.0, 1.0
"""How much a hit counts by where it stands, so that a title beats a passing mention."""

_WORD = re.compile(r"[^\W_]+")


def find(questions: Iterable[Question], query: str) -> tuple[Question, ...]:
    """Questions in which every word of `query` is found, the best first.

    A word is found where one begins with it or nearly equals it. No words: all, order kept.
    """
    words = _words(query)
    ranked = [(_rank(question, words), question) for question in questions]
    found = [(rank, question) for rank, question in ranked if rank > 0 or not words]
    return tuple(question for _, question in sorted(found, key=lambda pair: -pair[0]))


def nearest(wanted: str, ids: Iterable[str]) -> str | None:
    """The id most like `wanted`, if one is like enough to suggest."""
    best = process.extractOne(wanted.lower(), list(ids), scorer=fuzz.WRatio, score_cutoff=70)
    return best[0] if best else None


def _rank(question: Question, words: list[str]) -> float:
    places = (
        (IN_TITLE, _words(question.title)),
        (IN_TOPIC, _words(" ".join((*question.topics, question.category)))),
        (IN_PROMPT, _words(question.prompt)),
    )
    hits = [max(weight * _likeness(word, text) for weight, text in places) for word in words]
    return sum(hits) if hits and min(hits) > 0 else 0.0


def _likeness(word: str, text: list[str]) -> float:
    """1 for a word that begins with `word`, less for a near one, 0 for none."""
    if any(other.startswith(word) for other in text):
        return 1.0
    if len(word) < SHORTEST_REPAIRED:
        return 0.0
    long_words = [other for other in text if len(other) >= SHORTEST_REPAIRED]
    best = process.extractOne(word, long_words, scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH)
    return best[1] / 100 * 0.9 if best else 0.0


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
