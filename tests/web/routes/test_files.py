"""Promises of app/web/routes/files.py."""

import re

import pytest
from fastapi.testclient import TestClient

from tests.coaching import QUESTION
from tests.web.site import fields_of, text_of

PAGES = ["/", f"/questions/{QUESTION}", "/history", "/data", "/accuracy", "/docs"]


@pytest.mark.parametrize("address", PAGES)
def test_everything_a_page_loads_is_ours_and_there(browser: TestClient, address: str) -> None:
    page = browser.get(address).text
    loaded = re.findall(r'<(?:script|img|link)[^>]* (?:src|href)="([^"]+)"', page)
    assert loaded
    for place in loaded:
        assert place.startswith("/static/"), place
        reply = browser.get(place)
        assert reply.status_code == 200, place
        assert "immutable" in reply.headers["cache-control"]


@pytest.mark.parametrize("address", PAGES)
def test_no_page_has_script_or_style_of_its_own(browser: TestClient, address: str) -> None:
    page = browser.get(address)
    assert "unsafe" not in page.headers["content-security-policy"]
    assert not re.search(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=", page.text)


def test_pages_are_never_shown_from_a_cache(browser: TestClient) -> None:
    reply = browser.get("/")
    assert reply.headers["cache-control"] == "no-store"
    assert "HX-Request" in reply.headers["vary"]


def test_a_file_of_another_version_is_served_but_not_kept(browser: TestClient) -> None:
    reply = browser.get("/static/old/base.css")
    assert (reply.status_code, reply.headers["cache-control"]) == (200, "no-cache")


@pytest.mark.parametrize("name", ["nothing.css", "..%2Fmain.py", "main.py"])
def test_other_files_are_not_served(browser: TestClient, name: str) -> None:
    assert browser.get(f"/static/x/{name}").status_code == 404


def test_a_drawing_has_a_policy_of_its_own(browser: TestClient) -> None:
    token = fields_of(browser.get(f"/questions/{QUESTION}"))["csrf"]
    page = browser.post(f"/questions/{QUESTION}/reveal", data={"csrf": token}).text
    found = re.search(r'src="(/diagrams/[^"]+)"', page)
    assert found
    reply = browser.get(found[1])
    assert reply.headers["content-type"] == "image/svg+xml"
    assert reply.headers["content-security-policy"].startswith("default-src 'none'")


def test_an_unknown_drawing_is_not_found(browser: TestClient) -> None:
    assert browser.get(f"/diagrams/{'0' * 32}.svg").status_code == 404


def test_the_api_describes_itself_without_the_pages(browser: TestClient) -> None:
    paths = browser.get("/openapi.json").json()["paths"]
    assert paths
    assert all(path.startswith("/api/v1/") for path in paths)


def test_the_site_says_that_it_answers(browser: TestClient) -> None:
    assert browser.get("/healthz").text == "ok"


def test_an_address_that_is_nothing_helps(browser: TestClient) -> None:
    page = browser.get(f"/question/{QUESTION}")
    assert page.status_code == 404
    assert f'href="/questions/{QUESTION}"' in page.text


def test_a_wrong_method_gets_a_page(browser: TestClient) -> None:
    page = browser.put("/")
    assert page.status_code == 405
    assert "<h1>" in page.text


def test_the_accuracy_page_shows_the_figures_that_ship_and_what_is_known_to_be_wrong(
    browser: TestClient,
) -> None:
    page = browser.get("/accuracy")
    said = text_of(page)
    assert page.status_code == 200
    assert "two readings of each answer by language models, never by people" in said
    assert "level: quadratic kappa" in said
    assert "length alone" in said
    assert "Self-contradicting answers" in said
    assert "tests/gold" not in said


def test_every_page_leads_to_it(browser: TestClient) -> None:
    assert 'href="/accuracy"' in browser.get("/").text
