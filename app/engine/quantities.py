"""Read numbers with their units from tokens; their spelling is never repaired."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.engine.reading import Token
from app.engine.units import DURATIONS, MULTIPLIERS, RATES, SHORT_UNITS, SIZES, THROUGHPUTS

Measure = Literal["count", "size", "duration", "rate", "throughput", "share"]

_PER = frozenset(("per", "/", "a", "an", "each", "every"))
_NOT_MINUTES = frozenset({"isr", "insync", "sync", "replicas", "replica", ".", "=", ":"})
_NOT_COUNTED = frozenset({"in", "for", "and", "or", "with", "is", "are", "at", "on", "to", "by",
                          "from", "that", "which", "we", "it", "so", "but", "if", "as", "into",
                          "over"})  # fmt: skip
"""Words that end the noun phrase a number counts: "50k events per second", not "3 for a day"."""
_WORDS_BETWEEN = 4
_MOST_MULTIPLIERS = 3
"""Two hundred thousand million: nobody says more, and numbers stay finite."""
_LEAST_BYTES = 32
"""From this number on "500B" may be bytes; "6B" is six billion."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    Attributes:
        measure: what is measured; a count has no unit.
        value: the number as written, in base units: bytes, seconds, per second, bytes a second, a
            share of one.
        low, high: what it may be: equal to `value`, or the ends of a range ("3-5", "at least 2").
        first, last: half-open range of the tokens read, from the number to the end of its unit.
        begins: first token with what qualifies the number ("at least", "about").
        bare: the number alone; times `multiplier` and `factor` (of its unit) it is `value`.
        unit: the short letter the multiplier was written with, if any.
    """

    measure: Measure
    value: float
    low: float
    high: float
    start: int
    end: int
    first: int
    last: int
    begins: int
    approximate: bool = False
    bare: float = 0.0
    multiplier: float = 1.0
    factor: float = 1.0
    unit: str = ""


def as_measure(quantity: Quantity, measure: Measure) -> Quantity | None:
    """Return the quantity as one of `measure`, or None if its unit does not fit.

    A letter may be a multiplier or a unit ("5m"): what is asked for decides. A share may be
    written as a number up to one.
    """
    if quantity.measure == measure:
        return quantity
    if quantity.measure != "count":
        return None
    factor = SHORT_UNITS.get(quantity.unit, {}).get(measure)
    if factor and (quantity.unit != "b" or quantity.bare >= _LEAST_BYTES):
        return scaled(quantity, measure, factor / quantity.multiplier)
    if measure == "share" and 0 < quantity.high <= 1:
        return scaled(quantity, measure, 1.0)
    return None


def scaled(quantity: Quantity, measure: Measure, factor: float) -> Quantity:
    """Return the quantity times `factor`, as another measure."""
    return replace(
        quantity,
        measure=measure,
        value=quantity.value * factor,
        low=quantity.low * factor,
        high=quantity.high * factor,
    )


def numbers(tokens: Sequence[Token]) -> Iterator[Quantity]:
    """Yield numbers with units, before bounds and ranges."""
    index = 0
    while index < len(tokens):
        quantity = _quantity_at(tokens, index)
        if quantity is None:
            index += 1
            continue
        yield quantity
        index = quantity.last


def _quantity_at(tokens: Sequence[Token], first: int) -> Quantity | None:
    """Return the quantity that begins at a token."""
    number = _number_at(tokens, first) or _article_at(tokens, first)
    if number is None:
        return None
    bare, multiplier, last, unit = number
    measure, factor, after = _unit_at(tokens, last)
    value = bare * multiplier * factor
    return Quantity(
        measure, value, value, value, tokens[first].start, tokens[after - 1].end,
        first, after, first, bare=bare, multiplier=multiplier, factor=factor, unit=unit,
    )  # fmt: skip


def _article_at(tokens: Sequence[Token], first: int) -> tuple[float, float, int, str] | None:
    """Read "a second", "a million", "half a day" as one of it."""
    if tokens[first].text not in ("a", "an") or first + 1 >= len(tokens):
        return None
    after = tokens[first + 1].text
    if after in MULTIPLIERS and len(after) > 2:
        scale, last, unit = _multiplied(tokens, first + 1)
        return 1.0, scale, last, unit
    return (1.0, 1.0, first + 1, "") if after in DURATIONS and len(after) > 2 else None


def _number_at(tokens: Sequence[Token], first: int) -> tuple[float, float, int, str] | None:
    """Read digits or number words: the number, its multiplier, the token behind, a unit letter."""
    bare = 12.0 if tokens[first].text == "dozen" else tokens[first].number
    if bare is None:
        return None
    last = first + 1
    if _is_tens(tokens, first) and last < len(tokens):
        step = last + (tokens[last].text == "-")
        ones = tokens[step].number if step < len(tokens) else None
        if ones is not None and 1 <= ones <= 9 and tokens[step].text.isalpha():
            bare, last = bare + ones, step + 1
    if bare == 0.5 and last < len(tokens) and tokens[last].text in ("a", "an"):
        last += 1
    scale, last, unit = _multiplied(tokens, last)
    return bare, scale, last, unit


def _is_tens(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a token is a word such as twenty, to which another number word may be added."""
    token = tokens[index]
    return token.text.isalpha() and token.number is not None and 20 <= token.number <= 90


