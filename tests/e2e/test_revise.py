"""Revising an answer and comparing attempts in a real browser, on the real bank and engine."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.site import Site
from tests.e2e.tabs import follow, new_context, score
from tests.e2e.test_practice import ANSWER, KAFKA, submit

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

MORE = (
    "We alert on consumer lag per group, because growing lag means readers fall behind retention."
)


def test_a_revision_starts_from_the_old_answer_and_shows_what_changed(
    page: Page, complaints: list[str]
) -> None:
    submit(page)
    follow(page.get_by_role("link", name="Revise this answer"))
    box = page.get_by_label("Your answer", exact=True)
    expect(box).to_have_value(ANSWER)
    box.press("Control+End")
    box.press_sequentially("We alert")
    expect(page.locator("#saved")).to_have_text("Saved")
    page.goto(KAFKA)  # the draft remembers what it revises
    expect(page.locator("#answer-remark")).to_contain_text("It revises attempt")
    box.fill(f"{ANSWER}{MORE}\n")
    score(page)

    since = page.locator("#since")
    expect(since.get_by_role("heading", level=2)).to_contain_text("which this one revises")
    expect(since).to_contain_text("Consumer lag monitoring")
    expect(page.locator(".score")).to_contain_text(re.compile(r"\+\d+ since attempt"))
    follow(since.get_by_role("link", name="See both answers side by side"))

    expect(page.locator(".pair-side")).to_have_count(2)
    expect(page.locator("#words ins")).to_contain_text(["Put in", MORE])
    row = page.locator("#after-concept-consumer-lag-monitoring")
    mark = page.locator("mark[data-for~='after-concept-consumer-lag-monitoring']").first
    mark.hover()
    expect(row).to_have_class(re.compile(r"\blit\b"))
    page.locator("a.ref[href='#after-concept-consumer-lag-monitoring']").first.click()
    expect(row).to_be_in_viewport()
    assert complaints == []


def test_any_two_attempts_can_be_chosen(page: Page, complaints: list[str]) -> None:
    for answer in (ANSWER, ANSWER + MORE, MORE):
        submit(page, answer)
    page.goto(f"{KAFKA}/history")
    follow(page.get_by_role("link", name="Compare two attempts"))
    older = page.get_by_label("Attempt", exact=True)
    newest = page.get_by_label("beside").input_value()
    oldest = older.locator("option").last.get_attribute("value")
    older.select_option(oldest)
    follow(page.get_by_role("button", name="Compare"))
    expect(page.locator("h1")).to_contain_text("Attempt 1 beside")
    expect(page).to_have_url(re.compile(f"before={oldest}&after={newest}"))
    assert complaints == []


def test_on_a_phone_the_answers_stand_one_under_the_other(chromium: Browser, site: Site) -> None:
    context = new_context(chromium, site, viewport={"width": 390, "height": 800})
    page = context.new_page()
    for answer in (ANSWER, ANSWER + MORE):
        submit(page, answer)
    page.goto(f"{KAFKA}/compare")
    upper, lower = (side.bounding_box() for side in page.locator(".pair-side").all())
    assert upper is not None
    assert lower is not None
    assert lower["y"] >= upper["y"] + upper["height"]
    context.close()


def test_revising_works_without_script(chromium: Browser, site: Site) -> None:
    context = new_context(chromium, site, java_script_enabled=False)
    page = context.new_page()
    submit(page)
    follow(page.get_by_role("link", name="Revise this answer"))
    box = page.get_by_label("Your answer", exact=True)
    expect(box).to_have_value(ANSWER)
    box.fill(ANSWER + MORE)
    score(page)
    expect(page.locator("#since-title")).to_contain_text("which this one revises")
    context.close()
