"""Read settings and numbers from an answer: which slot, what value, about what, how surely."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from app.content.rubric import Slot
from app.engine.bindings import Bound, Line
from app.engine.meant import is_default, is_supposed
from app.engine.patterns import Patterns
from app.engine.reading import Reading, Segment
from app.engine.subjects import subject_of
from app.engine.tables import Cell, Table


@dataclass(frozen=True, slots=True)
class SlotValue:
    """A value of a slot, as an answer says it.

    Attributes:
        low, high: the value in base units, or the ends of a range; 0 for a choice.
        choice: the canonical value of a choice, else None.
        start, end: the stretch from the name to the end of the value.
        segment: index in the reading.
        context: the subject it is about ("payments"), or "".
        default: said to be what holds by default, not the candidate's own setting.
        unsure: hypothetical, or one of several compared.
        named: beside its name, not read from a phrase.
    """

    slot: str
    kind: str
    low: float
    high: float
    choice: str | None
    start: int
    end: int
    segment: int
    sentence: int
    paragraph: int
    context: str = ""
    default: bool = False
    unsure: bool = False
    named: bool = True
    approximate: bool = False

    @property
    def same(self) -> tuple[float, float, str | None]:
        """What makes two values equal."""
        return self.low, self.high, self.choice


MOST_VALUES = 300
"""Values read from one answer; real ones hold some sixty at most; they are compared in pairs."""


def read_slots(reading: Reading, patterns: Patterns) -> tuple[SlotValue, ...]:
    """Return the values the answer gives to the slots of `patterns`, in order of the answer.

    Negated, rejected, asked and reported stretches give none. What is said behind the first
    `MOST_VALUES` is not read.
    """
    table = Table(patterns)
    found: list[SlotValue] = []
    heading, heading_paragraph = "", -1
    numbered = enumerate(reading.segments)
    for _, group in groupby(numbered, key=lambda item: item[1].sentence):
        segments = list(group)
        number, first = segments[0]
        if first.kind == "heading":
            heading, heading_paragraph = subject_of(first.tokens), first.paragraph
        if cells := list(table.read([segment for _, segment in segments])):
            found += [_from_cell(cell, number, first, patterns.slots) for cell in cells]
        else:
            about = heading if first.paragraph == heading_paragraph else ""
            found += _from_line(Line(patterns, segments), about)
        if len(found) > MOST_VALUES:
            break
    return tuple(sorted(found, key=lambda value: (value.start, value.end))[:MOST_VALUES])


def _from_line(line: Line, heading: str) -> Iterator[SlotValue]:
    """Yield the values of a sentence; `heading` names their subject if it does not."""
    for pair in line.bound:
        begin, end = line.reach(pair)
        number, segment = line.owner[pair.found.first]
        low, high, approximate = _range(pair)
        yield SlotValue(
            slot=pair.match.pattern.slot,
            kind=line.patterns.slots[pair.match.pattern.slot].kind,
            low=low,
            high=high,
            choice=pair.found.choice,
            start=line.tokens[begin].start,
            end=line.tokens[end - 1].end,
            segment=number,
            sentence=segment.sentence,
            paragraph=segment.paragraph,
            context=line.subject(pair) or heading,
            default=is_default(line.tokens, begin, end),
            unsure=line.is_compared
            or line.polarity(pair) == "hypothetical"
            or is_supposed(line.tokens, begin),
            named=pair.match.value is None,
            approximate=approximate,
        )


def _from_cell(cell: Cell, number: int, segment: Segment, slots: Mapping[str, Slot]) -> SlotValue:
    """Return the value in a table's cell."""
    quantity = cell.found.quantity
    return SlotValue(
        slot=cell.slot,
        kind=slots[cell.slot].kind,
        low=quantity.low if quantity else 0.0,
        high=quantity.high if quantity else 0.0,
        choice=cell.found.choice,
        start=cell.tokens[cell.found.first].start,
        end=cell.tokens[cell.found.last - 1].end,
        segment=number,
        sentence=segment.sentence,
        paragraph=segment.paragraph,
        context=cell.subject,
        approximate=quantity.approximate if quantity else False,
    )


def _range(pair: Bound) -> tuple[float, float, bool]:
    """Return the ends of a value; bounds that the phrase itself says are no range."""
    quantity = pair.found.quantity
    if quantity is None:
        return 0.0, 0.0, False
    if pair.match.value and pair.match.first <= quantity.begins < quantity.first:
        return quantity.value, quantity.value, quantity.approximate
    return quantity.low, quantity.high, quantity.approximate
