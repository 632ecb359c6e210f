"""How an answer is laid out: its sentences and the lines, bullets and paragraphs they stand in."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from app.engine.improving.sentences import LEANING
from app.engine.reading import Kind, Reading, Segment
from app.engine.segments import Line, lines
from app.engine.wordings import STOP_WORDS

_CLOSERS = frozenset(")]\"'\u201d\u2019*_`")
"""Marks that close what a sentence opened; they still belong to it."""
_ENDS = frozenset(".!?\u2026:;,")
_REFERRING = frozenset("it its this that these those they them their there afterwards".split())
_SPOKEN_FIRST = 4
"""Words at the start of a sentence among which such a word points at the sentence before."""
_COUNTED = re.compile(r"\s*\(?(?:\d{1,2}|[a-z])[.)]\s*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an answer, with its marks.

    Attributes:
        line: number of the line it ends in.
        leans: begins by speaking on of the sentence before it.
        refers: points at that sentence soon after it begins ("Change it afterwards and ...").
        words: families of its content words.
    """

    start: int
    end: int
    paragraph: int
    kind: Kind
    line: int
    leans: bool
    refers: bool
    words: frozenset[str]


class Layout:
    """The lines and sentences of one answer."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.answer = reading.answer
        self.lines: Sequence[Line] = list(lines(reading.answer))
        self._starts = [line.start for line in self.lines]
        self.sentences: Sequence[Sentence] = [
            self._sentence(reading, numbers) for numbers in _by_sentence(reading)
        ]

    def at(self, offset: int) -> int:
        """Return the number of the sentence that holds an offset, or of the last before it."""
        return max(0, bisect_right(self.sentences, offset, key=lambda each: each.start) - 1)

    def mark(self, line: int) -> str:
        """Return a line's indentation and list mark; "" for plain prose."""
        start = self.answer.rfind("\n", 0, self.lines[line].start) + 1
        return self.answer[start : self.lines[line].start]

    def is_table(self, line: int) -> bool:
        """Tell whether a line is a row of a table."""
        return "|" in self.mark(line)

    def is_counted(self, line: int) -> bool:
        """Tell whether a list item has a number or letter of its own."""
        return bool(_COUNTED.fullmatch(self.mark(line)))

    def item_end(self, line: int) -> int:
        """Return the last line of a list item: with what continues it and what is below it."""
        last = line
        depth = len(self.mark(line)) - len(self.mark(line).lstrip())
        for number in range(line + 1, len(self.lines)):
            following = self.lines[number]
            indent = len(self.mark(number)) - len(self.mark(number).lstrip())
            below = following.kind == "prose" or indent > depth
            if following.paragraph != self.lines[line].paragraph or not below:
                break
            last = number
        return last

    def ends_unmarked(self, offset: int) -> bool:
        """Tell whether the text before an offset lacks the mark that ends a sentence."""
        before = self.answer[:offset].rstrip("".join(_CLOSERS))
        return bool(before) and before[-1] not in _ENDS

    def is_by_line(self, paragraph: int) -> bool:
        """Tell whether each line of a paragraph of prose holds whole sentences, as notes do."""
        ends = self._sentence_ends
        prose = [line for line in self.lines if line.paragraph == paragraph]
        prose = [line for line in prose if line.kind == "prose"]
        return len(prose) > 1 and all(self._trimmed(line) in ends for line in prose)

    @cached_property
    def _sentence_ends(self) -> frozenset[int]:
        return frozenset(each.end for each in self.sentences)

    def _trimmed(self, line: Line) -> int:
        return line.start + len(self.answer[line.start : line.end].rstrip())

    def _sentence(self, reading: Reading, numbers: Sequence[int]) -> Sentence:
        first, last = reading.segments[numbers[0]], reading.segments[numbers[-1]]
        end = last.end
        while end < len(self.answer) and self.answer[end] in _CLOSERS:
            end += 1
        return Sentence(
            start=first.start,
            end=end,
            paragraph=last.paragraph,
            kind=last.kind,
            line=max(0, bisect_right(self._starts, last.end - 1) - 1),
            leans=first.tokens[0].text in LEANING,
            refers=any(token.text in _REFERRING for token in first.tokens[:_SPOKEN_FIRST]),
            words=content_words(reading.segments[number] for number in numbers),
        )


def _by_sentence(reading: Reading) -> list[list[int]]:
    numbered = enumerate(reading.segments)
    groups = groupby(numbered, key=lambda item: item[1].sentence)
    return [[number for number, _ in group] for _, group in groups]


def content_words(segments: Iterable[Segment]) -> frozenset[str]:
    """Return the families of the words in some segments that say what they are about."""
    return frozenset(
        token.stem
        for segment in segments
        for token in segment.tokens
        if token.stem and token.text not in STOP_WORDS and token.number is None
    )
