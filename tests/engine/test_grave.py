"""Which red flags decide more than points."""

from app.engine.grave import breach_of, major_errors, weighed
from app.engine.report import Quote
from tests import make


def test_a_major_breach_of_integrity_is_found_and_a_minor_one_is_none() -> None:
    minor = make.red_flag(kind="integrity", id="model-answer", severity="minor")
    major = make.red_flag(kind="integrity", id="off-topic", severity="major")
    assert breach_of([minor]) is None
    assert breach_of([minor, major]) is major


def test_major_errors_are_wrong_claims_and_failed_checks() -> None:
    claim = make.red_flag(kind="misconception", severity="major")
    check = make.red_flag(kind="check", severity="major")
    others = [
        make.red_flag(kind="check", severity="minor"),
        make.red_flag(kind="omission", severity="major"),
        make.red_flag(kind="integrity", severity="major"),
    ]
    assert major_errors([claim, check, *others]) == [claim, check]


def test_an_important_concept_contradicted_is_a_major_error() -> None:
    against = make.red_flag(kind="contradiction", severity="major", evidence=quotes((0, 9)))
    beside = make.red_flag(kind="contradiction", severity="minor", evidence=quotes((20, 29)))
    assert major_errors([against, beside]) == [against]


def test_the_same_words_are_one_error() -> None:
    claim = make.red_flag(kind="misconception", severity="major", evidence=quotes((5, 30)))
    same = make.red_flag(kind="contradiction", severity="major", evidence=quotes((0, 9)))
    again = make.red_flag(kind="contradiction", severity="major", evidence=quotes((8, 40)))
    other = make.red_flag(kind="contradiction", severity="major", evidence=quotes((50, 60)))
    assert major_errors([same, again, claim, other]) == [claim, other]


def test_what_is_unsure_is_no_error() -> None:
    assert major_errors([make.red_flag(severity="major", unsure=True)]) == []


def quotes(*places: tuple[int, int]) -> tuple[Quote, ...]:
    return tuple(Quote(start=start, end=end, text="x" * (end - start)) for start, end in places)


def test_from_the_third_on_a_major_error_takes_off_more_in_the_order_of_the_answer() -> None:
    late, early, middle = (
        make.red_flag(kind="misconception", id=id_, points=-4, evidence=quotes((at, at + 5)))
        for id_, at in (("late", 90), ("early", 0), ("middle", 40))
    )
    minor = make.red_flag(kind="misconception", severity="minor", points=-2)
    weighed_ones = weighed([late, minor, early, middle])
    assert [flag.points for flag in weighed_ones] == [-14, -2, -4, -4]
    assert "beyond the second" in weighed_ones[0].message
    assert weighed_ones[1:] == (minor, early, middle)


def test_two_major_errors_cost_what_they_cost() -> None:
    two = (make.red_flag(id="one"), make.red_flag(id="other", evidence=quotes((5, 9))))
    assert weighed(two) == two
