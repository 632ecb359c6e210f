"""The level lens: bands, rules and the first thing that separates an answer from the next level."""

from typing import Any

import pytest

from app.content.question import Difficulty
from app.engine.bars import BARS, LevelBars
from app.engine.lens import LevelLens, gain_of, lenses, next_level, rules_of
from app.engine.pipeline import Pipeline
from app.engine.report import ConceptResult, Report, Standing
from tests import make
from tests.engine.small import judge

SCORES: dict[Standing, int] = {"explained": 20, "mentioned": 10, "missing": 0, "contradicted": 0}


def concept(id_: str, standing: Standing, area: str = "durability") -> ConceptResult:
    points = SCORES[standing]
    return make.concept_result(
        id=id_, name=id_.title(), area=area, standing=standing, points=points, possible=20
    )


def report(*concepts: ConceptResult, **changes: Any) -> Report:
    """A report with the levels that its own score gives, unless they are changed."""
    flags = changes.get("red_flags", ())
    total = sum(each.points for each in concepts) + sum(flag.points for flag in flags)
    levels = {"mid": 1, "senior": 1, "staff": 1}
    return make.report(*concepts, **{"score": max(0, total), "levels": levels} | changes)


def seen(report: Report, level: str) -> LevelLens:
    return next(each for each in lenses(report, BARS) if each.level == level)


def says(report: Report, level: str) -> str:
    hurdle = seen(report, level).hurdle
    return hurdle.says if hurdle else ""


def test_the_levels_stand_side_by_side_least_demanding_first() -> None:
    found = lenses(report(concept("a", "mentioned")), BARS)
    assert [each.level for each in found] == ["mid", "senior", "staff"]
    assert [each.own for each in found] == [True, False, False]


def test_an_empty_answer_has_no_lens() -> None:
    assert lenses(make.report(score=None, levels=None, nothing_to_score=True), BARS) == ()


def test_points_short_of_hire_name_the_concept_that_gains_most_with_its_gain() -> None:
    answer = report(concept("a", "mentioned"), concept("b", "missing"), concept("c", "explained"))
    hurdle = seen(answer, "senior").hurdle
    assert hurdle
    assert (hurdle.concept, hurdle.gain) == ("b", 20)
    assert hurdle.says == "20 points short of hire. Explain \u201cB\u201d: +20, which is enough."
    assert says(answer, "staff") == "30 points short of hire. Explain \u201cB\u201d: +20."


def test_a_gain_is_less_where_flags_hold_the_score_at_zero() -> None:
    flags = [make.red_flag(id=str(number), points=-4) for number in range(3)]
    answer = report(concept("a", "missing"), red_flags=flags)
    assert gain_of(answer, answer.concepts[0]) == 20 - 12


def test_the_gain_is_what_the_same_engine_gives_once_it_is_explained(nlp: Pipeline) -> None:
    spread = {"spread": {"label": "what they do", "says": ["keys spread load"]}}
    keys = {"id": "keys", "mentioned": ["random keys"], "facets": spread, "explained": "spread"}
    concepts = (make.concept_data(), make.concept_data(**keys))
    wrong = {"misconceptions": [make.misconception_data()]}
    before = judge("Random keys.\n\nOne copy is safe.", nlp, *concepts, **wrong)
    model = "Several copies are kept, so one copy survives crash of another."
    after = judge(f"Random keys.\n\nOne copy is safe.\n\n{model}", nlp, *concepts, **wrong)
    assert before.score is not None
    assert after.score is not None
    assert after.concepts[0].standing == "explained"
    assert after.score - before.score == gain_of(before, before.concepts[0])


def test_a_major_error_comes_before_points() -> None:
    answer = report(concept("a", "missing"), red_flags=[make.red_flag(points=-4)])
    assert says(answer, "mid") == ("A major error, whatever the points. One copy is called safe.")
    two = report(concept("a", "missing"), red_flags=[make.red_flag(), make.red_flag(id="b")])
    assert says(two, "mid").startswith("A major error and 1 more, whatever the points.")


def test_what_is_indispensable_bars_a_strong_hire_once_the_points_are_there() -> None:
    left_out = make.red_flag(kind="omission", points=0, message="Nothing is said about copies.")
    concepts = [concept(str(number), "explained") for number in range(5)]
    levels = {"mid": 3, "senior": 3, "staff": 3}
    answer = report(*concepts, red_flags=[left_out], levels=levels)
    assert says(answer, "senior") == "Nothing is said about copies."


