"""Points, caps and bands."""

import pytest

from app.engine.bars import BARS
from app.engine.report import RedFlag, Standing
from app.engine.scoring import (
    STAFF_RULE,
    TRADE_OFFS_RULE,
    Score,
    ceilings_of,
    earned,
    meets_staff_rule,
    score,
)
from app.engine.verdicts import Verdict
from tests import make
from tests.engine.small import verdict

EXPLAINED = verdict("explained", points=80)
PRICE = verdict("explained", points=20, area="trade-offs")
NO_PRICE = verdict("missing", points=20, area="trade-offs")


def scored(*verdicts: Verdict, flags: tuple[RedFlag, ...] = ()) -> Score:
    """The score of an answer to a senior question."""
    return score(verdicts, flags, BARS, "senior")


@pytest.mark.parametrize(
    ("standing", "points"),
    [("explained", 7), ("mentioned", 4), ("missing", 0), ("contradicted", 0)],
)
def test_half_of_the_points_is_rounded_up_for_a_mention(standing: Standing, points: int) -> None:
    assert earned(verdict(standing, points=7)) == points


def test_points_add_up_and_flags_take_off() -> None:
    assert scored(EXPLAINED, PRICE).points == 100
    assert scored(EXPLAINED, PRICE, flags=(make.red_flag(),)).points == 96


def test_a_score_never_falls_below_zero() -> None:
    assert scored(verdict("missing"), flags=(make.red_flag(),)).points == 0


def test_where_nothing_stands_or_the_text_is_no_answer_the_band_is_0() -> None:
    assert scored(verdict("missing")).band == 0
    assert scored(EXPLAINED, flags=(make.red_flag(kind="integrity", points=0),)).band == 0


def test_only_the_lowest_cap_that_bites_is_named() -> None:
    flags = (make.red_flag(), make.red_flag(kind="omission", id="x", message="Left out.", points=0))
    found = scored(EXPLAINED, NO_PRICE, flags=flags)
    assert [(cap.to, cap.because) for cap in found.caps] == [(2, "one major error")]
    assert found.band == 2


def test_a_cap_above_the_band_is_not_named() -> None:
    low = verdict("explained", points=40)
    assert scored(low, NO_PRICE, flags=(make.red_flag(),)).caps == ()


def test_two_major_errors_a_listed_omission_and_trade_offs_have_their_ceilings() -> None:
    result = make.concept_result(area="trade-offs", points=2, possible=10)
    omission = make.red_flag(kind="omission", message="Left out.")
    flags = [make.red_flag(), make.red_flag(kind="check"), omission]
    assert [(cap.to, cap.because) for cap in ceilings_of([result], flags, "senior")] == [
        (1, "two major errors or more"),
        (3, "Left out."),
        (3, TRADE_OFFS_RULE),
    ]


def test_minor_flags_set_no_ceiling() -> None:
    flags = [make.red_flag(severity="minor"), make.red_flag(kind="omission", severity="minor")]
    assert ceilings_of([make.concept_result()], flags, "senior") == []


@pytest.mark.parametrize(
    ("standings", "met"),
    [
        ([], True),
        (["explained", "mentioned"], True),
        (["mentioned", "mentioned"], False),
        (["explained", "missing"], False),
        (["explained", "contradicted"], False),
    ],
)
def test_the_staff_bar_wants_every_trade_off_and_one_explained(
    *, standings: list[Standing], met: bool
) -> None:
    about = [make.concept_result(area="trade-offs", standing=each) for each in standings]
    assert meets_staff_rule(about) is met
    caps = ceilings_of(about, [], "staff")
    assert (STAFF_RULE in [cap.because for cap in caps]) is not met
