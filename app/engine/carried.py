"""Carry what was found in an answer over to an edited one: unchanged paragraphs stay as read."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from app.engine.match import Match
from app.engine.occurrences import Occurrence
from app.engine.reading import Reading, Segment


@dataclass(frozen=True, slots=True)
class Shift:
    """How far a paragraph has moved: by words, segments, sentences and code points."""

    places: int
    segments: int
    sentences: int
    offsets: int

    def moved(self, match: Match) -> Match:
        """Return a match where it stands now."""
        if self == _STAYS:
            return match
        return replace(match, occurrences=tuple(map(self._moved, match.occurrences)))

    def _moved(self, each: Occurrence) -> Occurrence:
        return replace(
            each,
            segment=each.segment + self.segments,
            sentence=each.sentence + self.sentences,
            place=each.place + self.places,
            last=each.last + self.places,
            start=each.start + self.offsets,
            end=each.end + self.offsets,
        )


_STAYS = Shift(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Carried:
    """What of an edited answer is as it was.

    Attributes:
        shifts: how far they have moved, for the sentences of the answer before that are still
            there.
        fresh: the sentences of the edited answer that are in no unchanged paragraph.
    """

    shifts: Mapping[int, Shift]
    fresh: frozenset[int]


def carried(before: Reading, after: Reading) -> Carried:
    """Compare two readings by paragraphs, from the first and from the last one on."""
    old, new = _paragraphs(before), _paragraphs(after)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    pairs = list(zip(old[:head], new[:head], strict=True))
    pairs += zip(old[len(old) - tail :], new[len(new) - tail :], strict=True)
    shifts = {
        sentence: Shift(
            other.place - one.place,
            other.number - one.number,
            other.sentence - one.sentence,
            other.start - one.start,
        )
        for one, other in pairs
        for sentence in one.sentences
    }
    fresh = new[head : len(new) - tail]
    return Carried(shifts, frozenset(each for one in fresh for each in one.sentences))


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph: where its first word stands, and what makes two of them alike.

    Attributes:
        number: of its first segment.
        text: with the shape in which it was read.
    """

    number: int
    place: int
    sentence: int
    start: int
    sentences: frozenset[int]
    text: tuple[object, ...]


def _paragraphs(reading: Reading) -> list[_Paragraph]:
    found: list[_Paragraph] = []
    number = place = 0
    for _, group in groupby(reading.segments, key=lambda each: each.paragraph):
        segments = list(group)
        first = segments[0]
        found.append(
            _Paragraph(
                number=number,
                place=place,
                sentence=first.sentence,
                start=first.start,
                sentences=frozenset(each.sentence for each in segments),
                text=tuple(_shape(each, first) for each in segments),
            )
        )
        number += len(segments)
        place += sum(len(each.tokens) + 1 for each in segments)
    return found


def _shape(segment: Segment, first: Segment) -> object:
    """Return what a segment says and where in its paragraph."""
    spans = tuple((each.start - first.start, each.end - first.start) for each in segment.tokens)
    return segment.words, segment.sentence - first.sentence, spans


def _alike(old: list[_Paragraph], new: list[_Paragraph]) -> int:
    """Return how many paragraphs are alike from the first on."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one.text != other.text:
            break
        count += 1
    return count
