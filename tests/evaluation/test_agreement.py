"""Statistics of agreement."""

import pytest

from app.evaluation.agreement import (
    Binary,
    binary,
    mean_absolute_error,
    quadratic_kappa,
    spearman,
)


def test_pairs_of_truth_and_word_are_counted() -> None:
    items = [(True, True), (False, True), (True, False), (False, False), (False, False)]
    assert binary(items) == Binary(hits=1, false=1, missed=1, clear=2)


def test_precision_and_recall_are_shares_of_what_is_said_and_what_is_true() -> None:
    counts = Binary(hits=6, false=2, missed=4, clear=8)
    assert (counts.precision, counts.recall) == (0.75, 0.6)


def test_f1_is_their_harmonic_mean() -> None:
    counts = Binary(hits=6, false=2, missed=4, clear=8)
    assert counts.f1 == pytest.approx(2 * 0.75 * 0.6 / (0.75 + 0.6))


def test_nothing_said_has_no_precision() -> None:
    assert Binary(hits=0, false=0, missed=3, clear=1).precision is None


def test_kappa_is_agreement_beyond_chance() -> None:
    counts = Binary(hits=20, false=5, missed=10, clear=15)
    assert counts.kappa == pytest.approx(0.4)  # Cohen's textbook example: 0.7 against 0.5


def test_kappa_is_not_defined_where_chance_agrees_fully() -> None:
    assert Binary(hits=5).kappa is None


def test_quadratic_kappa_is_one_for_the_same_and_below_zero_for_the_reverse() -> None:
    assert quadratic_kappa([0, 4, 8], [0, 4, 8]) == 1
    assert quadratic_kappa([0, 4, 8], [8, 4, 0]) == pytest.approx(-1)


def test_quadratic_kappa_forgives_near_misses_more_than_far_ones() -> None:
    near = quadratic_kappa([0, 2, 4, 6, 8], [0, 3, 4, 6, 8])
    far = quadratic_kappa([0, 2, 4, 6, 8], [0, 8, 4, 6, 8])
    assert near is not None
    assert far is not None
    assert near > far


def test_a_constant_judge_agrees_no_better_than_chance() -> None:
    assert quadratic_kappa([0, 2, 4], [2, 2, 2]) == pytest.approx(0)


def test_spearman_sees_only_the_order() -> None:
    assert spearman([1, 2, 3, 4], [1, 10, 11, 1000]) == pytest.approx(1)
    assert spearman([1, 2, 3], [3, 2, 1]) == pytest.approx(-1)


def test_spearman_gives_ties_their_mean_rank() -> None:
    assert spearman([1, 2, 2, 3], [1, 2, 3, 4]) == pytest.approx(4.5 / (4.5 * 5) ** 0.5)


def test_spearman_is_not_defined_for_a_constant() -> None:
    assert spearman([1, 2, 3], [5, 5, 5]) is None


def test_the_mean_absolute_error_is_in_the_unit_of_what_is_compared() -> None:
    assert mean_absolute_error([1.0, 2.0, 3.5], [1, 3, 3]) == 0.5
