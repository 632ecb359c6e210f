"""The band a score earns."""

import pytest

from app.content.rubric import Lexicon
from app.engine.assess import assess
from app.engine.bars import BARS, LevelBars, band_of
from app.engine.compiled import compile_rubric
from app.engine.pipeline import Pipeline
from app.engine.report import Report
from app.engine.scoring import STAFF_RULE
from tests import make


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


COPIES = [make.concept_data(id=f"copies-{number}") for number in range(3)]  # 90 points together
DISTANCE = make.concept_data(
    id="distance",
    area="trade-offs",
    weight=1,
    mentioned=["far away"],
    facets={"slow": {"label": "what it costs", "says": ["far away is slower"]}},
    explained="slow",
)
SAID = "Several copies are kept, so a copy survives a crash."


def judged(answer: str, difficulty: str, nlp: Pipeline) -> Report:
    """The report on an answer to a question of some difficulty, copies and a trade-off asked."""
    question = make.question(difficulty=difficulty)
    rubric = make.rubric(*COPIES, DISTANCE)
    return assess(answer, compile_rubric(rubric, Lexicon(), question, ""), nlp)


def bands(report: Report) -> tuple[int, int, int]:
    assert report.levels
    return report.levels.mid, report.levels.senior, report.levels.staff


def test_without_the_trade_off_staff_is_mixed_and_the_others_hire(nlp: Pipeline) -> None:
    assert bands(judged(SAID, "mid", nlp)) == (3, 3, 2)


def test_a_trade_off_that_is_only_mentioned_is_not_enough_for_staff(nlp: Pipeline) -> None:
    assert bands(judged(f"{SAID}\n\nOne copy is far away.", "mid", nlp)) == (4, 4, 2)


def test_with_the_trade_off_explained_staff_is_passed(nlp: Pipeline) -> None:
    assert bands(judged(f"{SAID}\n\nFar away is slower.", "mid", nlp)) == (4, 4, 4)


@pytest.mark.parametrize(("difficulty", "band"), [("mid", 3), ("senior", 3), ("staff", 2)])
def test_the_band_is_that_of_the_questions_own_level(
    difficulty: str, band: int, nlp: Pipeline
) -> None:
    assert judged(SAID, difficulty, nlp).band == band


def test_the_staff_rule_is_named_where_it_holds_a_staff_question_down(nlp: Pipeline) -> None:
    assert [cap.because for cap in judged(SAID, "staff", nlp).caps] == [STAFF_RULE]
    assert STAFF_RULE not in [cap.because for cap in judged(SAID, "senior", nlp).caps]


def test_a_rubrics_own_bars_count_at_the_questions_own_level_only(nlp: Pipeline) -> None:
    question = make.question(difficulty="senior")
    own = make.rubric(*COPIES, DISTANCE, bars={"mixed": 91, "hire": 95, "strong": 99})
    report = assess(SAID, compile_rubric(own, Lexicon(), question, ""), nlp)
    assert (report.score, bands(report)) == (90, (3, 1, 2))
