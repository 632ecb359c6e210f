"""Read slots from tables with pipes: names in the first row, values below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.engine.patterns import Patterns
from app.engine.ranges import quantities_in
from app.engine.reading import Segment, Token
from app.engine.spellings import Found
from app.engine.subjects import subject_of

_LEAST_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's value for a slot: its tokens, and the subject its row begins with."""

    slot: str
    tokens: Sequence[Token]
    found: Found
    subject: str


class Table:
    """What the last row of names promised about the rows below it."""

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = patterns
        self._columns: dict[int, str] = {}
        self._width = 0

    def read(self, line: Sequence[Segment]) -> Iterator[Cell]:
        """Yield the values of one line, if it is a row below a row of names."""
        tokens = [token for segment in line for token in segment.tokens]
        cells = _cells(tokens)
        if len(cells) < _LEAST_COLUMNS:
            self._columns = {}
        elif _is_rule(tokens):
            return
        elif self._columns and len(cells) == self._width:
            yield from self._row(cells)
        else:
            self._columns = self._header(cells)
            self._width = len(cells)

    def _header(self, cells: Sequence[Sequence[Token]]) -> dict[int, str]:
        """Return which columns are named after slots: at least two of them make a table."""
        named: dict[int, str] = {}
        for number, cell in enumerate(cells):
            for match in self._patterns.find(cell, {}):
                if match.first == 0 and match.value is None:
                    named.setdefault(number, match.pattern.slot)
        return named if len(named) >= _LEAST_COLUMNS else {}

    def _row(self, cells: Sequence[Sequence[Token]]) -> Iterator[Cell]:
        """Yield the values of a row."""
        subject = "" if 0 in self._columns else subject_of(cells[0])
        for number, slot in self._columns.items():
            cell = cells[number]
            filed = {quantity.first: quantity for quantity in quantities_in(cell)}
            for index in range(len(cell)):
                if found := self._patterns.value_at(slot, cell, index, filed):
                    yield Cell(slot, cell, found, subject)
                    break


def _cells(tokens: Sequence[Token]) -> Sequence[Sequence[Token]]:
    """Cut a line at its pipes; the table's edges are no cells."""
    cells: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == "|":
            cells.append([])
        else:
            cells[-1].append(token)
    if cells and not cells[-1]:
        cells.pop()
    return cells[1:] if cells and not cells[0] else cells


def _is_rule(tokens: Sequence[Token]) -> bool:
    """Tell whether a line only draws: |---|:--:|."""
    return all(not token.stem for token in tokens)
