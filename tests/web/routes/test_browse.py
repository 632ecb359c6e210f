"""Promises of app/web/routes/browse.py."""

from fastapi.testclient import TestClient

from tests.coaching import OTHER, QUESTION
from tests.web.site import attempt, text_of


def test_every_question_has_a_card(browser: TestClient) -> None:
    page = browser.get("/")
    assert page.status_code == 200
    assert f'href="/questions/{QUESTION}"' in page.text
    assert f'href="/questions/{OTHER}"' in page.text


def test_a_search_forgives_a_slip(browser: TestClient) -> None:
    page = browser.get("/", params={"q": "lagre"})
    assert OTHER in page.text
    assert f'href="/questions/{QUESTION}"' not in page.text


def test_the_filters_of_the_address_are_filled_in_again(browser: TestClient) -> None:
    page = browser.get("/", params={"q": "queue", "difficulty": "staff"})
    assert 'value="queue"' in page.text
    assert '<option value="staff" selected>' in page.text
    assert "1 of 2 questions" in text_of(page)


def test_a_filter_without_values_is_not_shown(browser: TestClient) -> None:
    assert 'name="company"' not in browser.get("/").text


def test_nothing_found_says_what_to_try(browser: TestClient) -> None:
    said = text_of(browser.get("/", params={"q": "zzzzzz"}))
    assert "No question matches." in said
    assert "see all 2 questions" in said


def test_a_card_shows_the_best_score(browser: TestClient) -> None:
    attempt(browser, "We keep several copies.")
    assert "Best 50 mixed" in text_of(browser.get("/"))


def test_htmx_gets_the_results_alone_and_the_back_button_the_whole_page(
    browser: TestClient,
) -> None:
    part = browser.get("/", headers={"HX-Request": "true"})
    assert part.text.lstrip().startswith('<section id="results"')
    restored = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<!doctype html>" in browser.get("/", headers=restored).text


def test_a_search_that_looks_like_markup_is_text(browser: TestClient) -> None:
    page = browser.get("/", params={"q": '"><script>alert(1)</script>'})
    assert "<script>alert" not in page.text
