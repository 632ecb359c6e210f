"""The small expressions of rules and conditions."""

import math

import pytest

from app.engine.expressions import (
    BadExpression,
    NotEnough,
    evaluate,
    judge,
    parse,
    samples,
    slots_in,
)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("rf - min_isr >= 1", True),
        ("acks == 'all' and rf >= 3", True),
        ("not (rf < 3)", True),
        ("1 < min_isr < rf", True),
        ("near(10, 19, 2)", True),
        ("near(10, 21, 2)", False),
        ("max(rf, min_isr) == 3", True),
        ("62 ** 7 > 3.5 * 10 ** 12", True),
        ("any_near(30, 2, 100, 100 / rf)", True),
        ("any_near(30, 2, 100, 200)", False),
    ],
)
def test_an_expression_has_its_value(expression: str, expected: bool) -> None:  # noqa: FBT001
    assert evaluate(expression, {"rf": 3.0, "min_isr": 2.0, "acks": "all"}) is expected


@pytest.mark.parametrize(
    "expression",
    ["rf / 0 > 1", "missing > 1", "9 ** 99 > 1", "2.0 ** 60 ** 60 > 1", "near(rf, 0, 2)"],
)
def test_what_cannot_be_computed_is_not_enough(expression: str) -> None:
    with pytest.raises(NotEnough):
        evaluate(expression, {"rf": 3.0})


@pytest.mark.parametrize(
    "expression",
    [
        "__import__('os')",
        "rf.real",
        "[rf]",
        "rf if rf else 1",
        "f'{rf}'",
        "lambda: 1",
        "(x := 3)",
        "rf and",
        "",
        "near(1, 2)",
        "open('x')",
        "max(rf, key=1)",
        "rf < 'all'",
        "1 + " * 60 + "1",
        "(" * 150,
    ],
)
def test_what_the_language_lacks_is_refused(expression: str) -> None:
    with pytest.raises(BadExpression):
        evaluate(expression, {"rf": 3.0})


def test_any_near_passes_over_estimates_whose_slots_were_not_said() -> None:
    assert evaluate("any_near(30, 2, size * copies, size)", {"size": 25.0}) is True


def test_any_near_without_a_single_estimate_is_not_enough() -> None:
    with pytest.raises(NotEnough):
        evaluate("any_near(30, 2, size * copies)", {"size": 25.0})


def test_slots_are_named_without_functions() -> None:
    assert slots_in("near(storage, rate * size, 2) and max(rf, 1) > 0") == {
        "storage", "rate", "size", "rf",
    }  # fmt: skip


def test_a_condition_is_judged_over_every_combination() -> None:
    rule = "rf - min_isr >= 1"
    assert judge(rule, {"rf": [3.0, 4.0], "min_isr": [2.0]}) is True
    assert judge(rule, {"rf": [2.0, 1.0], "min_isr": [2.0]}) is False
    assert judge(rule, {"rf": [2.0, 3.0], "min_isr": [2.0]}) is None


def test_a_slot_that_was_not_said_leaves_a_condition_open() -> None:
    assert judge("rf >= 3", {}) is None


def test_infinity_less_infinity_decides_nothing() -> None:
    assert judge("rf - min_isr >= 1", {"rf": [math.inf], "min_isr": [math.inf]}) is None


def test_a_range_is_tried_in_its_middle_too() -> None:
    assert judge("near(storage, 100, 2)", {"storage": samples(10, 1_000)}) is None


def test_an_open_range_is_tried_at_both_ends() -> None:
    assert samples(2, math.inf) == (2, math.inf)
    assert samples(3, 3) == (3,)


def test_a_long_expression_is_refused() -> None:
    with pytest.raises(BadExpression):
        parse("rf > " + "1" * 300)
