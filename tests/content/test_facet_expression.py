"""Facet expressions: what they mean, and what is refused."""

import pytest

from app.content.facet_expression import (
    And,
    AtLeast,
    FacetExpressionError,
    Name,
    Or,
    facets_in,
    fewest_more,
    holds,
    parse_facet_expression,
)


def test_and_binds_more_tightly_than_or() -> None:
    assert parse_facet_expression("a and b or c") == Or((And((Name("a"), Name("b"))), Name("c")))


def test_parentheses_come_first() -> None:
    assert parse_facet_expression("a and (b or c)") == And((Name("a"), Or((Name("b"), Name("c")))))


def test_a_number_of_several_may_be_asked_for() -> None:
    assert parse_facet_expression("2 of (a, b and c, d)") == AtLeast(
        2, (Name("a"), And((Name("b"), Name("c"))), Name("d"))
    )


def test_hyphens_and_digits_belong_to_names() -> None:
    assert parse_facet_expression("leaves-set-2") == Name("leaves-set-2")


@pytest.mark.parametrize(
    ("text", "met", "expected"),
    [
        ("a", "a", True),
        ("a", "b", False),
        ("a and b", "a", False),
        ("a and b", "ab", True),
        ("a or b", "b", True),
        ("a or b", "c", False),
        ("2 of (a, b, c)", "ac", True),
        ("2 of (a, b, c)", "b", False),
        ("a and (b or 2 of (c, d, e))", "ade", True),
        ("a and (b or 2 of (c, d, e))", "de", False),
    ],
)
def test_an_expression_holds_when_enough_is_met(text: str, met: str, *, expected: bool) -> None:
    assert holds(parse_facet_expression(text), set(met)) is expected


def test_all_names_are_found() -> None:
    assert facets_in(parse_facet_expression("a and (b or 2 of (c, d))")) == {"a", "b", "c", "d"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "a facet is missing at the end"),
        ("a and", "a facet is missing at the end"),
        ("a b", "'b' is one too many"),
        ("(a", r"'\)' is missing at the end"),
        ("a)", r"'\)' is one too many"),
        ("and", "a facet is missing before 'and'"),
        ("a or or b", "a facet is missing before 'or'"),
        ("2 of a", r"'\(' is missing before 'a'"),
        ("3 of (a, b)", "'3 of' 2 cannot be"),
        ("0 of (a, b)", "'0 of' 2 cannot be"),
        ("some of (a, b)", "'some of' 2 cannot be"),
        ("a & b", "'&' cannot stand"),
        ("not a", "'a' is one too many"),
        ("(" * 50 + "a" + ")" * 50, "more than 10 deep"),
    ],
)
def test_what_is_not_an_expression_is_refused(text: str, told: str) -> None:
    with pytest.raises(FacetExpressionError, match=told):
        parse_facet_expression(text)


@pytest.mark.parametrize(
    ("text", "met", "more"),
    [
        ("a", set(), 1),
        ("a and (b or c)", {"b"}, 1),
        ("a and (b or c)", set(), 2),
        ("2 of (a, b, c)", {"c"}, 1),
        ("a or b and c", {"a"}, 0),
    ],
)
def test_the_fewest_facets_that_are_still_needed_are_counted(
    text: str, met: set[str], more: int
) -> None:
    assert fewest_more(parse_facet_expression(text), met) == more
