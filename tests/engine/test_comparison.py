"""Promises of app/engine/comparison.py."""

import pytest

from app.engine.comparison import Comparison, compare
from app.engine.report import ConceptResult, Standing
from tests import make


def concept(id_: str, standing: Standing, points: int = 0, *met: str) -> ConceptResult:
    """A concept of two parts, of which `met` are there."""
    facets = [
        {"id": part, "label": f"{part} of {id_}", "met": part in met} for part in ("why", "how")
    ]
    return make.concept_result(id=id_, standing=standing, points=points, facets=facets)


def compared(before: list[ConceptResult], after: list[ConceptResult]) -> Comparison:
    return compare(make.report(*before, score=10), make.report(*after, score=30))


def ids(changes: tuple[object, ...]) -> list[str]:
    return [change.latest.id for change in changes]  # type: ignore[attr-defined]


def test_the_same_report_again_is_no_change() -> None:
    report = make.report(red_flags=(make.red_flag(),))
    comparison = compare(report, report)
    assert comparison.unchanged
    assert (comparison.gain, comparison.rise, comparison.same_rubric) == (0, 0, True)


def test_concepts_are_won_and_lost_by_their_standing() -> None:
    comparison = compared(
        [concept("a", "missing"), concept("b", "explained", 8), concept("c", "mentioned", 4)],
        [concept("a", "mentioned", 4), concept("b", "mentioned", 4), concept("c", "mentioned", 4)],
    )
    assert (ids(comparison.won), ids(comparison.lost)) == (["a"], ["b"])
    (won,) = comparison.won
    assert won.before is not None
    assert (won.before.standing, won.latest.standing, won.points) == ("missing", "mentioned", 4)


def test_a_claim_taken_back_is_won_although_it_earns_nothing() -> None:
    comparison = compared([concept("a", "contradicted")], [concept("a", "missing")])
    assert ids(comparison.won) == ["a"]


def test_the_greatest_gain_comes_first() -> None:
    comparison = compared(
        [concept("a", "missing"), concept("b", "missing")],
        [concept("a", "mentioned", 2), concept("b", "explained", 8)],
    )
    assert ids(comparison.won) == ["b", "a"]


def test_one_part_more_is_told_though_the_concept_stands_as_before() -> None:
    comparison = compared(
        [concept("a", "mentioned", 4, "why")], [concept("a", "mentioned", 4, "why", "how")]
    )
    assert [change.parts for change in comparison.closer] == [("how of a",)]
    assert not comparison.unchanged


def test_flags_are_fixed_new_or_kept() -> None:
    old, both, new = (make.red_flag(id=name) for name in ("old", "both", "new"))
    comparison = compare(make.report(red_flags=(old, both)), make.report(red_flags=(both, new)))
    assert (comparison.fixed, comparison.kept, comparison.new) == ((old,), (both,), (new,))


def test_a_flag_that_became_sure_is_new() -> None:
    doubt, sure = make.red_flag(unsure=True, points=0), make.red_flag()
    assert compare(make.report(red_flags=(doubt,)), make.report(red_flags=(sure,))).new == (sure,)
    assert compare(make.report(red_flags=(sure,)), make.report(red_flags=(doubt,))).fixed == (sure,)


def test_score_and_band_are_told_as_gain_and_rise() -> None:
    comparison = compare(make.report(score=40, band=2), make.report(score=35, band=1))
    assert (comparison.gain, comparison.rise) == (-5, -1)


def test_another_rubric_is_noticed_and_what_only_one_has_is_neither_won_nor_lost() -> None:
    comparison = compare(
        make.report(concept("a", "missing"), concept("old", "explained", 8), rubric_digest="1"),
        make.report(concept("new", "missing"), concept("a", "missing"), rubric_digest="2"),
    )
    assert not comparison.same_rubric
    assert ids(comparison.concepts) == ["new", "a", "old"]
    assert ids(comparison.incomparable) == ["new", "old"]
    assert comparison.won == comparison.lost == ()


def test_reports_on_different_questions_are_not_compared() -> None:
    with pytest.raises(ValueError, match="cannot be compared"):
        compare(make.report(), make.report(question="large-queue"))
