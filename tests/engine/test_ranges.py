"""Ranges and bounds of numbers."""

import math

import pytest

from app.engine.quantities import Quantity
from app.engine.ranges import quantities_in
from app.engine.reading import Token
from app.engine.tokens import tokenise
from app.engine.words import number_value, stem


def only(text: str) -> Quantity:
    tokens = [
        Token(raw.start, raw.end, raw.text, stem(raw.text), number_value(raw.text), "", place, "")
        for place, raw in enumerate(tokenise(text.lower()))
    ]
    (quantity,) = quantities_in(tokens)
    return quantity


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("3-5 days", 3 * 86_400, 5 * 86_400),
        ("3 to 5 days", 3 * 86_400, 5 * 86_400),
        ("between 100 and 200 MB per second", 1e8, 2e8),
        ("1-2 million events per second", 1e6, 2e6),
        ("10k to 20k events/s", 1e4, 2e4),
        ("at least two", 2, math.inf),
        ("more than 2", 2, math.inf),
        (">= 3", 3, math.inf),
        ("3 or more", 3, math.inf),
        ("3+", 3, math.inf),
        ("up to 100", 0, 100),
        ("no more than 100", 0, 100),
        ("7", 7, 7),
    ],
)
def test_a_range_or_bound_has_two_ends(text: str, low: float, high: float) -> None:
    quantity = only(text)
    assert (quantity.low, quantity.high) == pytest.approx((low, high))


@pytest.mark.parametrize("text", ["about 30", "~30", "roughly 30", "3-5"])
def test_a_rough_number_is_told_as_one(text: str) -> None:
    assert only(text).approximate


def test_a_plain_number_is_not_rough() -> None:
    assert not only("30").approximate
