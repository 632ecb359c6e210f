"""How long scoring takes, beside what the same machine needs to parse the same text."""

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from math import ceil
from pathlib import Path
from statistics import median
from typing import Any

from app.content.bank import Bank
from app.content.question import model_answer
from app.engine.pipeline import Pipeline
from app.engine.scorer import Scorer
from app.evaluation.bench_texts import fresh_texts, growing, sentences_of

Clock = Callable[[], float]
"""Seconds from any start."""

WORDS = 800
"""A long interview answer, in words."""

MEMORY_WORDS = 200
"""Words of the texts that memory is watched over: many short texts, to be done in a minute."""

ROUNDS = 20
"""Fresh texts timed for a median and a 95th percentile."""

EDITS = 60
"""Small edits of one text, as somebody types: enough for a rare slow one to show."""

LENGTHS = (1_000, 2_500, 5_000, 10_000, 20_000)
"""Characters; the last is the longest answer admitted."""

HOSTILE: Mapping[str, str] = {
    "brackets": "[" * 20_000,
    "one word": "a" * 20_000,
    "emoji": "\U0001f642" * 20_000,
    "commas": "a," * 10_000,
    "no full stop": "acks all and " * 1_538,
    "newlines": "a\n" * 10_000,
    "numbers": "3 " * 10_000,
    "settings": "rf=3 " * 4_000,
    "combining marks": "e\u0301" * 10_000,
    "right to left": "\u202e\u05d0 " * 6_666,
    "not, not, not": "not " * 5_000,
    "question marks": "why? " * 4_000,
}
"""Texts of up to 20,000 characters that are known to slow readers down."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What was measured; seconds and bytes.

    Attributes:
        first: the first scoring of the process, with the rubric's compilation.
        again: the same text once more.
        fresh, parse: texts of 800 words never seen before, scored, and parsed whole by spaCy.
        edited: live coaching on such a text, one word more each time.
        improved: finding the edits of texts of 800 words with gaps, besides scoring them.
        lengths: by characters, the time to score a fresh text of that length.
        hostile: by name, the time to score it.
        memory: resident bytes before and after many scorings of fresh texts; None where the system
            does not tell.
        scorings: how many.
    """

    first: float
    again: float
    fresh: tuple[float, ...]
    parse: tuple[float, ...]
    edited: tuple[float, ...]
    improved: tuple[float, ...]
    lengths: Mapping[int, float]
    hostile: Mapping[str, float]
    memory: tuple[int, int] | None
    scorings: int

    @property
    def ratio(self) -> float:
        """Scoring against bare parsing, of the medians."""
        return median(self.fresh) / median(self.parse)

    @property
    def linearity(self) -> float:
        """Time a character at the longest length against the shortest; 1 is linear."""
        shortest, longest = min(self.lengths), max(self.lengths)
        return (self.lengths[longest] / longest) / (self.lengths[shortest] / shortest)

    def as_data(self) -> dict[str, Any]:
        """As plain data for JSON, times in milliseconds."""
        return {
            "first_ms": _ms(self.first),
            "again_ms": _ms(self.again),
            "fresh_p50_ms": _ms(median(self.fresh)),
            "fresh_p95_ms": _ms(percentile(self.fresh, 95)),
            "parse_p50_ms": _ms(median(self.parse)),
            "ratio": round(self.ratio, 2),
            "live_p50_ms": _ms(median(self.edited)),
            "live_p95_ms": _ms(percentile(self.edited, 95)),
            "live_max_ms": _ms(max(self.edited)),
            "improved_p50_ms": _ms(median(self.improved)),
            "improved_max_ms": _ms(max(self.improved)),
            "improved_ratio": round(median(self.improved) / median(self.parse), 2),
            "lengths_ms": {length: _ms(seconds) for length, seconds in self.lengths.items()},
            "linearity": round(self.linearity, 2),
            "hostile_ms": {name: _ms(seconds) for name, seconds in self.hostile.items()},
            "memory_mib": [round(size / 2**20, 1) for size in self.memory or ()],
            "scorings": self.scorings,
        }


