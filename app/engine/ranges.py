"""Join numbers to ranges and read their bounds: "3 to 5", "at least 2", "about 30", "3 or more"."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.engine.quantities import Quantity, numbers, scaled
from app.engine.reading import Segment, Token


def _phrases(*texts: str) -> frozenset[tuple[str, ...]]:
    """Return phrases cut into words."""
    return frozenset(tuple(text.split()) for text in texts)


_ABOUT = ("about", "around", "roughly", "approximately", "approx", "circa", "nearly", "almost",
          "some", "say", "~", "\u2248", "maybe", "perhaps", "ish")  # fmt: skip
_LEAST = _phrases(
    "at least", "no fewer than", "no less than", "not less than", "more than", "over", "above",
    ">=", ">", "\u2265", "minimum of", "a minimum of", "upwards of",
)  # fmt: skip
_MOST = _phrases(
    "at most", "up to", "no more than", "not more than", "less than", "fewer than", "under",
    "below", "<=", "<", "\u2264", "maximum of", "a maximum of", "max of",
)  # fmt: skip
_BOUNDS = sorted(_LEAST | _MOST, key=lambda phrase: (-len(phrase), phrase))
"""Longest first: "no more than" is not "more than"."""


def quantities(segment: Segment) -> tuple[Quantity, ...]:
    """Return the quantities of a segment in order, each in base units."""
    return quantities_in(segment.tokens)


def quantities_in(tokens: Sequence[Token]) -> tuple[Quantity, ...]:
    """Return the quantities of some tokens in order, ranges joined and bounds read."""
    found = _join_ranges(tokens, list(numbers(tokens)))
    return tuple(_bounded(tokens, quantity) for quantity in found)


def _join_ranges(tokens: Sequence[Token], found: list[Quantity]) -> Iterator[Quantity]:
    """Yield quantities, "3 to 5" and "10-20 MB" as one."""
    index = 0
    while index < len(found):
        joined = index + 1 < len(found) and _range(tokens, found[index], found[index + 1])
        yield joined or found[index]
        index += 2 if joined else 1


def _range(tokens: Sequence[Token], low: Quantity, high: Quantity) -> Quantity | None:
    """Return two neighbours as one range, if they are the ends of one."""
    between = [token.text for token in tokens[low.last : high.first]]
    if not (
        between in (["-"], ["\u2014"], ["to"], ["through"], ["or"], [".", "."])
        or (between == ["and"] and _text(tokens, low.first - 1) == "between")
    ):
        return None
    if low.measure == "count":
        multiplier = high.multiplier if low.multiplier == 1.0 else 1.0
        low = scaled(low, high.measure, multiplier * high.factor)
    if low.measure != high.measure or low.value >= high.value:
        return None
    return replace(
        high, low=low.low, start=low.start, first=low.first, begins=low.begins, approximate=True
    )


def _bounded(tokens: Sequence[Token], quantity: Quantity) -> Quantity:
    """Return the quantity with what stands before or behind it: at least, up to, about, or more."""
    before = [token.text for token in tokens[max(0, quantity.first - 4) : quantity.first]]
    for parts in _BOUNDS:
        during = parts == ("over",) and quantity.measure == "duration"
        if before[-len(parts) :] == list(parts) and not during:
            begins = quantity.first - len(parts)
            if parts in _LEAST:
                return replace(quantity, high=math.inf, begins=begins)
            return replace(quantity, low=0.0, begins=begins)
    if before and before[-1] in _ABOUT:
        return replace(quantity, begins=quantity.first - 1, approximate=True)
    if _or_more(tokens, quantity.last):
        return replace(quantity, high=math.inf)
    return quantity


def _or_more(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether "or more", "or better" or a plus sign follows."""
    if _text(tokens, last) == "+":
        return True
    return _text(tokens, last) == "or" and _text(tokens, last + 1) in ("more", "better", "higher")


def _text(tokens: Sequence[Token], index: int) -> str:
    """Return a token's text, or nothing outside the tokens."""
    return tokens[index].text if 0 <= index < len(tokens) else ""
