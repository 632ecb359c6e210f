"""Promises of app/web/charts.py."""

import pytest

from app.web.charts import HEIGHT, WIDTH, score_chart


@pytest.mark.parametrize("scores", [[], [("Attempt 1", 40)]])
def test_fewer_than_two_attempts_are_no_chart(scores: list[tuple[str, int]]) -> None:
    assert score_chart(scores) is None


def test_time_runs_to_the_right_and_better_is_higher() -> None:
    chart = score_chart([("Attempt 1", 20), ("Attempt 2", 80), ("Attempt 3", 80)])
    assert chart is not None
    first, second, third = chart.dots
    assert first.x < second.x < third.x
    assert first.y > second.y == third.y


def test_every_score_lies_inside_the_picture() -> None:
    chart = score_chart([("Attempt 1", 0), ("Attempt 2", 100)])
    assert chart is not None
    assert all(0 < dot.x < WIDTH and 0 < dot.y < HEIGHT for dot in chart.dots)


def test_the_description_says_what_the_picture_shows() -> None:
    chart = score_chart([("Attempt 1", 20), ("Attempt 2", 64)])
    assert chart is not None
    assert chart.description.startswith("From 20 at the first attempt to 64 at the latest.")
