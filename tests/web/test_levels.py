"""Promises of app/web/levels.py."""

from app.web.levels import levels_view
from tests import make

REPORT = make.report(levels={"mid": 2, "senior": 2, "staff": 1})


def test_every_level_shows_the_band_it_gives_and_which_is_the_questions_own() -> None:
    view = levels_view(REPORT, None)
    assert [(each.level, each.band_name) for each in view.levels] == [
        ("mid", "mixed"),
        ("senior", "mixed"),
        ("staff", "below the bar"),
    ]
    assert [each.level for each in view.levels if each.own] == ["mid"]


def test_a_rubrics_own_bars_are_those_of_its_own_level_alone() -> None:
    rubric = make.rubric(bars={"mixed": 20, "hire": 40, "strong": 60})
    view = levels_view(REPORT, rubric)
    assert (view.own.mixed, view.own.hire, view.own.strong) == (20, 40, 60)
    assert [each.rules[0] for each in view.levels] == [
        "Mixed from 20 points, hire from 40, strong hire from 60.",
        "Mixed from 30 points, hire from 50, strong hire from 75.",
        "Mixed from 40 points, hire from 60, strong hire from 82.",
    ]


def test_the_next_level_says_what_stands_between() -> None:
    view = levels_view(REPORT, None)
    assert view.next
    assert view.next.hurdle
    assert (view.next.level, view.next.aim, view.next.hurdle.concept) == ("mid", "hire", "copies")


def test_a_report_without_levels_has_none_to_show() -> None:
    view = levels_view(make.report(levels=None), None)
    assert (view.levels, view.next) == ((), None)
    assert view.own.hire == 45
