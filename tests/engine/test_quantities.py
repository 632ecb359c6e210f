"""Numbers with units, in base units."""

import pytest

from app.engine.quantities import Quantity, as_measure
from app.engine.ranges import quantities_in
from app.engine.reading import Token
from app.engine.tokens import tokenise
from app.engine.words import number_value, stem


def quantities(text: str) -> list[Quantity]:
    tokens = [
        Token(raw.start, raw.end, raw.text, stem(raw.text), number_value(raw.text), "", place, "")
        for place, raw in enumerate(tokenise(text.lower()))
    ]
    return list(quantities_in(tokens))


def only(text: str) -> Quantity:
    (quantity,) = quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("3", "count", 3),
        ("1,500", "count", 1_500),
        ("three", "count", 3),
        ("twenty five", "count", 25),
        ("twenty-five", "count", 25),
        ("a dozen", "count", 12),
        ("half a million", "count", 500_000),
        ("two hundred thousand", "count", 200_000),
        ("5k", "count", 5_000),
        ("2 bn", "count", 2e9),
        ("1 Mio", "count", 1e6),
        ("1 KB", "size", 1_000),
        ("1 KiB", "size", 1_024),
        ("16g", "size", 16e9),
        ("two gigs", "size", 2e9),
        ("1.2 PB", "size", 1.2e15),
        ("25 Gbit", "size", 3.125e9),
        ("3 ms", "duration", 0.003),
        ("half a second", "duration", 0.5),
        ("7-day", "duration", 604_800),
        ("a week", "duration", 604_800),
        ("5 min", "duration", 300),
        ("80%", "share", 0.8),
        ("50k events per second", "rate", 50_000),
        ("5M events/s", "rate", 5e6),
        ("1,500 rps", "rate", 1_500),
        ("864 million new links a day", "rate", 10_000),
        ("2 GB/s", "throughput", 2e9),
        ("8.64 TB per day", "throughput", 1e8),
        ("10 Gbps", "throughput", 1.25e9),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, measure: str, value: float) -> None:
    quantity = only(text)
    assert quantity.measure == measure
    assert quantity.value == pytest.approx(value)


def test_a_minimum_is_no_minute() -> None:
    assert [each.measure for each in quantities("RF 3 min ISR 2")] == ["count", "count"]
    assert [each.value for each in quantities("RF 3 min in-sync replicas 2")] == [3, 2]


def test_a_letter_is_a_multiplier_or_a_unit_as_it_is_asked_for() -> None:
    five = only("5m")
    minutes, count = as_measure(five, "duration"), as_measure(five, "count")
    assert minutes is not None
    assert count is not None
    assert (minutes.value, count.value) == (300, 5_000_000)


def test_six_billion_are_not_six_bytes() -> None:
    assert as_measure(only("6B"), "size") is None
    assert as_measure(only("500B"), "size") is not None


def test_a_duration_is_no_count() -> None:
    assert as_measure(only("3 ms"), "count") is None


def test_a_name_with_digits_is_no_number() -> None:
    assert quantities("p99 on s3 and ipv4") == []


def test_offsets_cover_number_and_unit() -> None:
    text = "about 50k events per second"
    quantity = only(text)
    assert text[quantity.start : quantity.end] == "50k events per second"
