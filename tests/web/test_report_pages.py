"""Promises of app/web/report_pages.py."""

from dataclasses import replace
from datetime import timedelta

from app.db.attempts import Attempt
from app.web.report_pages import attempt_head, bar_rows, report_page
from tests import make
from tests.coaching import NOON, QUESTION, small_bank

ATTEMPT = Attempt(
    id="id1",
    question=QUESTION,
    ordinal=2,
    score=40,
    band=2,
    delta=10,
    seconds=95,
    created_at=NOON,
    text="We keep copies.",
    report=make.report(levels={"mid": 2, "senior": 2, "staff": 1}),
)


def test_a_report_outlives_its_question() -> None:
    empty = replace(small_bank(), questions={}, rubrics={})
    page = report_page(empty, ATTEMPT, {}, None)
    assert page.attempt.question_title == "Small queue"
    assert page.model is None


def test_the_time_spent_is_told_in_whole_minutes_at_least_one() -> None:
    assert attempt_head(small_bank(), ATTEMPT).minutes == 2
    assert attempt_head(small_bank(), replace(ATTEMPT, seconds=3)).minutes == 1
    assert attempt_head(small_bank(), replace(ATTEMPT, seconds=None)).minutes is None


def test_a_rubrics_own_bars_are_those_of_its_own_level_alone() -> None:
    rubric = make.rubric(bars={"mixed": 20, "hire": 40, "strong": 60})
    rows = {
        row.level: (row.mixed, row.hire, row.strong) for row in bar_rows(ATTEMPT.report, rubric)
    }
    assert rows == {"mid": (20, 40, 60), "senior": (30, 50, 75), "staff": (40, 60, 82)}


def test_every_bar_shows_the_band_it_gives() -> None:
    rows = bar_rows(ATTEMPT.report, None)
    assert [row.band_name for row in rows] == ["mixed", "mixed", "below the bar"]
    assert [row.level for row in rows if row.own] == ["mid"]


def test_an_attempt_after_looking_at_the_model_answer_says_so() -> None:
    before, after = NOON - timedelta(minutes=1), NOON + timedelta(minutes=1)
    assert report_page(small_bank(), ATTEMPT, {}, before).seen_before
    assert not report_page(small_bank(), ATTEMPT, {}, after).seen_before
    assert not report_page(small_bank(), ATTEMPT, {}, None).seen_before
