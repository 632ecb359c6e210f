"""What of a report is compared with readers."""

from app.evaluation.judged import judged
from tests import make


def test_a_flag_the_engine_is_unsure_of_is_no_accusation() -> None:
    flags = (make.red_flag(), make.red_flag(id="maybe", unsure=True))
    assert judged(make.report(red_flags=flags)).flags == {"one-copy-is-safe"}


def test_omissions_and_integrity_accuse_nobody_of_a_wrong_claim() -> None:
    flags = (make.red_flag(kind="omission"), make.red_flag(kind="integrity", id="pile"))
    assert judged(make.report(red_flags=flags)).flags == frozenset()


def test_an_answer_with_nothing_to_score_has_level_and_score_0() -> None:
    said = judged(make.report(score=None, band=None, band_name=None, nothing_to_score=True))
    assert (said.score, said.level) == (0, 0)


def test_a_concept_the_judge_does_not_know_is_missing() -> None:
    assert judged(make.report()).standing("unheard-of") == "missing"
