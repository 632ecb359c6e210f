"""Slot expressions: which are understood, and that nothing else is."""

import pytest

from app.content.slot_expression import SlotExpressionError, is_slot_name, parse_slot_expression


@pytest.mark.parametrize(
    "text",
    [
        "rf - min_isr >= 1 and acks == 'all'",
        "near(storage, rate * size * retention / 2, 2)",
        "max(a, b) < min(c, d, 3.5)",
        "not (1 <= rf <= 3) or -rf < 0",
        "62 ** code_length >= links",
        "any_near(storage, 2, rate * size, rate * size * rf)",
    ],
)
def test_the_grammar_of_the_rubric_language_is_understood(text: str) -> None:
    assert parse_slot_expression(text).text == text


def test_slots_are_named_and_functions_are_none() -> None:
    assert parse_slot_expression("near(rf, min_isr + 1, 2)").slots == {"rf", "min_isr"}


def test_words_that_a_slot_is_compared_with_are_found() -> None:
    assert parse_slot_expression("acks == 'all' or 'none' != acks").choices == {
        ("acks", "all"),
        ("acks", "none"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "rf =",
        "__import__('os').system('x')",
        "rf.real",
        "rf[0]",
        "[rf for rf in x]",
        "lambda: 1",
        "rf ** 99999",
        "rf // 2",
        "rf if a else b",
        "rf is 1",
        "rf in x",
        "True",
        "None",
        "b'x'",
        "1j",
        "...",
        "f'{rf}'",
        "print(rf)",
        "near(rf, 1)",
        "max(rf)",
        "min(*rf, 1)",
        "near(a, b, factor=2)",
        "(rf := 2)",
        "(" * 190,
        "-" * 190,
    ],
)
def test_everything_else_is_refused(text: str) -> None:
    with pytest.raises(SlotExpressionError):
        parse_slot_expression(text)


def test_who_writes_one_equals_sign_is_told_to_write_two() -> None:
    with pytest.raises(SlotExpressionError, match="to compare, write '=='"):
        parse_slot_expression("rf = 3")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("min_isr", True), ("min-isr", False), ("near", False), ("and", False), ("2x", False)],
)
def test_slot_names_are_those_that_expressions_can_speak_of(name: str, *, expected: bool) -> None:
    assert is_slot_name(name) is expected


@pytest.mark.parametrize(
    "text",
    [
        "'ab' * 999999999",
        "acks == 'a' * 9",
        "3 < 'x'",
        "-'x' == 1",
        "min('a', 'b')",
        "'x'",
        "rf and 'x'",
    ],
)
def test_words_are_not_counted_with(text: str) -> None:
    with pytest.raises(SlotExpressionError, match="compared"):
        parse_slot_expression(text)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("acks == 'all'", set()),
        ("acks != 'all' and rf >= 2", {"rf"}),
        ("acks == other", set()),
        ("acks * 99999999 == other", {"acks", "other"}),
        ("near(rf, n, 2) or not acks", {"rf", "n", "acks"}),
        ("acks", {"acks"}),
        ("rf == 3", {"rf"}),
        ("1 < rf < n", {"rf", "n"}),
    ],
)
def test_slots_that_are_counted_with_are_known(text: str, amounts: set[str]) -> None:
    assert parse_slot_expression(text).amounts == amounts
