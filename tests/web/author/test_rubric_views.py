"""Promises of app/web/author/rubric_views.py."""

import pytest

from app.content.facet_expression import parse_facet_expression
from app.web.author.rubric_views import in_words, rubric_reading
from tests import make

LABELS = {"how": "how it works", "why": "why it matters", "price": "what it costs"}


@pytest.mark.parametrize(
    ("expression", "told"),
    [
        ("how", "“how it works”"),
        ("how and why", "“how it works” and “why it matters”"),
        ("how and (why or price)", "“how it works” and (“why it matters” or “what it costs”)"),
        (
            "2 of (how, why, price)",
            "2 of these 3: “how it works”; “why it matters”; “what it costs”",
        ),
        (
            "how or 2 of (why, price)",
            "“how it works” or (2 of “why it matters”; “what it costs”)",
        ),
    ],
)
def test_an_expression_is_told_with_the_labels_of_its_facets(expression: str, told: str) -> None:
    assert in_words(parse_facet_expression(expression), LABELS) == told


def test_concepts_are_read_by_area_with_what_they_need() -> None:
    reading = rubric_reading(
        make.rubric(
            make.concept_data(),
            make.concept_data(id="lag", area="trade-offs", weight=1),
            make.concept_data(id="acks"),
        )
    )
    assert [(area.name, len(area.concepts)) for area in reading.areas] == [
        ("Durability", 2),
        ("Trade-offs", 1),
    ]
    first = reading.areas[0].concepts[0]
    assert (first.weight, first.needs) == ("core", "“what copies are for”")
    assert reading.points == 7
