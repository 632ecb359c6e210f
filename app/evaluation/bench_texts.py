"""Texts to time scoring with: never seen before, or growing word by word."""

from collections.abc import Iterator
from itertools import count

from app.evaluation.mutants import sentences

_STRIDE = 197
"""Words between two edits: a prime, so that they fall into all parts of a text."""


def sentences_of(text: str) -> list[str]:
    """Return the sentences of all paragraphs of a text."""
    return [part for paragraph in text.split("\n\n") for part in sentences(paragraph)]


def fresh_texts(answer: str, words: int, first: int = 1_001) -> Iterator[str]:
    """Texts of about `words` words, no sentence of which was ever in another.

    A number in each sentence, counted from `first`, makes it new, so that nothing kept from
    earlier scorings helps.
    """
    parts = sentences_of(answer)
    number = count(first)
    while True:
        text: list[str] = []
        while len(text) < words:
            text += (f"{part.rstrip('.')} in case {next(number)}." for part in parts)
            text = " ".join(text).split(" ")
        yield " ".join(text[:words])


def growing(text: str, edits: int) -> Iterator[str]:
    """The text with one word more each time, at another place of it: as it grows while typed."""
    words = text.split(" ")
    for number in range(edits):
        words.insert(number * _STRIDE % len(words), "also")
        yield " ".join(words)
