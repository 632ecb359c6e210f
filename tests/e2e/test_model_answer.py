"""The model answer's page in a real browser, on the real bank and engine."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.site import Site
from tests.e2e.tabs import follow, new_context
from tests.e2e.test_practice import KAFKA, submit

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

URL = "/questions/url-shortener"


def test_it_stays_hidden_until_asked_for_and_that_is_said(page: Page) -> None:
    page.goto(f"{URL}/model-answer")
    expect(page.get_by_text("Hidden until you have answered once")).to_be_visible()
    expect(page.locator("mark")).to_have_count(0)
    follow(page.get_by_role("button", name="Show the model answer now"))
    expect(page.get_by_text("Shown because you asked")).to_be_visible()
    expect(page).to_have_url(re.compile(f"{URL}/model-answer$"))
    expect(page.get_by_role("link", name="Compare with mine")).to_have_count(0)


def test_marks_and_index_lead_to_each_other(page: Page, complaints: list[str]) -> None:
    submit(page)
    follow(page.get_by_role("link", name="Read the model answer"))
    index = page.get_by_role("navigation", name="Where each point is made")
    entry = index.get_by_role("link", name="In-sync replicas (ISR)", exact=True)
    entry.click()
    expect(page).to_have_url(re.compile("#e-concept-in-sync-replicas-1$"))
    mark = page.locator("mark[data-for~='concept-in-sync-replicas']").first
    expect(mark).to_be_in_viewport()
    mark.hover()
    expect(page.locator("#concept-in-sync-replicas")).to_have_class(re.compile(r"\blit\b"))
    reference = page.locator("a.ref[href='#concept-in-sync-replicas']").first
    reference.focus()
    expect(reference.locator(".tip")).to_contain_text("In-sync replicas (ISR): explained")
    reference.press("Enter")
    expect(page.locator("#concept-in-sync-replicas")).to_be_in_viewport()
    expect(page.get_by_role("table", name="Decisions").get_by_role("columnheader")).to_have_count(5)
    assert complaints == []


def test_ones_own_words_stand_beside_the_model_answers(page: Page, complaints: list[str]) -> None:
    submit(page)
    follow(page.get_by_role("link", name="Compare with mine"))
    expect(page.locator("h1")).to_have_text("Your answer beside the model answer")
    concept = page.locator("article", has=page.get_by_role("heading", name="Replication factor"))
    yours = concept.locator(".beside-yours")
    expect(yours).to_contain_text("explained")
    follow(yours.get_by_role("link", name=re.compile("replication factor 3")))
    expect(page).to_have_url(re.compile("/attempts/.*#e-concept-replication-factor-1$"))
    page.go_back()
    follow(concept.locator(".beside-model").get_by_role("link").first)
    expect(page).to_have_url(re.compile(f"{KAFKA}/model-answer#e-concept-replication-factor-1$"))
    assert complaints == []


def test_it_reads_without_script_and_as_a_table_on_a_phone(chromium: Browser, site: Site) -> None:
    context = new_context(
        chromium, site, java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    submit(page)
    page.goto(f"{KAFKA}/model-answer")
    rows = page.get_by_role("table", name="Decisions").get_by_role("row")
    expect(rows.nth(1).get_by_role("cell")).to_have_count(4)
    expect(rows.nth(1).get_by_role("rowheader")).to_be_visible()
    page.get_by_role("link", name="All concepts").click()
    expect(page.get_by_role("navigation", name="Where each point is made")).to_be_in_viewport()
    context.close()


def test_a_tall_diagram_on_a_phone_begins_with_the_drawing_and_not_with_an_empty_edge(
    page: Page,
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/questions/metrics-monitoring-platform/model-answer")
    follow(page.get_by_role("button", name="Show the model answer now"))
    drawing = page.locator(".diagram-board img")
    expect(drawing).to_be_visible()
    shown, drawn = drawing.evaluate(
        "async img => { await img.decode();"
        " return [img.width / img.height, img.naturalWidth / img.naturalHeight] }"
    )
    assert shown == pytest.approx(drawn, rel=0.02)
