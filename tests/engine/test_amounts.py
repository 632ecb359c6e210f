"""Numbers as people say them."""

import math

import pytest

from app.engine.amounts import say, say_range


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        (3, "count", "3"),
        (50_000, "count", "50,000"),
        (3.5e12, "count", "3.5 trillion"),
        (1.2096e15, "size", "1.21 PB"),
        (500, "size", "500 bytes"),
        (2e9, "throughput", "2 GB/s"),
        (604_800, "duration", "7 days"),
        (14 * 86_400, "duration", "2 weeks"),
        (5 * 365 * 86_400, "duration", "5 years"),
        (300, "duration", "5 minutes"),
        (1, "duration", "1 second"),
        (0.003, "duration", "3 ms"),
        (50_000, "rate", "50,000 per second"),
        (100 / 86_400, "rate", "100 per day"),
        (0.8, "share", "80%"),
    ],
)
def test_a_number_is_said_in_a_fitting_unit(value: float, kind: str, said: str) -> None:
    assert say(value, kind) == said


def test_a_range_is_said_by_its_ends() -> None:
    assert say_range(3, 5, "count") == "3 to 5"
    assert say_range(2, math.inf, "count") == "at least 2"
    assert say_range(0, 100, "count") == "up to 100"
    assert say_range(3, 3, "count") == "3"
