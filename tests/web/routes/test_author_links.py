"""Promises of app/web/routes/author_links.py and of the `Author` a route may ask for."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from app.accounts import Accounts
from app.accounts.author_links import author_path
from app.db.learners import PERSONAL
from app.web.asking import COOKIE
from app.web.needs import Author
from tests.web.site import fields_of, text_of


@pytest.fixture
def browser(browser: TestClient) -> TestClient:
    """A browser at a site that has something for authors."""
    app = browser.app
    assert isinstance(app, FastAPI)

    @app.get("/for-authors")
    def for_authors(author: Author) -> str:
        return author

    return browser


def link(browser: TestClient) -> str:
    accounts = browser.app.state.accounts  # type: ignore[attr-defined]
    assert isinstance(accounts, Accounts)
    return author_path(accounts.make_author_link())


def press(browser: TestClient, address: str) -> Response:
    """Open a link and press its button."""
    token = fields_of(browser.get(address))["csrf"]
    return browser.post(address, data={"csrf": token})


def test_who_only_studies_is_told_how_to_become_an_author(browser: TestClient) -> None:
    reply = browser.get("/for-authors")
    assert reply.status_code == 403
    assert "For authors" in text_of(reply)
    assert "whyboard author-link" in text_of(reply)


def test_the_link_makes_a_browser_the_authors(browser: TestClient) -> None:
    assert press(browser, link(browser)).status_code == 200
    assert browser.get("/for-authors").json() == PERSONAL


def test_looking_at_the_link_does_not_use_it_up(browser: TestClient) -> None:
    address = link(browser)
    assert browser.get(address).status_code == 200
    assert browser.get(address).status_code == 200
    assert browser.get("/for-authors").status_code == 403


def test_the_link_works_once(browser: TestClient) -> None:
    address = link(browser)
    token = fields_of(browser.get(address))["csrf"]
    assert browser.post(address, data={"csrf": token}).status_code == 200
    browser.cookies.clear()
    reply = browser.get(address)
    assert reply.status_code == 404
    assert "This link opens nothing" in text_of(reply)
    token = fields_of(browser.get(link(browser)))["csrf"]
    assert browser.post(address, data={"csrf": token}).status_code == 404


def test_pressing_needs_the_token_of_the_form(browser: TestClient) -> None:
    address = link(browser)
    browser.get(address)
    assert browser.post(address, data={"csrf": "guess"}).status_code == 403
    assert browser.get(address).status_code == 200


def test_the_cookie_is_for_this_site_and_not_for_scripts(browser: TestClient) -> None:
    address = link(browser)
    token = fields_of(browser.get(address))["csrf"]
    reply = browser.post(address, data={"csrf": token}, follow_redirects=False)
    cookie = next(c for c in reply.headers.get_list("set-cookie") if c.startswith(COOKIE))
    assert "httponly" in cookie.lower()
    assert "samesite=lax" in cookie.lower()
    assert "secure" not in cookie.lower()


def test_over_https_the_cookie_is_never_sent_in_the_clear(browser: TestClient) -> None:
    browser.base_url = "https://site"
    address = link(browser)
    token = fields_of(browser.get(address))["csrf"]
    reply = browser.post(address, data={"csrf": token}, follow_redirects=False)
    cookie = next(c for c in reply.headers.get_list("set-cookie") if c.startswith(COOKIE))
    assert "secure" in cookie.lower()


def test_the_token_of_forms_is_a_new_one_afterwards(browser: TestClient) -> None:
    before = fields_of(browser.get(link(browser)))["csrf"]
    press(browser, link(browser))
    assert fields_of(browser.get("/questions/small-queue"))["csrf"] != before


def test_a_guessed_cookie_opens_nothing(browser: TestClient) -> None:
    browser.cookies.set(COOKIE, "guess")
    assert browser.get("/for-authors").status_code == 403
    assert browser.get("/").status_code == 200
