"""Promises of app/web/routes/history.py."""

from pathlib import Path

from fastapi.testclient import TestClient

from tests.coaching import OTHER, QUESTION
from tests.web.site import attempt, fields_of, text_of

HISTORY = f"/questions/{QUESTION}/history"


def test_an_empty_history_says_where_to_begin(browser: TestClient) -> None:
    assert "Nothing here yet." in text_of(browser.get(HISTORY))
    assert "Nothing here yet." in text_of(browser.get("/history"))


def test_attempts_are_listed_with_score_and_change_newest_first(browser: TestClient) -> None:
    attempt(browser, "Nothing useful.")
    attempt(browser, "We keep several copies.")
    said = text_of(browser.get(HISTORY))
    assert said.index("Attempt 2") < said.index("Attempt 1 ")
    assert "50 +50 mixed" in said
    assert "0 first below the bar" in said


def test_two_attempts_make_a_chart_with_words(browser: TestClient) -> None:
    attempt(browser, "Nothing useful.")
    attempt(browser, "We keep several copies.")
    page = browser.get(HISTORY).text
    assert '<title id="chart-title">Scores of 2 attempts</title>' in page
    assert "From 0 at the first attempt to 50 at the latest." in page


def test_the_whole_history_names_the_questions(browser: TestClient) -> None:
    attempt(browser, "We keep several copies.")
    attempt(browser, "We keep several copies.", OTHER)
    said = text_of(browser.get("/history"))
    assert "A small queue" in said
    assert "A large queue" in said


def test_the_history_of_an_unknown_question_is_not_found(browser: TestClient) -> None:
    assert browser.get("/questions/nope/history").status_code == 404


def test_the_data_page_says_where_the_data_lives(browser: TestClient, tmp_path: Path) -> None:
    attempt(browser, "We keep several copies.")
    said = text_of(browser.get("/data"))
    assert str(tmp_path / "whyboard.db") in said
    assert "1 attempt, with its report" in said


def test_everything_can_be_deleted_after_being_asked(browser: TestClient) -> None:
    report = attempt(browser, "We keep several copies.")
    asked = browser.get("/data/delete")
    assert "None of it can be brought back." in text_of(asked)
    page = browser.post("/data/delete", data={"csrf": fields_of(asked)["csrf"]})
    assert "No attempt is kept yet." in text_of(page)
    assert browser.get(report).status_code == 404
