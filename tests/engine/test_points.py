"""Dealing 100 points."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.engine.points import deal


@given(some.lists(some.integers(1, 3), min_size=1, max_size=40))
def test_the_parts_sum_to_the_whole(weights: list[int]) -> None:
    assert sum(deal(weights)) == 100


@given(some.lists(some.integers(1, 3), min_size=1, max_size=40))
def test_equal_weights_differ_by_at_most_a_point(weights: list[int]) -> None:
    dealt = deal(weights)
    for weight in set(weights):
        same = [points for points, each in zip(dealt, weights, strict=True) if each == weight]
        assert max(same) - min(same) <= 1


@pytest.mark.parametrize(("weights", "points"), [([1], [100]), ([1, 1, 1], [34, 33, 33]),
                                                 ([3, 1], [75, 25])])  # fmt: skip
def test_points_go_by_weight_and_ties_to_the_first(weights: list[int], points: list[int]) -> None:
    assert deal(weights) == points
