"""Two texts line by line: what stayed, what went, what came, with the words that differ marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

from app.engine.word_diff import Run, word_diff

AROUND = 3
"""Unchanged lines shown before and after a change."""

MOST_COMPARED = 4_000
"""Lines of the changed middle that are compared one by one: two files that share nothing take
longer than their square, and nobody reads such a comparison."""

LONGEST_MARKED = 2_000
"""Characters of a line within which single words are marked."""

Kind = Literal["same", "removed", "added"]
Opcode = tuple[str, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a comparison.

    Attributes:
        before, after: its number in the old and the new text, from 1; None where it is not there.
        runs: its words; those that are not `same` make the difference. Empty for an empty line.
    """

    kind: Kind
    before: int | None
    after: int | None
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Hunk:
    """Lines that changed, with some around them.

    Attributes:
        skipped: how many unchanged lines are left out before it.
    """

    skipped: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TextChanges:
    """How one text became another.

    Attributes:
        added, removed: counts of lines.
        tail: how many unchanged lines are left out at the end.
    """

    hunks: tuple[Hunk, ...]
    added: int
    removed: int
    tail: int

    @property
    def any(self) -> bool:
        """Whether a line differs."""
        return bool(self.hunks)


def text_changes(before: str, after: str) -> TextChanges:
    """How `before` becomes `after`, line by line."""
    a, b = before.splitlines(), after.splitlines()
    opcodes = list(_opcodes(a, b))
    hunks: list[Hunk] = []
    shown = 0
    for group in _groups(opcodes):
        rows = tuple(row for code in group for row in _rows(code, a, b))
        hunks.append(Hunk(group[0][1] - shown, rows))
        shown = group[-1][2]
    return TextChanges(
        hunks=tuple(hunks),
        added=sum(j2 - j1 for tag, _, _, j1, j2 in opcodes if tag != "equal"),
        removed=sum(i2 - i1 for tag, i1, i2, _, _ in opcodes if tag != "equal"),
        tail=len(a) - shown if hunks else 0,
    )


def _opcodes(a: Sequence[str], b: Sequence[str]) -> Iterator[Opcode]:
    """Yield what difflib says of the lines between the common beginning and the common end."""
    start = _common(a, b)
    end = _common(a[start:][::-1], b[start:][::-1])
    inner_a, inner_b = a[start : len(a) - end], b[start : len(b) - end]
    if start:
        yield "equal", 0, start, 0, start
    if max(len(inner_a), len(inner_b)) > MOST_COMPARED:
        yield "replace", start, len(a) - end, start, len(b) - end
    else:
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, inner_a, inner_b).get_opcodes():
            yield tag, i1 + start, i2 + start, j1 + start, j2 + start
    if end:
        yield "equal", len(a) - end, len(a), len(b) - end, len(b)


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    pairs = zip(a, b, strict=False)
    return next((place for place, (x, y) in enumerate(pairs) if x != y), min(len(a), len(b)))


def _groups(opcodes: Sequence[Opcode]) -> Iterator[list[Opcode]]:
    """Yield changes that lie near each other with the unchanged lines around them."""
    group: list[Opcode] = []
    for place, (tag, i1, i2, j1, j2) in enumerate(opcodes):
        first, last = place == 0, place == len(opcodes) - 1
        if tag != "equal" or (group and not last and i2 - i1 <= 2 * AROUND):
            group.append((tag, i1, i2, j1, j2))
        else:
            if group:
                kept = min(AROUND, i2 - i1)
                yield [*group, (tag, i1, i1 + kept, j1, j1 + kept)]
            kept = min(AROUND, i2 - i1)
            group = [] if last else [(tag, i2 - kept, i2, j2 - kept, j2)]
            if first and last:
                return
    if group:
        yield group


def _rows(code: Opcode, a: Sequence[str], b: Sequence[str]) -> Iterator[Row]:
    tag, i1, i2, j1, j2 = code
    if tag == "equal":
        for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
            yield Row("same", i + 1, j + 1, _whole("same", b[j]))
        return
    pairs = list(zip_longest(a[i1:i2], b[j1:j2]))
    if tag != "replace" or i2 - i1 != j2 - j1:
        pairs = [*((x, None) for x in a[i1:i2]), *((None, y) for y in b[j1:j2])]
    told = [_told(x, y) for x, y in pairs]
    for i, (gone, _) in zip(range(i1, i2), told, strict=False):
        yield Row("removed", i + 1, None, gone)
    for j, (_, come) in zip(range(j1, j2), told[-(j2 - j1) :] if j2 > j1 else [], strict=False):
        yield Row("added", None, j + 1, come)


Runs = tuple[Run, ...]


def _told(old: str | None, new: str | None) -> tuple[Runs, Runs]:
    """Return the runs of a line that went and of the line that took its place."""
    if old is None or new is None or max(len(old), len(new)) > LONGEST_MARKED:
        return _whole("removed", old or ""), _whole("added", new or "")
    runs = word_diff(old, new)
    kept = [run for run in runs if run.kind == "same"]
    if not any(run.text.strip() for run in kept) or old.split() == new.split():
        return _whole("removed", old), _whole("added", new)
    gone = tuple(run for run in runs if run.kind != "added")
    come = tuple(run for run in runs if run.kind != "removed")
    return gone, come


def _whole(kind: Kind, line: str) -> Runs:
    return (Run(kind, line),) if line else ()
