"""Promises of app/web/routes/model_answers.py."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.coaching import OTHER, QUESTION
from tests.web.site import attempt, fields_of, text_of

PAGE = f"/questions/{QUESTION}"
MODEL = f"{PAGE}/model-answer"
SECRET = "The queue is a log with copies."  # noqa: S105 - the model answer's words


def reveal(browser: TestClient) -> None:
    token = fields_of(browser.get(PAGE))["csrf"]
    assert browser.post(f"{PAGE}/reveal", data={"csrf": token}).status_code == 200


@pytest.mark.parametrize("address", [PAGE, MODEL, f"{MODEL}/compare"])
def test_the_model_answer_is_hidden_before_an_attempt(browser: TestClient, address: str) -> None:
    page = browser.get(address)
    assert SECRET not in page.text
    assert "Practise losing a broker." not in page.text
    assert "Hidden until you have answered once" in text_of(page)


def test_the_model_answer_is_shown_on_request_and_it_is_noted(browser: TestClient) -> None:
    token = fields_of(browser.get(MODEL))["csrf"]
    page = browser.post(f"{PAGE}/reveal", data={"csrf": token})
    assert page.url.path == MODEL
    assert SECRET in page.text
    assert "Shown because you asked, 1 March 2026, 12:00 UTC." in text_of(page)
    assert SECRET in browser.get(MODEL).text


def test_an_expired_button_reveals_nothing_and_leads_back_to_its_page(browser: TestClient) -> None:
    page = browser.post(f"{PAGE}/reveal", data={"csrf": "expired"})
    assert page.status_code == 403
    assert f'href="{PAGE}">Back to the page' in page.text
    assert SECRET not in browser.get(MODEL).text


def test_an_attempt_opens_it_and_deleting_all_of_them_closes_it(browser: TestClient) -> None:
    report = attempt(browser, "We keep several copies.")
    assert SECRET in browser.get(MODEL).text
    token = fields_of(browser.get(f"{report}/delete"))["csrf"]
    browser.post(f"{report}/delete", data={"csrf": token})
    assert SECRET not in browser.get(MODEL).text


def test_an_attempt_at_another_question_opens_nothing(browser: TestClient) -> None:
    attempt(browser, "We keep several copies.", OTHER)
    assert SECRET not in browser.get(MODEL).text


def test_the_five_sections_notes_and_sources_are_there(browser: TestClient) -> None:
    reveal(browser)
    page = browser.get(MODEL)
    said = text_of(page)
    for part in ("Context: the why", "Diagram", "Component logic", "Trade-offs", "Pro-tip"):
        assert part in said
    assert re.search(r'<img src="/diagrams/[0-9a-f]{32}\.svg" alt="a feeds b"', page.text)
    assert "The diagram in words a feeds b" in said
    assert "What a staff answer adds Practise losing a broker." in said
    assert "read 31 January 2026" in said
    assert "Pro-move Say what happens when a disk dies. Red flag No copies." in said


def test_trade_offs_are_a_table_of_decisions(browser: TestClient) -> None:
    reveal(browser)
    page = browser.get(MODEL).text
    table = re.search(r"<table class=\"decisions\".*?</table>", page, re.DOTALL)
    assert table
    columns = re.findall(r'role="columnheader">(.*?)<', table[0])
    assert columns == ["Decision", "Choose", "It buys", "It costs", "Choose otherwise when"]
    assert len(re.findall(r'role="rowheader"', table[0])) == 2


def test_every_concept_is_listed_and_no_id_is_used_twice(browser: TestClient) -> None:
    attempt(browser, "We keep several copies.")
    page = browser.get(MODEL).text
    assert 'id="concept-copies" class="index-entry"' in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))


def test_a_button_compares_with_ones_own_answer_once_there_is_one(browser: TestClient) -> None:
    reveal(browser)
    assert "Compare with mine" not in browser.get(MODEL).text
    report = attempt(browser, "We keep several copies.")
    assert f'href="{MODEL}/compare">Compare with mine' in browser.get(MODEL).text
    assert f'href="{MODEL}/compare">Compare with mine' in browser.get(PAGE).text
    name = report.rpartition("/")[2]
    assert f'href="{MODEL}/compare?attempt={name}">Compare with mine' in browser.get(report).text


def test_the_comparison_shows_standing_own_words_and_what_was_not_said(
    browser: TestClient,
) -> None:
    report = attempt(browser, "We keep <b>several copies</b>.")
    page = browser.get(f"{MODEL}/compare")
    said = text_of(page)
    assert "Of 1 concept: 1 mentioned." in said
    assert "You mentioned 50 / 100 several copies" in said
    assert f'href="{report}#e-concept-copies-1"' in page.text
    assert "Model answer Not in its text." in said


def test_another_attempt_can_be_chosen(browser: TestClient) -> None:
    first = attempt(browser, "Nothing of it.").rpartition("/")[2]
    attempt(browser, "We keep several copies.")
    page = browser.get(f"{MODEL}/compare")
    assert f'<option value="{first}">1: 0, below the bar' in page.text
    chosen = browser.get(f"{MODEL}/compare", params={"attempt": first})
    assert "Nothing in your words." in text_of(chosen)


@pytest.mark.parametrize("address", [f"{MODEL}/compare?attempt=nope", "/questions/no/model-answer"])
def test_what_is_not_there_is_not_found(browser: TestClient, address: str) -> None:
    attempt(browser, "We keep several copies.")
    assert browser.get(address).status_code == 404
