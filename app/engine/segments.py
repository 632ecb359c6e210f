"""Cut an answer into stretches that are read alone: lines, bullets, sentences, arrows, code."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.engine.canonical import Canonical, canonicalise
from app.engine.reading import Kind
from app.engine.tokens import RawToken, tokenise
from app.engine.wrapping import continued

MOST_TOKENS = 120
"""Tokens of one segment: the parser's cost and errors grow with length, and people pause sooner."""

_BULLET = re.compile(
    r"[ \t]*(?:[-*+\u2022\u2013\u2014\u25cf\u25e6\u00b7]|\(?\d{1,2}[.)]|[a-z][.)])[ \t]+"
)
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+")
_TABLE_EDGE = re.compile(r"[ \t]*\|")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_ABBREVIATIONS = frozenset("e.g i.e eg ie etc vs approx incl resp fig cf ca".split())
_NUMBERED = frozenset(["no", "nos", "fig"])
"""Abbreviations only before a number: "no. 5"; else "no." ends a sentence."""
_SENTENCE_MARKS = frozenset(".!?")
_CLAUSE_MARKS = frozenset([";", "\u2192", "->", "=>", "\u2014", "|"])


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the answer without its list mark; offsets are the answer's.

    Attributes:
        wrapped: it goes on with the line before it.
    """

    start: int
    end: int
    kind: Kind
    paragraph: int
    wrapped: bool = False


@dataclass(frozen=True, slots=True)
class RawSegment:
    """A stretch to be read alone.

    Attributes:
        canonical: the text as the parser sees it.
        tokens: offsets count characters of `canonical`.
    """

    canonical: Canonical
    tokens: tuple[RawToken, ...]
    sentence: int
    paragraph: int
    kind: Kind

    @property
    def key(self) -> str:
        """What its parse depends on: its own words and nothing else."""
        return " ".join(token.text for token in self.tokens)


def lines(answer: str) -> Iterator[Line]:
    """Yield the lines that hold text, each with its kind and paragraph.

    A blank line ends a paragraph, unless bullets go on behind it.
    """
    paragraph, blank = 0, False
    last: Kind = "prose"
    rows = list(_rows(answer))
    wrapped = continued([row.text for row in rows], [row.is_prose for row in rows])
    for number, row in enumerate(rows):
        if not row.text.strip():
            blank = True
            continue
        if row.kind is None:
            continue
        goes_on = not row.mark and {number, number + 1} & wrapped
        kind: Kind = "prose" if goes_on else row.kind
        if (blank and not (kind == last == "bullet") and last != "heading") or (
            kind == "heading" and last != "heading"
        ):
            paragraph += 1
        yield Line(
            row.start + row.mark, row.start + len(row.text), kind, paragraph, number in wrapped
        )
        blank, last = False, kind


@dataclass(frozen=True, slots=True)
class _Row:
    """One line as it stands; `kind` is None at a fence, `mark` the length of its list mark."""

    text: str
    start: int
    kind: Kind | None
    mark: int

    @property
    def is_prose(self) -> bool:
        """Whether it can be a row of prose; one that ends in a colon may be a heading."""
        return bool(self.text.strip()) and self.kind in ("prose", "heading") and not self.mark


def _rows(answer: str) -> Iterator[_Row]:
    start, fenced = 0, False
    for text in answer.split("\n"):
        if _FENCE.match(text):
            fenced = not fenced
            yield _Row(text, start, None, 0)
        else:
            kind, mark = _kind(text, fenced=fenced)
            yield _Row(text, start, kind, mark)
        start += len(text) + 1


def _kind(text: str, *, fenced: bool) -> tuple[Kind, int]:
    """Return what sort of line this is, and how long its mark is."""
    if fenced:
        return "code", 0
    if match := _HEADING.match(text):
        return "heading", match.end()
    if match := _BULLET.match(text) or _TABLE_EDGE.match(text):
        return "bullet", match.end()
    if text.rstrip().endswith(":") and len(text) <= LONGEST_HEADING:
        return "heading", 0
    return "prose", 0


LONGEST_HEADING = 60
"""Characters: a line that ends in a colon and is longer introduces something, but is a sentence."""


LONG_LINE = 50
"""Characters: editors wrap prose near 60 to 80; a line this long goes on in the next."""


def raw_segments(answer: str) -> Iterator[RawSegment]:
    """Yield the segments of an answer in order; sentences are numbered through.

    Long prose lines of one paragraph run on: a hard-wrapped line does not end a sentence.
    """
    sentence = 0
    for block in _blocks(lines(answer)):
        canonical = canonicalise(answer, block.start, block.end)
        for stretch in _sentences(tokenise(canonical.text)):
            for piece in _clauses(stretch):
                yield RawSegment(canonical, tuple(piece), sentence, block.paragraph, block.kind)
            sentence += 1


def first_sentence(text: str) -> str:
    """Return the first sentence of a text as it stands there; all of a text that has only one."""
    end = 0
    for segment in raw_segments(text):
        if segment.sentence:
            break
        end = segment.canonical.ends[segment.tokens[-1].end - 1]
    return text[:end].strip()


def _blocks(every: Iterable[Line]) -> Iterator[Line]:
    """Join lines of prose that run on into one block."""
    held: Line | None = None
    last: Line | None = None
    for line in every:
        if held and last and (line.wrapped or _runs_on(last, line)):
            held, last = Line(held.start, line.end, held.kind, held.paragraph), line
            continue
        if held:
            yield held
        held = last = line
    if held:
        yield held


def _runs_on(last: Line, line: Line) -> bool:
    """Tell whether a line goes on with the long line of prose before it."""
    prose = line.kind == last.kind == "prose" and line.paragraph == last.paragraph
    return prose and last.end - last.start >= LONG_LINE


def _sentences(tokens: list[RawToken]) -> Iterator[list[RawToken]]:
    """Cut behind full stops, exclamation and question marks."""
    current: list[RawToken] = []
    for index, token in enumerate(tokens):
        current.append(token)
        if token.text in _SENTENCE_MARKS and _ends_sentence(tokens, index):
            yield current
            current = []
    if current:
        yield current


def _ends_sentence(tokens: list[RawToken], index: int) -> bool:
    """Tell whether the mark at `index` ends a sentence: space follows, no abbreviation before."""
    token = tokens[index]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.start == token.end:
        return False
    before = tokens[index - 1].text if index else ""
    if token.text != "." or after is None:
        return True
    numbered = before in _NUMBERED and after.text[:1].isdigit()
    return not (before in _ABBREVIATIONS or numbered)


def _clauses(tokens: list[RawToken]) -> Iterator[list[RawToken]]:
    """Cut at semicolons, dashes and arrows, and where a stretch grows too long to parse."""
    current: list[RawToken] = []
    for token in tokens:
        current.append(token)
        if token.text in _CLAUSE_MARKS or len(current) >= MOST_TOKENS:
            yield current
            current = []
    if current:
        yield current