def bench(bank: Bank, pipeline: Pipeline, scorer: Scorer, clock: Clock, scorings: int) -> Bench:
    """Time one question of the bank. Best on a quiet machine; ratios hold on a busy one too."""
    question = min(bank.questions)
    texts = fresh_texts(model_answer(bank.questions[question]), WORDS)

    def score(text: str) -> float:
        return _timed(clock, lambda: scorer.score(question, text))

    opening = next(texts)
    first, again = score(opening), score(opening)
    gc.collect()
    gc.freeze()  # as the server does once it is up (app.web.live)
    fresh, parse = [], []
    for _ in range(ROUNDS):  # by turns, so that a busy moment hits both
        text = next(texts)
        fresh.append(score(text))
        parse.append(_timed(clock, lambda text=text: pipeline.language(text)))  # type: ignore[misc]
    edited = tuple(
        _timed(clock, lambda text=text: scorer.coaching(question, text))  # type: ignore[misc]
        for text in growing(next(texts), EDITS)
    )
    improved = tuple(_improvements(bank, scorer, question, clock))
    lengths = {length: median(_cuts(texts, length, score)) for length in LENGTHS}
    short = fresh_texts(model_answer(bank.questions[question]), MEMORY_WORDS, first=1_000_001)
    before = resident_bytes()
    for _ in range(scorings):
        score(next(short))
    after = resident_bytes()
    hostile = {name: score(text) for name, text in HOSTILE.items()}
    memory = (before, after) if before and after else None
    return Bench(
        first=first,
        again=again,
        fresh=tuple(fresh),
        parse=tuple(parse),
        edited=edited,
        improved=improved,
        lengths=lengths,
        hostile=hostile,
        memory=memory,
        scorings=scorings,
    )


def _improvements(bank: Bank, scorer: Scorer, question: str, clock: Clock) -> Iterator[float]:
    """Yield what finding the edits of an answer with gaps takes besides scoring it."""
    parts = sentences_of(model_answer(bank.questions[question]))
    texts = fresh_texts(" ".join(parts[::_SAID]), WORDS)
    scorer.score(question, next(texts), improved=True)  # the rubric's own sentences are read once
    for text in islice(texts, _IMPROVED):
        scorer.score(question, text)
        again = _timed(clock, lambda text=text: scorer.score(question, text))  # type: ignore[misc]
        both = _timed(
            clock,
            lambda text=text: scorer.score(question, text, improved=True),  # type: ignore[misc]
        )
        yield max(0.0, both - again)


_SAID = 3
"""Every so manieth sentence of the model answer is said: about half of the points are left."""

_IMPROVED = 7


def percentile(values: tuple[float, ...], percent: int) -> float:
    """The least value that `percent` of all values do not exceed."""
    return sorted(values)[ceil(len(values) * percent / 100) - 1]


def resident_bytes() -> int | None:
    """Memory this process holds now; None where /proc does not tell."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return None
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _cuts(texts: Iterator[str], length: int, score: Callable[[str], float]) -> list[float]:
    times = []
    for _ in range(3):
        text = next(texts)
        while len(text) < length:
            text = f"{text}\n\n{next(texts)}"
        times.append(score(text[:length]))
    return times


def _timed(clock: Clock, act: Callable[[], object]) -> float:
    start = clock()
    act()
    return clock() - start


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 1)


def bench_lines(result: Bench) -> Iterator[str]:
    """The figures in sentences."""
    fresh, parse = result.fresh, result.parse
    yield f"first scoring of the process: {_ms(result.first):.0f} ms; again: {_ms(result.again)} ms"
    times = f"p50 {_ms(median(fresh)):.0f} ms, p95 {_ms(percentile(fresh, 95)):.0f} ms"
    yield f"fresh text of {WORDS} words: {times}"
    yield f"bare parse of the same: p50 {_ms(median(parse)):.0f} ms; ratio {result.ratio:.2f}"
    live = result.edited
    yield (
        f"live coaching, {WORDS} words, one word more each time: p50 {_ms(median(live)):.0f} ms, "
        f"p95 {_ms(percentile(live, 95)):.0f} ms, longest {_ms(max(live)):.0f} ms"
    )
    better = (
        f"p50 {_ms(median(result.improved)):.0f} ms, longest {_ms(max(result.improved)):.0f} ms"
    )
    ratio = median(result.improved) / median(parse)
    yield f"edits for an answer of {WORDS} words, besides scoring it: {better}; ratio {ratio:.2f}"
    for length, seconds in result.lengths.items():
        yield f"fresh text of {length:,} characters: {_ms(seconds):.0f} ms"
    yield f"time a character, longest against shortest: {result.linearity:.2f}"
    for name, seconds in result.hostile.items():
        yield f"hostile text, {name}: {_ms(seconds):.0f} ms"
    if result.memory:
        before, after = (size / 2**20 for size in result.memory)
        yield f"memory after {result.scorings:,} scorings: {after:.0f} MiB, {after - before:+.0f}"
