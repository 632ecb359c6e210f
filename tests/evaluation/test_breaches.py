"""What breaks a law, and what does not."""

from app.evaluation.breaches import (
    at_most,
    costs,
    no_answer,
    no_credit,
    no_higher,
    no_lower,
    nothing_to_score,
    same_standings,
)
from tests import make

FLAGGED = make.report(score=36, red_flags=(make.red_flag(),))


def test_another_standing_is_named() -> None:
    after = make.report(make.concept_result(standing="missing"))
    assert same_standings(make.report())(after) == "copies mentioned -> missing"


def test_another_accusation_is_named() -> None:
    assert same_standings(make.report())(FLAGGED) == "one-copy-is-safe flagged or not"


def test_the_same_standings_break_nothing() -> None:
    assert same_standings(make.report())(make.report(score=41)) is None


def test_a_higher_score_breaks_what_may_not_rise_and_a_lower_what_may_not_fall() -> None:
    before, higher = make.report(score=40), make.report(score=41)
    assert no_higher(before)(higher) == "40 -> 41"
    assert no_lower(higher)(before) == "41 -> 40"
    assert no_higher(before)(before) is None
    assert no_lower(before)(before) is None


def test_a_misconception_must_be_flagged_and_lower_the_score() -> None:
    broken = costs("one-copy-is-safe", make.report(score=40))
    assert broken(make.report(score=36)) == "not flagged"
    assert broken(FLAGGED) is None
    assert broken(make.report(score=40, red_flags=(make.red_flag(),))) == "40 -> 40"


def test_a_score_of_0_cannot_be_lowered() -> None:
    after = make.report(score=0, red_flags=(make.red_flag(),))
    assert costs("one-copy-is-safe", make.report(score=0))(after) is None


def test_points_break_what_may_earn_nothing() -> None:
    assert no_credit("copies")(make.report()) == "mentioned, 5 points"
    assert no_credit("another")(make.report()) is None


def test_a_limit_holds_up_to_itself() -> None:
    assert at_most(20)(make.report(score=20)) is None
    assert at_most(20)(make.report(score=21)) == "21 points"


def test_no_answer_has_no_band_above_0() -> None:
    assert no_answer(make.report(band=1)) == "band 1"
    assert no_answer(make.report(band=0)) is None


def test_nothing_to_score_has_neither_score_nor_band() -> None:
    empty = make.report(score=None, band=None, band_name=None, nothing_to_score=True)
    assert nothing_to_score(empty) is None
    assert nothing_to_score(make.report(score=0, band=0)) == "score 0"