def _multiplied(tokens: Sequence[Token], last: int) -> tuple[float, int, str]:
    """Read multipliers from `last` on: their product, the token behind, a short letter."""
    scale, unit = 1.0, ""
    for _ in range(_MOST_MULTIPLIERS):
        text = _text(tokens, last)
        if text not in MULTIPLIERS:
            break
        if len(text) == 1:
            if tokens[last].start != tokens[last - 1].end and text != "k":
                break
            unit = text
        scale *= MULTIPLIERS[text]
        last += 1
    return scale, last, unit


def _unit_at(tokens: Sequence[Token], last: int) -> tuple[Measure, float, int]:
    """Read the unit from `last` on, hyphen or not: what is measured, factor, token behind."""
    step = last + 1 if _hyphen_before_unit(tokens, last) else last
    text = _text(tokens, step)
    if text in ("%", "percent", "pct"):
        return "share", 0.01, step + 1
    if text in THROUGHPUTS:
        return "throughput", THROUGHPUTS[text], step + 1
    if text in SIZES:
        per, after = _per_time(tokens, step + 1)
        return ("throughput", SIZES[text] * per, after) if per else ("size", SIZES[text], step + 1)
    if text in DURATIONS and _is_time(tokens, step):
        return "duration", DURATIONS[text], step + 1
    per, after = _per_time(tokens, last)
    return ("rate", per, after) if per else ("count", 1.0, last)


def _hyphen_before_unit(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "7-day" stands here: a hyphen and then a unit."""
    after = _text(tokens, index + 1)
    return _text(tokens, index) == "-" and (after in SIZES or after in DURATIONS)


def _is_time(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a unit of time is one here: "RF 3 min ISR 2" speaks of no minutes."""
    if tokens[index].text != "min":
        return True
    after = _text(tokens, index + 1)
    in_sync = after == "in" and _text(tokens, index + 2) in ("-", "sync")
    return not in_sync and after not in _NOT_MINUTES


def _per_time(tokens: Sequence[Token], index: int) -> tuple[float, int]:
    """Read "per second", "/s", "new links a day": times a second (0 if not so), token behind."""
    for step in range(index, min(index + _WORDS_BETWEEN + 1, len(tokens))):
        text = tokens[step].text
        if text in RATES:
            return RATES[text], step + 1
        if text in _PER and _text(tokens, step + 1) in DURATIONS and _is_time(tokens, step + 1):
            return 1 / DURATIONS[_text(tokens, step + 1)], step + 2
        if text in _NOT_COUNTED or tokens[step].number is not None or not text.isalpha():
            break
    return 0.0, index


def _text(tokens: Sequence[Token], index: int) -> str:
    """Return a token's text, or nothing outside the tokens."""
    return tokens[index].text if 0 <= index < len(tokens) else ""
