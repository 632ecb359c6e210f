"""Disagreements are listed for the half `build`, and never for `aside`."""

from dataclasses import astuple, replace

from app.evaluation.disagreements import disagreements
from app.evaluation.judged import Judged, Judgements
from tests import make

WRONG = Judged({"copies": "missing"}, frozenset({"false-flag"}), level=0)


def test_nothing_of_the_half_aside_is_listed_however_wrong() -> None:
    answer = make.gold_answer(make.reader(4, copies="explained"), half="aside")
    pair = make.gold_pair(expect="explained", half="aside")
    found = disagreements(Judgements(((answer, WRONG),), ((pair, WRONG),)))
    assert astuple(found) == ((), (), (), ())


def test_a_standing_that_no_reader_gave_is_listed_with_what_they_pointed_at() -> None:
    reader = replace(make.reader(copies="explained"), evidence={"copies": "two of them"})
    found = disagreements(Judgements(((make.gold_answer(reader), WRONG),), ()))
    error = found.standings[0]
    assert (error.concept, error.readers, error.ours) == ("copies", ("explained",), "missing")
    assert error.pointed_at == ("two of them",)
    assert error.alone


def test_a_standing_that_one_reader_shares_is_listed_as_not_alone() -> None:
    answer = make.gold_answer(make.reader(copies="explained"), make.reader(copies="missing"))
    assert not disagreements(Judgements(((answer, WRONG),), ())).standings[0].alone


def test_a_standing_that_all_share_is_not_listed() -> None:
    answer = make.gold_answer(make.reader(copies="missing"))
    assert disagreements(Judgements(((answer, WRONG),), ())).standings == ()


def test_flags_on_one_side_only_are_listed() -> None:
    listed = replace(make.reader(), misconceptions={"wrong": "here"})
    found = disagreements(Judgements(((make.gold_answer(listed), WRONG),), ()))
    assert [(flag.flag, flag.flagged_by_us) for flag in found.flags] == [
        ("false-flag", True),
        ("wrong", False),
    ]


def test_a_wrong_pair_is_listed_with_its_text() -> None:
    found = disagreements(Judgements((), ((make.gold_pair(expect="explained"), WRONG),)))
    assert (found.pairs[0].ours, found.pairs[0].text) == ("missing", "Several copies.")


def test_a_level_away_is_listed_and_half_a_level_is_not() -> None:
    far, near = make.gold_answer(make.reader(2)), make.gold_answer(make.reader(0.5))
    found = disagreements(Judgements(((far, WRONG), (near, WRONG)), ()))
    assert [error.readers for error in found.levels] == [2.0]
