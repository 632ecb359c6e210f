"""Promises of app/web/report_pages.py."""

from dataclasses import replace
from datetime import timedelta

from app.db.attempts import Attempt
from app.web.report_pages import attempt_head, report_page
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
    assert not page.has_model


def test_the_time_spent_is_told_in_whole_minutes_at_least_one() -> None:
    assert attempt_head(small_bank(), ATTEMPT).minutes == 2
    assert attempt_head(small_bank(), replace(ATTEMPT, seconds=3)).minutes == 1
    assert attempt_head(small_bank(), replace(ATTEMPT, seconds=None)).minutes is None


def test_an_attempt_after_looking_at_the_model_answer_says_so() -> None:
    before, after = NOON - timedelta(minutes=1), NOON + timedelta(minutes=1)
    assert report_page(small_bank(), ATTEMPT, {}, before).seen_before
    assert not report_page(small_bank(), ATTEMPT, {}, after).seen_before
    assert not report_page(small_bank(), ATTEMPT, {}, None).seen_before
