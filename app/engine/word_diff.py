"""Two texts word by word: what stayed, what went, what came."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

ISLAND = 2
"""Words: fewer that stayed between two changes would chop a rewritten sentence to bits."""

_TOKEN = re.compile(r"(?:\A\s+)?\S+\s*|\A\s+\Z")

Kind = Literal["same", "removed", "added"]
Span = tuple[int, int, int, int]
"""Tokens `a[i:j]` of the old text that stayed as `b[k:l]` of the new one."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that share a fate.

    Attributes:
        text: with the white space behind each word; of the new text where they stayed.
    """

    kind: Kind
    text: str

    @property
    def words(self) -> int:
        """How many there are."""
        return len(self.text.split())


def word_diff(old: str, new: str) -> tuple[Run, ...]:
    """How `old` becomes `new`: white space alone is no change.

    The runs that are not removed are `new`, to the character; those that are not added have the
    words of `old`. Between the common beginning and end only stretches of more than `ISLAND` words
    count as the same. They are what is looked for, not single words: so a common word is no
    trouble, and two texts of 20,000 characters made to be slow take about a second.
    """
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    return tuple(_runs(a, b, _stayed([t.strip() for t in a], [t.strip() for t in b])))


def _stayed(a: list[str], b: list[str]) -> list[Span]:
    start = _common(a, b)
    end = _common(a[start:][::-1], b[start:][::-1])
    middle = (_shingles(a[start : len(a) - end]), _shingles(b[start : len(b) - end]))
    found = SequenceMatcher(None, *middle, autojunk=True).get_matching_blocks()
    inner = ((m.a + start, m.b + start, m.size + ISLAND) for m in found if m.size)
    spans = [(0, start, 0, start), *_apart(inner)]
    return [*spans, (len(a) - end, len(a), len(b) - end, len(b))]


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = zip(a, b, strict=False)
    return next((place for place, (x, y) in enumerate(pairs) if x != y), min(len(a), len(b)))


def _shingles(words: list[str]) -> list[tuple[str, ...]]:
    """Every stretch of one word more than an island."""
    return [tuple(words[i : i + ISLAND + 1]) for i in range(len(words) - ISLAND)]


def _apart(blocks: Iterable[tuple[int, int, int]]) -> Iterator[Span]:
    """Stretches that stayed, without the words that the one before has already."""
    a_end = b_end = 0
    for i, j, size in blocks:
        shift = max(0, a_end - i, b_end - j)
        if size - shift > ISLAND:
            a_end, b_end = i + size, j + size
            yield i + shift, a_end, j + shift, b_end


def _runs(a: list[str], b: list[str], spans: list[Span]) -> Iterator[Run]:
    start: Span = (0, 0, 0, 0)
    end: Span = (len(a), len(a), len(b), len(b))
    for before, span in pairwise([start, *spans, end]):
        runs = (
            Run("removed", "".join(a[before[1] : span[0]])),
            Run("added", "".join(b[before[3] : span[2]])),
            Run("same", "".join(b[span[2] : span[3]])),
        )
        yield from (run for run in runs if run.text)
