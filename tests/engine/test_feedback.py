"""What is told first, what is praised, and what each gap says."""

from app.engine.feedback import MOST_STRENGTHS, feedback
from app.engine.report import Cap, Feedback, Levels, RedFlag
from app.engine.scoring import Score
from app.engine.verdicts import Verdict
from tests import make
from tests.engine.small import verdict


def told(
    *verdicts: Verdict, flags: tuple[RedFlag, ...] = (), caps: tuple[Cap, ...] = ()
) -> Feedback:
    """The feedback on some verdicts."""
    levels = Levels(mid=2, senior=2, staff=2)
    return feedback(verdicts, flags, Score(50, 2, caps, levels))


def test_a_mention_names_the_part_that_is_missing_and_what_it_is_worth() -> None:
    (gap,) = told(verdict("mentioned")).gaps
    assert (gap.gain, gap.follow_up) == (50, "What happens when a disk dies?")
    assert gap.say == "Copies: you mention it. Still missing: what copies are for."


def test_what_is_missing_is_told_why_it_matters() -> None:
    (gap,) = told(verdict("missing")).gaps
    assert gap.say == "Copies: not there yet. One disk dies some day."


def test_what_is_contradicted_is_put_right() -> None:
    (gap,) = told(verdict("contradicted")).gaps
    assert gap.say.startswith("Copies: what you say goes against it. Several copies are kept")


def test_the_gap_that_gains_most_comes_first() -> None:
    small, large = verdict("missing", points=5, id="small"), verdict("missing", points=9)
    found = told(small, large)
    assert [gap.concept for gap in found.gaps] == ["copies", "small"]
    assert found.first.endswith("Worth 9 points.")


def test_only_what_is_explained_is_praised_the_heaviest_first() -> None:
    several = [
        verdict("explained", points=points, name=f"Part {points}")
        for points in range(1, MOST_STRENGTHS + 3)
    ]
    found = told(*several, verdict("mentioned", points=50))
    assert found.strengths[0] == f"Part {MOST_STRENGTHS + 2}: explained."
    assert len(found.strengths) == MOST_STRENGTHS


def test_what_is_no_answer_is_told_before_an_error_and_an_error_before_a_cap_or_gap() -> None:
    breach = make.red_flag(kind="integrity", points=0, message="This is about bread.")
    wrong, cap = make.red_flag(), Cap(to=2, because="one major error")
    missing = verdict("missing")
    assert told(missing, flags=(wrong, breach), caps=(cap,)).first == "This is about bread."
    assert told(missing, flags=(wrong,), caps=(cap,)).first == (
        "Correct this first. One copy is called safe. One copy is lost with its disk."
    )
    assert told(missing, caps=(cap,)).first == "This holds your answer down: one major error"


def test_the_costliest_error_is_told_first() -> None:
    small = make.red_flag(points=-2, message="Small.")
    found = told(verdict("missing"), flags=(small, make.red_flag()))
    assert found.first.startswith("Correct this first. One copy is called safe.")


def test_a_full_answer_is_sent_to_the_staff_lens() -> None:
    assert told(verdict("explained", "survives")).first.endswith("Try the staff lens.")
