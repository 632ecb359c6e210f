"""A server that goes away and comes back, seen from a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.authoring import small_root
from tests.e2e.site import Site
from tests.e2e.tabs import new_context, watched
from tests.e2e.test_accounts import ANSWER
from tests.e2e.test_live_coach import with_coach

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

URLS = "/questions/url-shortener"


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site that is quickly there again: it has one question to read."""
    root = small_root(tmp_path_factory.mktemp("root"))
    running = Site(tmp_path_factory.mktemp("data"), settings={"WHYBOARD_ROOT": str(root)})
    running.start()
    yield running
    running.stop()


@pytest.fixture
def at(chromium: Browser, small_site: Site, complaints: list[str]) -> Iterator[Page]:
    """A tab at that site."""
    context = new_context(chromium, small_site)
    yield watched(context, complaints)
    context.close()


def test_what_is_typed_outlives_reload_back_and_a_restart(
    at: Page, small_site: Site, complaints: list[str]
) -> None:
    box = at.get_by_label("Your answer", exact=True)
    at.goto(URLS)
    box.fill("Half an answer")
    expect(at.locator("#saved")).to_have_text("Saved")
    at.reload()
    expect(box).to_have_value("Half an answer")

    box.fill("Half an answer, and more")
    at.goto("/")  # at once: the page sends the draft while it goes
    at.go_back()
    expect(box).to_have_value("Half an answer, and more")

    small_site.stop()
    box.fill("Typed while the server was away")
    expect(at.locator("#saved")).to_contain_text("Not saved yet")
    at.get_by_role("button", name="Score my answer").press("Enter")
    expect(at.locator("#saved")).to_contain_text("Not sent: no connection.")
    expect(box).to_have_value("Typed while the server was away")
    small_site.start()
    expect(at.locator("#saved")).to_have_text("Saved")
    at.reload()
    expect(box).to_have_value("Typed while the server was away")
    assert [said for said in complaints if "net::ERR_" not in said] == []


def test_the_coach_survives_an_expired_page_and_a_server_that_is_away(
    at: Page, small_site: Site, complaints: list[str]
) -> None:
    coached = with_coach(at, URLS)
    box = coached.get_by_label("Your answer", exact=True)
    small_site.stop()
    box.fill(ANSWER)
    expect(coached.locator("#coach-state")).to_contain_text("The coach cannot be reached.")
    small_site.start()
    box.press("End")
    coached.keyboard.type(" ")
    expect(coached.locator(".coach-area.begun").first).to_be_visible()
    expect(coached.locator("#coach-state")).to_be_empty()
    coached.context.clear_cookies()
    coached.keyboard.type("and more")
    expect(coached.locator("#coach-state")).to_contain_text("This page has expired")
    expect(box).to_have_value(re.compile("and more"))
    assert [said for said in complaints if "net::ERR_" not in said and "403" not in said] == []
