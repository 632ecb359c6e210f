"""The band a score earns."""

import pytest

from app.engine.bars import BARS, LevelBars, band_of


@pytest.mark.parametrize(
    ("score", "band"), [(0, 1), (29, 1), (30, 2), (49, 2), (50, 3), (74, 3), (75, 4), (100, 4)]
)
def test_each_bar_reached_is_one_band_more(score: int, band: int) -> None:
    assert band_of(score, BARS["senior"], stands=True) == band


def test_where_nothing_stands_there_is_no_answer() -> None:
    assert band_of(100, LevelBars(1, 2, 3), stands=False) == 0


def test_more_is_asked_of_more_experience() -> None:
    bars = [BARS[level] for level in ("mid", "senior", "staff")]
    assert [each.hire for each in bars] == sorted(each.hire for each in bars)
