"""Promises of app/web/routes/keeping.py."""

import re

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from tests.coaching import QUESTION
from tests.web.site import attempt, fields_of, text_of

ANSWER = "We keep several copies, RF=3.\n```\nOne copy is safe. <b>Really</b>"


@pytest.fixture
def report(browser: TestClient) -> str:
    """The address of a report with a note."""
    address = attempt(browser, ANSWER)
    note(browser, address, "concept/copies", "In the *first* line.")
    return address


def note(browser: TestClient, report: str, subject: str, text: str) -> None:
    token = fields_of(browser.get(report))["csrf"]
    fields = {"csrf": token, "subject": subject, "anchor": "a", "kind": "said", "text": text}
    browser.post(f"{report}/notes", data=fields)


def disposition(page: Response) -> str:
    return str(page.headers["content-disposition"])


def test_a_report_can_be_taken_away_as_markdown(browser: TestClient, report: str) -> None:
    page = browser.get(f"{report}/report.md")
    assert page.headers["content-type"] == "text/markdown; charset=utf-8"
    assert disposition(page) == f'attachment; filename="whyboard-{QUESTION}-attempt-1.md"'
    assert page.text.startswith("# A small queue\n\n**mixed** at the mid bar: 46 of 100 points.")
    assert f"````text\n{ANSWER}\n````" in page.text
    assert "Attempt 1, 2026-03-01 12:00 UTC, 11 words." in page.text
    assert "## Your answer, improved\n\n100 points, strong hire, with every edit" in page.text
    assert r"Your note, I did say this: In the \*first\* line." in page.text


def test_the_page_for_paper_has_everything_opened_and_nothing_to_fill_in(
    browser: TestClient, report: str
) -> None:
    page = browser.get(f"{report}/print")
    said = text_of(page)
    assert "Your note, I did say this: In the *first* line." in said
    assert "One disk dies some day." in said
    assert '<details class="why" open>' in page.text
    assert "Your answer, improved" in said
    assert set(re.findall(r' href="#([^"]+)"', page.text)) <= set(
        re.findall(r' id="([^"]+)"', page.text)
    )
    assert "<form" not in page.text
    assert "<textarea" not in page.text


@pytest.mark.parametrize("page", ["report.md", "print"])
def test_an_unknown_attempt_cannot_be_taken_away(browser: TestClient, page: str) -> None:
    assert browser.get(f"/attempts/nope/{page}").status_code == 404
