"""Promises of app/web/marked_answers.py."""

from app.engine.report import Evidence, Quote, Report
from app.web.marked_answers import marked_answer
from tests import make

ANSWER = "Several copies. One copy is safe."


def report() -> Report:
    said = Evidence(start=0, end=14, text="Several copies", wording="several copies")
    wrong = Quote(start=16, end=32, text="One copy is safe")
    return make.report(
        make.concept_result(evidence=[said]), red_flags=[make.red_flag(evidence=[wrong])]
    )


def test_the_pieces_joined_are_the_answer() -> None:
    assert "".join(piece.text for piece in marked_answer(ANSWER, report())) == ANSWER


def test_a_mark_says_in_words_what_it_is_evidence_of() -> None:
    hints = [piece.hint for piece in marked_answer(ANSWER, report())]
    assert hints == ["Copies: mentioned", "", "One copy is called safe.: red flag", ""]


def test_a_mark_leads_to_its_finding_and_can_be_led_to() -> None:
    first, _, wrong, _ = marked_answer(ANSWER, report())
    assert (first.references[0].label, first.references[0].anchor) == ("1", "concept-copies")
    assert (wrong.references[0].label, wrong.references[0].anchor) == ("!1", "flag-1")
    assert first.anchors == ("e-concept-copies-1",)


def test_a_red_flag_wins_over_credit_where_they_overlap() -> None:
    said = Evidence(start=0, end=5, text="abcde", wording="w")
    wrong = Quote(start=3, end=8, text="defgh")
    both = make.report(
        make.concept_result(evidence=[said]), red_flags=[make.red_flag(evidence=[wrong])]
    )
    assert [piece.style for piece in marked_answer("abcdefgh", both)] == [
        "mentioned",
        "flag",
        "flag",
    ]
