"""Promises of app/web/routes/coaching.py."""

import logging
import sqlite3
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.engine.door import ANSWER_LIMIT
from app.web.main import LIVE_BURST
from tests.coaching import QUESTION
from tests.web.site import fields_of, submit, text_of

PAGE = f"/questions/{QUESTION}"
SECRETS = ("Copies", "several copies", "what copies are for", "Say what survives", "disk dies")
"""What the small rubric and its report know and the coach must not tell."""


def ask(browser: TestClient, answer: str, **changes: str) -> Response:
    """Ask the coach as the page's script does."""
    token = fields_of(browser.get(PAGE))["csrf"]
    return browser.post(f"{PAGE}/coach", data={"csrf": token, "answer": answer} | changes)


def test_the_coach_tells_areas_with_their_share(browser: TestClient) -> None:
    assert "Durability 0%" in text_of(ask(browser, "Hello."))
    assert "Durability 50%" in text_of(ask(browser, "We keep several copies."))


def test_the_coach_tells_an_error_in_the_learners_words_with_the_reason(
    browser: TestClient,
) -> None:
    said = text_of(ask(browser, "Well, one copy is safe."))
    assert "Not so: one copy is safe It dies." in said


@pytest.mark.parametrize("answer", ["", "Hello.", "One copy is safe."])
def test_the_coach_names_no_concept_gap_or_wording(browser: TestClient, answer: str) -> None:
    page = ask(browser, answer).text
    assert [secret for secret in SECRETS if secret in page] == []


def test_markup_in_an_answer_is_shown_as_typed(browser: TestClient) -> None:
    page = ask(browser, "<img src=x> one copy is safe <script>alert(1)</script>").text
    assert "<script" not in page
    assert "<img" not in page


def test_nothing_is_kept_and_no_lock_is_needed(browser: TestClient, tmp_path: Path) -> None:
    token = fields_of(browser.get(PAGE))["csrf"]
    holder = sqlite3.connect(tmp_path / "whyboard.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    reply = browser.post(f"{PAGE}/coach", data={"csrf": token, "answer": "several copies"})
    holder.execute("ROLLBACK")
    kept = holder.execute("SELECT count(*) FROM attempts").fetchone()
    holder.close()
    assert reply.status_code == 200
    assert kept == (0,)
    assert fields_of(browser.get(PAGE))["answer"] == ""


def test_an_answer_is_never_logged(
    browser: TestClient, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    ask(browser, "unmistakable words")
    out = capsys.readouterr()
    assert "unmistakable" not in caplog.text + out.out + out.err


def test_a_page_that_expired_is_refused(browser: TestClient) -> None:
    assert ask(browser, "Hello.", csrf="expired").status_code == 403


def test_another_site_is_refused(browser: TestClient) -> None:
    token = fields_of(browser.get(PAGE))["csrf"]
    foreign = {"Origin": "http://evil.example"}
    reply = browser.post(f"{PAGE}/coach", data={"csrf": token, "answer": "x"}, headers=foreign)
    assert reply.status_code == 403


def test_more_than_an_answer_may_have_is_refused(browser: TestClient) -> None:
    assert ask(browser, "x" * (ANSWER_LIMIT + 1)).status_code == 413


def test_an_unknown_question_is_not_found(browser: TestClient) -> None:
    token = fields_of(browser.get(PAGE))["csrf"]
    reply = browser.post("/questions/nope/coach", data={"csrf": token, "answer": "x"})
    assert reply.status_code == 404


def test_asking_too_often_is_refused_and_scoring_is_not(browser: TestClient) -> None:
    token = fields_of(browser.get(PAGE))["csrf"]
    fields = {"csrf": token, "answer": "several copies"}
    statuses = {
        browser.post(f"{PAGE}/coach", data=fields).status_code for _ in range(4 * LIVE_BURST)
    }
    assert statuses == {200, 429}
    assert submit(browser, "We keep several copies.").status_code == 303


def test_the_coach_is_off_and_unseen_until_a_script_shows_it(browser: TestClient) -> None:
    page = browser.get(PAGE).text
    assert f'data-address="{PAGE}/coach" hidden>' in page
    assert '<input type="checkbox" id="coach-on" aria-describedby="coach-help">' in page
