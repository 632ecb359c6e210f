"""One spelling for texts that look alike, with the way back to the original offsets."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_LOOK_ALIKES = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u02bc": "'", "`": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "\u2014", "\u2212": "-",
        "\u00d7": "x", "\u2192": "\u2192", "\u21d2": "\u2192", "\u2264": "\u2264",
    }
)  # fmt: skip
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")
_MOST_MARKS = 8
"""Combining marks kept with one letter; more is decoration, and a pile of them is slow."""


@dataclass(frozen=True, slots=True)
class Canonical:
    """A canonical text.

    Attributes:
        starts, ends: for each canonical character, the stretch of the original it came from.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield each letter with the combining marks that follow it, as offsets."""
    index = start
    while index < end:
        after = index + 1
        while after < end and after - index < _MOST_MARKS and unicodedata.combining(text[after]):
            after += 1
        yield index, after
        index = after


def canonicalise(text: str, start: int, end: int) -> Canonical:
    """Return `text[start:end]` in NFKC and lower case, quotes and dashes unified."""
    if (piece := text[start:end]).isascii():  # nearly all text: each character is its own cluster
        plain = piece.translate(_LOOK_ALIKES).lower()
        return Canonical(plain, tuple(range(start, end)), tuple(range(start + 1, end + 1)))
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for first, after in _clusters(text, start, end):
        cluster = text[first:after]
        if cluster in _INVISIBLE:
            continue
        plain = cluster
        if not cluster.isascii():
            plain = unicodedata.normalize("NFKC", cluster.translate(_LOOK_ALIKES))
        for character in plain.translate(_LOOK_ALIKES).lower():
            characters.append(character)
            starts.append(first)
            ends.append(after)
    return Canonical("".join(characters), tuple(starts), tuple(ends))
