"""Which stretches of an answer are shown."""

from typing import Any

import pytest

from app.engine.pipeline import Pipeline
from app.engine.report import Evidence
from tests import make
from tests.engine.small import judge


def shown(answer: str, nlp: Pipeline, **concept: Any) -> tuple[Evidence, ...]:
    """What is quoted for one small concept."""
    return judge(answer, nlp, make.concept_data(**concept)).concepts[0].evidence


@pytest.mark.parametrize(
    ("answer", "clause"),
    [
        ("We keep several copies.", "We keep several copies"),
        ("Disks die, so we keep several copies; that is all.", "so we keep several copies"),
        ("Durability: several copies (on other disks) are kept.", "several copies"),
        ("disk dies -> several copies help", "several copies help"),
    ],
)
def test_a_match_is_shown_as_the_clause_it_stands_in(
    answer: str, clause: str, nlp: Pipeline
) -> None:
    (found,) = shown(answer, nlp)
    assert found.text == clause
    assert answer[found.start : found.end] == clause


def test_a_mention_inside_what_explains_it_is_not_shown_twice(nlp: Pipeline) -> None:
    (found,) = shown("Several copies help as a copy survives a crash.", nlp)
    assert found.facet == "survives"


def test_a_part_is_shown_once_and_where_it_is_said_most_closely(nlp: Pipeline) -> None:
    answer = "A copy that we keep somewhere survives even a crash. A copy survives a crash."
    (found,) = shown(answer, nlp)
    assert found.text == "A copy survives a crash"


def test_mention_and_explanation_are_shown_in_the_order_of_the_answer(nlp: Pipeline) -> None:
    found = shown("A copy survives a crash. Here several copies are kept.", nlp)
    assert [each.facet for each in found] == ["survives", None]
    assert [each.start for each in found] == sorted(each.start for each in found)


def test_what_goes_against_a_concept_is_always_shown(nlp: Pipeline) -> None:
    found = shown("Several copies waste disks.", nlp, against=["copies waste disks"])
    assert [each.wording for each in found] == ["copies waste disks"]
