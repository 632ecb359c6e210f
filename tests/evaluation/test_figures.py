"""Figures of accuracy over labelled answers."""

from dataclasses import replace

from app.evaluation.figures import Figure, figures, half_steps, standing_counts
from app.evaluation.gold import GoldAnswer
from app.evaluation.judged import Judged, Judgements
from tests import make


def seen(*answers: tuple[GoldAnswer, Judged]) -> Judgements:
    return Judgements(answers, ())


def test_each_readers_label_is_an_item() -> None:
    answer = make.gold_answer(make.reader(copies="explained"), make.reader(copies="missing"))
    result = figures(seen((answer, Judged({"copies": "explained"}))))
    assert result["covered: precision"] == Figure(0.5, 2)


def test_where_readers_differ_there_is_no_consensus_to_compare_with() -> None:
    answer = make.gold_answer(make.reader(copies="explained"), make.reader(copies="missing"))
    result = figures(seen((answer, Judged({"copies": "explained"}))))
    assert result["covered: kappa where readers agree"].of == 0


def test_a_mention_and_an_explanation_agree_that_a_concept_is_covered() -> None:
    answer = make.gold_answer(make.reader(copies="explained"), make.reader(copies="mentioned"))
    result = figures(seen((answer, Judged({"copies": "mentioned"}))))
    assert result["covered: recall"] == Figure(1.0, 2)
    assert result["covered: kappa where readers agree"].of == 1
    assert result["explained: recall"] == Figure(0.0, 1)


def test_a_contradicted_concept_is_not_covered() -> None:
    answer = make.gold_answer(make.reader(copies="contradicted"))
    result = figures(seen((answer, Judged({"copies": "mentioned"}))))
    assert result["covered: precision"] == Figure(0.0, 1)


def test_a_mean_between_two_half_steps_counts_as_the_upper() -> None:
    assert [half_steps(level) for level in (0, 0.25, 0.5, 3.25, 4)] == [0, 1, 1, 7, 8]


def test_answers_below_level_1_are_left_out_of_the_second_level_kappa() -> None:
    poor, good = make.gold_answer(make.reader(0.5)), make.gold_answer(make.reader(3))
    result = figures(seen((poor, Judged({})), (good, Judged({}, level=3))))
    assert result["level: quadratic kappa"].of == 2
    assert result["level: quadratic kappa from level 1"].of == 1


def test_a_flag_that_no_reader_of_a_good_answer_lists_is_false() -> None:
    good = make.gold_answer(make.reader(3))
    result = figures(seen((good, Judged({}, frozenset({"anything"})))))
    assert result["answers of level 3 and more falsely flagged"] == Figure(1, 1, "count")


def test_a_flag_that_one_reader_lists_is_not_false() -> None:
    listed = replace(make.reader(3), misconceptions={"wrong": "here"})
    good = make.gold_answer(make.reader(3), listed)
    result = figures(seen((good, Judged({}, frozenset({"wrong"})))))
    assert result["answers of level 3 and more falsely flagged"] == Figure(0, 1, "count")
    assert result["misconceptions in answers: precision"] == Figure(1.0, 1)


def test_a_poor_answer_with_a_high_score_is_inflated() -> None:
    poor = make.gold_answer(make.reader(0.5))
    result = figures(seen((poor, Judged({}, score=21, level=1)), (poor, Judged({}, score=20))))
    assert result["inflated answers"] == Figure(1, 2, "count")


def test_standings_of_readers_meet_ours_in_a_table() -> None:
    answer = make.gold_answer(make.reader(copies="explained"), make.reader(copies="mentioned"))
    counts = standing_counts([(answer, Judged({"copies": "mentioned"}))])
    assert counts["explained"]["mentioned"] == 1
    assert counts["mentioned"]["mentioned"] == 1
    assert sum(sum(row.values()) for row in counts.values()) == 2
