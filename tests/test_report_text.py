"""The report as text."""

from typing import Any

from app.engine.report import Report
from app.report_text import report_lines
from tests import make


def text(report: Report, width: int = 100) -> str:
    return "\n".join(line for line, _ in report_lines(report, "A small queue", width))


def evidence(quote: str) -> dict[str, Any]:
    return {"start": 0, "end": len(quote), "text": quote, "wording": "several copies"}


def test_score_band_and_bar_come_first() -> None:
    first, second, *_ = text(make.report()).split("\n")
    assert first == "A small queue"
    assert second == "40 of 100 points: band 2, mixed, at the mid bar"


def test_a_cap_is_named() -> None:
    report = make.report(caps=({"to": 2, "because": "one major red flag"},))
    assert "The band is held at 2: one major red flag" in text(report)


def test_a_concept_shows_standing_points_and_the_learners_words() -> None:
    concept = make.concept_result(evidence=(evidence("several copies of it"),))
    shown = text(make.report(concept))
    assert "Copies: mentioned, 5 of 10" in shown
    assert '"several copies of it"' in shown


def test_a_mentioned_concept_says_what_is_missing_for_full_credit() -> None:
    facet = {"id": "survives", "label": "what copies are for", "met": False}
    assert "for full credit: what copies are for" in text(
        make.report(make.concept_result(facets=(facet,)))
    )


def test_a_red_flag_comes_with_its_correction_and_source() -> None:
    flag = make.red_flag(source="https://example.org/copies")
    shown = text(make.report(red_flags=(flag,)))
    assert "! One copy is called safe. (major, -4 points)" in shown
    assert "Right: One copy is lost with its disk." in shown
    assert "Source: https://example.org/copies" in shown


def test_an_unsure_flag_is_shown_as_costing_nothing() -> None:
    shown = text(make.report(red_flags=(make.red_flag(unsure=True, points=0),)))
    assert "(major, unsure, costs nothing)" in shown


def test_a_gap_comes_with_its_gain_and_the_follow_up() -> None:
    gap = {"concept": "copies", "gain": 6, "say": "Say what copies are for.", "follow_up": "Why?"}
    shown = text(make.report(feedback={"first": "Say why.", "gaps": (gap,)}))
    assert "+6 Say what copies are for." in shown
    assert "You may be asked: Why?" in shown


def test_an_empty_answer_has_no_number() -> None:
    shown = text(make.report(score=None, band=None, band_name=None, nothing_to_score=True))
    assert "Nothing to score" in shown
    assert "points" not in shown


def test_control_characters_of_an_answer_do_not_reach_the_terminal() -> None:
    concept = make.concept_result(evidence=(evidence("copies \x1b[31m red \u202e back"),))
    shown = text(make.report(concept))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_long_text_is_folded() -> None:
    report = make.report(feedback={"first": "Say what copies are for. " * 10})
    assert max(len(line) for line in text(report, 60).split("\n")) <= 60
