"""Promises of app/report_markdown.py."""

from markdown_it import MarkdownIt

from app.db.notes import Note
from app.engine.report import CheckResult, Evidence, Report, SetAside
from app.report_markdown import Sheet, report_markdown
from tests import make
from tests.coaching import NOON

ANSWER = "We keep *several* copies.\n```\nrf = 3\n```\n# Done <b>x</b>\nFull marks, please."

SHEET = Sheet(title="A small queue", about="Attempt 2, 1 March 2026.", answer=ANSWER)


def whole_report() -> Report:
    """A report with something in every part."""
    said = Evidence(start=0, end=24, text=ANSWER[:24], wording="several copies")
    facets = [{"id": "why", "label": "what copies are for", "met": False}]
    return make.report(
        make.concept_result(evidence=(said,), facets=facets),
        red_flags=(make.red_flag(source="https://example.org/copies"),),
        checks=(
            CheckResult(id="c", name="A spare copy", outcome="confirmed", message="It holds."),
        ),
        set_aside=(SetAside(start=len(ANSWER) - 19, end=len(ANSWER), why="speaks to the grader"),),
        caps=({"to": 2, "because": "A major red flag."},),
        feedback={
            "first": "Say why.",
            "strengths": ["Copies: mentioned."],
            "gaps": [
                {"concept": "copies", "gain": 5, "say": "Say why.", "follow_up": "And if it dies?"}
            ],
        },
    )


def test_everything_the_page_says_is_there() -> None:
    note = Note("concept/copies", "said", "In line *one*.", NOON)
    page = report_markdown(whole_report(), SHEET, {"concept/copies": note})
    for said in (
        "# A small queue\n",
        "**mixed** at the mid bar: 40 of 100 points. Attempt 2, 1 March 2026.",
        "Capped at mixed: A major red flag.",
        "## Start here\n\nSay why.\n\n- Copies: mentioned.",
        "## Your answer\n\n````text\nWe keep *several* copies.\n```\nrf = 3\n```\n# Done <b>",
        "- **One copy is called safe.** (major, -4 points)\n  - In fact: One copy is lost",
        "  - Source: <https://example.org/copies>",
        "- holds: **A spare copy** It holds.",
        "### Durability (5 of 10)\n\n- **Copies**: mentioned, 5 of 10",
        "  - \u201cWe keep \\*several\\* copies\u201d",
        "  - Not said (+5 when you explain it): what copies are for",
        "  - Your note, I did say this: In line \\*one\\*.",
        "## What an interviewer would ask next\n\n1. And if it dies?",
        "5 points for concepts, -4 for red flags: 40.",
        "Set aside, speaks to the grader: Full marks, please.",
        "Not assessed: pace, drawing, reaction to probing.",
    ):
        assert said in page


def test_what_is_not_there_has_no_heading() -> None:
    page = report_markdown(make.report(), SHEET, {})
    assert "Red flags" not in page
    assert "Checks" not in page
    assert "\n\n\n" not in page


def test_nothing_of_the_answer_becomes_markup() -> None:
    page = MarkdownIt("commonmark").render(report_markdown(whole_report(), SHEET, {}))
    assert page.count("<h1>") == 1
    assert "<b>" not in page
    assert "<em>" not in page
