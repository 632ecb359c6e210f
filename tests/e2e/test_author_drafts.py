"""Drafts in a real browser: kept as one types, and never at the cost of another's."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.e2e.authoring import begin
from tests.e2e.tabs import follow, watched

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


def test_what_is_typed_is_kept_by_itself_and_the_caret_stays(
    desk: Page, complaints: list[str]
) -> None:
    begin(desk, "kept-by-itself")
    question = desk.get_by_label("Question", exact=True)
    question.click()
    question.press("Control+Home")
    desk.keyboard.type("# typed ", delay=30)
    caret = question.evaluate("box => box.selectionStart")
    expect(desk.locator("#saved")).to_have_text("Draft saved")
    assert caret == len("# typed ")
    assert question.evaluate("box => box.selectionStart") == caret
    desk.keyboard.press("Enter")
    expect(desk.locator("#question-2")).to_have_text("2")
    desk.keyboard.press("Tab")
    assert not question.evaluate("box => document.activeElement === box")
    expect(desk.locator("#saved")).to_have_text("Draft saved")
    desk.reload()
    expect(question).to_have_value(re.compile("^# typed \n"))
    assert complaints == []


def test_two_tabs_do_not_overwrite_each_other_unasked(
    author: BrowserContext, desk: Page, complaints: list[str]
) -> None:
    begin(desk, "two-tabs")
    other = watched(author, complaints)
    other.goto("/author/questions/two-tabs")
    desk.get_by_label("Question", exact=True).fill("first: tab\n")
    expect(desk.locator("#saved")).to_have_text("Draft saved")
    other.get_by_label("Question", exact=True).fill("second: tab\n")
    expect(other.locator("#saved")).to_contain_text("another draft was kept meanwhile")
    follow(other.get_by_role("button", name="Save draft"))
    expect(other.get_by_role("alert")).to_contain_text("first: tab")
    expect(other.get_by_label("Question", exact=True)).to_have_value("second: tab\n")
    follow(other.get_by_role("button", name="Save draft"))
    expect(other.get_by_role("alert")).to_have_count(0)
    other.close()
    assert all("409" in said for said in complaints)


def test_what_is_sent_while_its_draft_is_on_its_way_is_nobody_elses(
    desk: Page, complaints: list[str]
) -> None:
    begin(desk, "on-its-way")
    held: list[Route] = []
    desk.route("**/draft", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks it
    question = desk.get_by_label("Question", exact=True)
    question.fill("first: words\n")
    while not held:
        desk.wait_for_timeout(50)
    kept = held[0].fetch()  # the server has it, and the page has not heard so yet
    question.fill("second: words\n")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Save draft").press("Enter")
        held[0].fulfill(response=kept)
    expect(desk.get_by_role("alert")).to_have_count(0)
    expect(question).to_have_value("second: words\n")
    assert complaints == []
