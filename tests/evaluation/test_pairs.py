"""When a pair is judged right."""

import pytest

from app.engine.report import Standing
from app.evaluation.gold import Expectation
from app.evaluation.judged import Judged
from app.evaluation.pairs import is_right, pair_counts, pair_figures
from tests import make


@pytest.mark.parametrize("standing", ["missing", "contradicted"])
def test_an_absent_pair_is_right_when_the_concept_earns_nothing(standing: Standing) -> None:
    assert is_right(make.gold_pair(expect="absent"), Judged({"copies": standing}))


@pytest.mark.parametrize(
    ("standing", "contradicted"),
    [("contradicted", True), ("missing", False), ("explained", False)],
)
def test_a_concept_spoken_against_is_contradicted_and_nothing_else(
    standing: Standing, contradicted: object
) -> None:
    said = Judged({"copies": standing})
    assert is_right(make.gold_pair(expect="contradicted"), said) is contradicted
    assert is_right(make.gold_pair(expect="not-contradicted"), said) is not contradicted


@pytest.mark.parametrize("expect", ["explained", "absent"])
def test_a_mention_is_neither_an_explanation_nor_nothing(expect: Expectation) -> None:
    assert not is_right(make.gold_pair(expect=expect), Judged({"copies": "mentioned"}))


@pytest.mark.parametrize(
    ("expect", "flags", "right"),
    [
        ("asserted", {"wrong"}, True),
        ("asserted", {"other"}, False),
        ("not-asserted", set(), True),
        ("not-asserted", {"wrong"}, False),
    ],
)
def test_a_claim_is_right_when_flagged_just_if_asserted(
    expect: Expectation, flags: set[str], right: object
) -> None:
    pair = make.gold_pair(target="wrong", expect=expect)
    assert is_right(pair, Judged({}, frozenset(flags))) is right


def test_an_explained_pair_that_is_only_mentioned_is_still_covered() -> None:
    seen = [(make.gold_pair(expect="explained"), Judged({"copies": "mentioned"}))]
    figures = pair_figures(seen)
    assert figures["pairs: explained is covered"] == (1.0, 1)
    assert figures["pairs: explained is explained"] == (0.0, 1)


def test_a_part_is_heard_when_its_facet_is_met() -> None:
    pair = make.gold_pair(expect="part", part="price")
    assert is_right(pair, Judged({}, parts={"copies": frozenset(["survives", "price"])}))
    assert not is_right(pair, Judged({}, parts={"copies": frozenset(["survives"])}))


def test_pairs_about_concepts_say_nothing_of_misconceptions() -> None:
    assert pair_counts([(make.gold_pair(), Judged({}))]).total == 0