def test_a_breach_of_integrity_comes_first_of_all() -> None:
    breach = make.red_flag(kind="integrity", id="off-topic", message="This is not an answer.")
    answer = report(concept("a", "missing"), red_flags=[make.red_flag(), breach])
    assert says(answer, "senior") == "This is not an answer."


def rich(*trade_offs: ConceptResult) -> Report:
    """An answer with points enough for any level, judged below staff for its trade-offs."""
    filler = [concept(f"c{number}", "explained") for number in range(5)]
    levels = {"mid": 4, "senior": 4, "staff": 2}
    return report(*filler, *trade_offs, levels=levels)


def test_staff_asks_for_every_trade_off_the_missing_one_first() -> None:
    answer = rich(concept("x", "explained", "trade-offs"), concept("y", "missing", "trade-offs"))
    hurdle = seen(answer, "staff").hurdle
    assert hurdle
    assert (hurdle.concept, hurdle.gain) == ("y", 20)
    assert hurdle.says == (
        "At the staff bar every trade-off must be mentioned and one of them explained. "
        "Explain \u201cY\u201d: +20."
    )
    assert seen(answer, "mid").hurdle is None
    poor = report(concept("a", "explained"), concept("y", "missing", "trade-offs"))
    assert says(poor, "staff").endswith("+20. It is 40 points short as well.")


def test_staff_asks_that_one_trade_off_be_explained() -> None:
    answer = rich(concept("x", "mentioned", "trade-offs"), concept("y", "mentioned", "trade-offs"))
    hurdle = seen(answer, "staff").hurdle
    assert hurdle
    assert (hurdle.concept, hurdle.gain) == ("x", 10)


def test_above_hire_the_next_thing_is_strong_hire() -> None:
    answer = report(
        *(concept(str(number), "explained") for number in range(3)),
        concept("d", "missing"),
        levels={"mid": 3, "senior": 3, "staff": 3},
    )
    assert (seen(answer, "mid").aim, seen(answer, "mid").band) == (4, 3)
    assert says(answer, "mid") == (
        "10 points short of strong hire. Explain \u201cD\u201d: +20, which is enough."
    )


def test_too_few_points_for_trade_offs_hold_an_answer_at_hire() -> None:
    filler = [concept(f"c{number}", "explained") for number in range(5)]
    answer = report(
        *filler, concept("x", "missing", "trade-offs"), levels={"mid": 3, "senior": 3, "staff": 2}
    )
    assert says(answer, "mid") == (
        "Less than a quarter of the points for trade-offs. Explain \u201cX\u201d: +20."
    )


def test_bars_that_have_moved_since_are_said_to_have() -> None:
    answer = report(*(concept(str(number), "explained") for number in range(5)))
    assert says(answer, "staff").startswith("The bars have changed since this was scored")


def test_at_the_top_nothing_is_invented() -> None:
    answer = report(concept("a", "explained"), levels={"mid": 4, "senior": 4, "staff": 4})
    assert [each.hurdle for each in lenses(answer, BARS)] == [None, None, None]
    assert next_level(lenses(answer, BARS)) is None


@pytest.mark.parametrize(
    ("levels", "expected"),
    [((2, 2, 1), "mid"), ((4, 3, 2), "staff"), ((4, 3, 3), "senior"), ((3, 3, 3), "mid")],
)
def test_the_next_level_is_the_first_not_passed_else_the_first_to_improve(
    levels: tuple[int, int, int], expected: Difficulty
) -> None:
    bands = dict(zip(("mid", "senior", "staff"), levels, strict=True))
    found = next_level(lenses(report(concept("a", "mentioned"), levels=bands), BARS))
    assert found
    assert found.level == expected


def test_the_rules_of_a_level_are_told_in_words() -> None:
    assert rules_of("senior", BARS["senior"], trade_offs=True) == (
        "Mixed from 30 points, hire from 50, strong hire from 75.",
    )
    assert rules_of("staff", BARS["staff"], trade_offs=True)[1].startswith("Every trade-off")
    assert len(rules_of("staff", BARS["staff"], trade_offs=False)) == 1
    own = rules_of("mid", LevelBars(20, 40, 60), trade_offs=True)
    assert own[1] == "The rubric sets these bars for this question."
