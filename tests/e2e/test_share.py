"""Keeping a report and showing it to others, in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.checks import assert_accessible, assert_fits
from tests.e2e.site import Site
from tests.e2e.tabs import follow, new_context, watched
from tests.e2e.test_practice import ANSWER, submit

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


@pytest.fixture
def stranger(chromium: Browser, complaints: list[str]) -> Iterator[Page]:
    """A tab of somebody who has never been at the site."""
    context = new_context(chromium, color_scheme="dark", viewport={"width": 390, "height": 800})
    yield watched(context, complaints)
    context.close()


def test_a_link_is_made_read_by_a_stranger_and_ended(
    page: Page, stranger: Page, complaints: list[str]
) -> None:
    submit(page)
    report = page.url
    follow(page.get_by_role("link", name="Keep or share"))
    follow(page.get_by_role("button", name="Make a link"))
    link = page.get_by_label("Your link").input_value()
    assert re.search(r"/shared/[\w-]{43}$", link)

    stranger.goto(link)
    expect(stranger.locator("h1")).to_contain_text("at the senior bar")
    expect(stranger.locator(".answer-text")).to_contain_text("replication factor 3")
    assert stranger.locator("form, button, input, textarea").count() == 0
    assert stranger.context.cookies() == []
    assert report.rpartition("/")[2] not in stranger.content()
    assert_accessible(stranger)
    assert_fits(stranger, 390)

    follow(page.get_by_role("link", name="Your data", exact=True))
    follow(page.get_by_role("button", name="End it").first)
    expect(page.locator("#links + p")).to_contain_text("None is open.")
    reply = stranger.goto(link)
    assert reply is not None
    assert reply.status == 404
    assert [said for said in complaints if "404" not in said] == []


def test_a_link_can_be_copied_with_one_click(chromium: Browser, site: Site) -> None:
    context = new_context(chromium, site, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    submit(page)
    follow(page.get_by_role("link", name="Keep or share"))
    follow(page.get_by_role("button", name="Make a link"))
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    link = page.get_by_label("Your link").input_value()
    assert page.evaluate("navigator.clipboard.readText()") == link
    follow(page.get_by_role("button", name="End it"))
    expect(page.get_by_role("heading", name="Open links")).to_have_count(0)
    context.close()


def test_a_report_is_downloaded_and_laid_out_for_paper(page: Page, complaints: list[str]) -> None:
    submit(page)
    follow(page.get_by_role("link", name="Keep or share"))
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download as Markdown").click()
    download = waiting.value
    assert re.fullmatch(
        r"whyboard-kafka-event-backbone-attempt-\d+\.md", download.suggested_filename
    )
    assert f"```text\n{ANSWER}```" in download.path().read_text(encoding="utf-8")

    follow(page.get_by_role("link", name="Open the page for paper"))
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    expect(page.get_by_role("link", name="Keep or share")).to_be_hidden()
    expect(page.locator("details.why p").first).to_be_visible()
    assert complaints == []
