"""Two texts word by word: what stayed, what went, what came."""

import re
from collections.abc import Iterator
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
    words of `old`. Common words are no anchors in long texts (difflib's `autojunk`), which bounds
    the time: 20,000 characters take well under a second.
    """
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    stayed = [span for span in _stayed(a, b) if _worth_showing(span, a, b)]
    return tuple(_runs(a, b, stayed))


def _stayed(a: list[str], b: list[str]) -> list[Span]:
    words, others = [t.strip() for t in a], [t.strip() for t in b]
    matcher = SequenceMatcher(None, words, others, autojunk=True)
    found = [(m.a, m.a + m.size, m.b, m.b + m.size) for m in matcher.get_matching_blocks()]
    return _joined(found)


def _joined(spans: list[Span]) -> list[Span]:
    """Neighbours without a change between them as one."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1][1] == span[0] and joined[-1][3] == span[2]:
            joined[-1] = (joined[-1][0], span[1], joined[-1][2], span[3])
        else:
            joined.append(span)
    return joined


def _worth_showing(span: Span, a: list[str], b: list[str]) -> bool:
    """It is no island between two changes: long enough, or at either end of both texts."""
    at_start, at_end = span[0] == span[2] == 0, (span[1], span[3]) == (len(a), len(b))
    return at_start or at_end or span[1] - span[0] > ISLAND


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
