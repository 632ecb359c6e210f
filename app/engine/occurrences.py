"""Where a rubric's ideas and words stand in an answer, sentence by sentence."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from app.engine.ideas import IdeaBook, Scope
from app.engine.negation import SOFT
from app.engine.phrases import ANY_NUMBER, ARTICLES, MOST_BETWEEN, Families, PhraseBook
from app.engine.reading import Reading, Segment, Token
from app.engine.recent import Recent
from app.engine.tokens import parts
from app.engine.words import stem

_MARKS = frozenset(', ; : ( ) [ ] { } | . ? ! -> => \u2192 \u2014 "'.split())
_JOINTS = "and but because so if when while unless nothing nobody none"
_BARRIERS = _MARKS | {stem(word) for word in _JOINTS.split()}
"""Marks, and words where another statement begins, that no phrase reaches across unless it holds
them itself: "leader acknowledges" is not in "a new leader and nothing acknowledged is lost"."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An atom found in the answer.

    Attributes:
        place: number of its first word, counted through the answer.
        last: number of its last word.
        start, end: code points of the answer.
        wider: found by a word that means its idea in company only.
    """

    key: str
    segment: int
    sentence: int
    place: int
    last: int
    start: int
    end: int
    negated: bool
    avoided: bool
    wider: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """One word in the stream of a segment; names count as several words at one token."""

    family: str
    token: Token
    place: int


Found = Mapping[str, Sequence[Occurrence]]
"""Occurrences by key, in the order of the answer."""


_Hit = tuple[str, int, int, bool, bool, bool]
"""An atom found in a segment: its key, first and last token, whether it is negated, avoided, found
by a wider word."""


def find(reading: Reading, book: IdeaBook, family: Callable[[str], str]) -> Found:
    """Return every occurrence of every pattern of `book`.

    Args:
        family: a word to its word family, typing mistakes repaired.
    """
    return Finder(book, family).find(reading)


class Finder:
    """Finds the patterns of one book; what stands in a segment is remembered by its words.

    A revised or edited answer is looked through only where it changed.
    """

    def __init__(self, book: IdeaBook, family: Callable[[str], str]) -> None:
        """Take the patterns, and what maps a word to its family, typing mistakes repaired."""
        self._book = book
        self._family = family
        self._hits: Recent[tuple[_Hit, ...]] = Recent(KEPT_SEGMENTS)

    def find(self, reading: Reading) -> Found:
        """Return every occurrence of every pattern."""
        found: dict[str, list[Occurrence]] = defaultdict(list)
        counted, left = 0, MOST_OCCURRENCES
        for number, segment in enumerate(reading.segments):
            hits = self._hits.get(segment.words)
            if hits is None:
                stream = _stream(segment, self._family)
                hits = tuple(islice(_in_segment(stream, self._book.patterns), MOST_IN_SEGMENT))
                self._hits.keep(segment.words, hits)
            for hit in hits[: max(0, left)]:
                found[hit[0]].append(_occurrence(hit, counted, number, segment))
            left -= len(hits)
            counted += len(segment.tokens) + 1
        return _in_scope(found, self._book.scopes)


MOST_OCCURRENCES = 120_000
"""Occurrences looked at in one answer: twenty times those of a long model answer, and as many as
fit into 50 MB. What stands behind them in a text that was made to hold more is not found."""

MOST_IN_SEGMENT = 2_000
"""The same for one segment, of 120 words at most."""

KEPT_SEGMENTS = 512
"""Segments remembered for each rubric: some ten answers, a megabyte or two."""


def _stream(segment: Segment, family: Callable[[str], str]) -> list[_Place]:
    stream: list[_Place] = []
    for index, token in enumerate(segment.tokens):
        if token.text in ARTICLES:
            continue
        for part in parts(token.text):
            if part in _MARKS or (token.number is not None and part[:1].isdigit()):
                stream.append(_Place(part, token, index))
            elif each := family(part):
                stream.append(_Place(each, token, index))
    return stream


def _in_segment(stream: list[_Place], book: PhraseBook) -> Iterator[_Hit]:
    here = {ANY_NUMBER, *(place.family for place in stream)}
    for at, place in enumerate(stream):
        candidates = list(book.starting_with(place.family))
        if place.token.number is not None:
            candidates += book.starting_with(ANY_NUMBER)
        for key, pattern in candidates:
            if not here.issuperset(pattern.stems):  # most phrases: settled without looking around
                continue
            words = _match(stream, at, pattern)
            if words and (hit := _hit(key, pattern, words)):
                yield hit


def _match(stream: list[_Place], at: int, pattern: Families) -> list[_Place]:
    """Return the words that fill `pattern` from `at` on, or nothing."""
    words = [stream[at]]
    for wanted in pattern.stems[1:]:
        step = 0
        while True:
            at += 1
            if at >= len(stream):
                return []
            if _fits(stream[at], wanted):
                words.append(stream[at])
                break
            if stream[at].family in _BARRIERS:
                return []
            step += 1
            if pattern.exact or step > MOST_BETWEEN:
                return []
    return words


def _fits(place: _Place, wanted: str) -> bool:
    return place.family == wanted or (wanted == ANY_NUMBER and place.token.number is not None)


def _hit(key: str, pattern: Families, words: list[_Place]) -> _Hit | None:
    """Return what was found, unless its own negator ("not caught up") is absent."""
    negated = any(word.token.negated for word in words)
    if pattern.negated and not negated:
        return None
    return (
        key,
        words[0].place,
        words[-1].place,
        negated and not (pattern.negated or pattern.literal),
        any(word.token.avoided for word in words)
        and not any(word.token.text in SOFT for word in words),  # "avoids the shuffle" is claimed
        pattern.wider,
    )


def _occurrence(hit: _Hit, counted: int, number: int, segment: Segment) -> Occurrence:
    """Return a hit as it stands in the answer; `counted` words come before its segment."""
    key, first, last, negated, avoided, wider = hit
    return Occurrence(
        key=key,
        segment=number,
        sentence=segment.sentence,
        place=counted + first,
        last=counted + last,
        start=segment.tokens[first].start,
        end=segment.tokens[last].end,
        negated=negated,
        avoided=avoided,
        wider=wider,
    )


def _in_scope(found: Mapping[str, list[Occurrence]], scopes: Mapping[str, Scope]) -> Found:
    """Drop occurrences whose sentence lacks what their sense needs, or holds what forbids it."""
    sentences = {
        key: {each.sentence for each in every if not each.wider} for key, every in found.items()
    }
    kept: dict[str, Sequence[Occurrence]] = {}
    for key, every in found.items():
        scope = scopes.get(key)
        if scope is None or not (scope.of or scope.not_of):
            kept[key] = every
            continue
        needed = set().union(*(sentences.get(each, set()) for each in scope.of))
        barred = set().union(*(sentences.get(each, set()) for each in scope.not_of))
        kept[key] = [
            each
            for each in every
            if (not scope.of or each.sentence in needed) and each.sentence not in barred
        ]
    return kept
