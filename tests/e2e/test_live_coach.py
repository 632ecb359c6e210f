"""The live coach in a real browser, on the real bank and engine."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.e2e.site import Site
from tests.e2e.tabs import new_context, watched
from tests.e2e.test_practice import ANSWER, KAFKA

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

WRONG = "Kafka keeps all messages of a topic in order."


@pytest.fixture
def coached(page: Page) -> Page:
    """A page of a question with the coach switched on."""
    return with_coach(page, KAFKA)


def with_coach(page: Page, question: str) -> Page:
    page.goto(question)
    page.get_by_label("Your answer", exact=True).fill("")
    page.get_by_label("Coach me as I write").check()
    expect(page.locator(".coach-area").first).to_be_visible()
    return page


def caret(page: Page) -> list[int]:
    """Where the caret of the answer box is, as start and end of its selection."""
    found: list[int] = page.evaluate(
        "[document.activeElement.selectionStart, document.activeElement.selectionEnd]"
    )
    return found


def test_it_is_off_at_first_asks_nothing_and_remembers_the_choice(
    page: Page, complaints: list[str]
) -> None:
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url) if sent.url.endswith("/coach") else None)
    page.goto(KAFKA)
    box = page.get_by_label("Your answer", exact=True)
    box.fill(ANSWER)
    expect(page.locator("#saved")).to_have_text("Saved")
    assert asked == []
    page.get_by_label("Coach me as I write").check()
    expect(page.locator(".coach-area.begun").first).to_be_visible()
    page.reload()
    expect(page.get_by_label("Coach me as I write")).to_be_checked()
    expect(page.locator(".coach-area.begun").first).to_be_visible()
    page.get_by_label("Coach me as I write").uncheck()
    expect(page.locator(".coach-area")).to_have_count(0)
    page.reload()
    expect(page.get_by_label("Coach me as I write")).not_to_be_checked()
    assert complaints == []


def test_areas_light_up_and_errors_appear_while_typing_and_the_caret_stays(
    coached: Page, complaints: list[str]
) -> None:
    box = coached.get_by_label("Your answer", exact=True)
    expect(coached.locator(".coach-area.begun")).to_have_count(0)
    box.fill(ANSWER + WRONG)
    error = coached.locator(".coach-slip")
    expect(error).to_contain_text("Not so: Kafka keeps all messages of a topic in order")
    expect(error).to_contain_text("Order is kept only within one partition.")
    expect(coached.locator(".coach-area.begun").first).to_be_visible()
    expect(coached.locator("#coach-says")).to_contain_text("1 error found.")

    box.evaluate("(box) => { box.focus(); box.setSelectionRange(10, 10); }")
    coached.keyboard.type("(really) ", delay=30)
    assert caret(coached) == [19, 19]
    before = coached.locator("#coach-board").inner_html()
    box.evaluate("(box, at) => box.setSelectionRange(at, box.value.length)", len(ANSWER) + 9)
    coached.keyboard.press("Delete")  # the wrong sentence goes, and so must the error
    expect(error).to_have_count(0)
    assert coached.locator("#coach-board").inner_html() != before
    expect(box).to_be_focused()
    assert caret(coached) == [len(ANSWER) + 9] * 2
    expect(box).to_have_value(ANSWER[:10] + "(really) " + ANSWER[10:])
    assert complaints == []


def test_what_it_shows_names_no_concept_and_no_gap(coached: Page) -> None:
    coached.get_by_label("Your answer", exact=True).fill(ANSWER)
    expect(coached.locator(".coach-area.begun").first).to_be_visible()
    said = coached.locator("#coach-board").inner_text()
    for concept in ("Replication factor", "In-sync replicas", "Dead letter", "missing", "Schema"):
        assert concept.lower() not in said.lower()


def test_a_stale_answer_never_replaces_a_newer_one(coached: Page) -> None:
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if not held:
            held.append(route)  # its reply would come after that to the newer words
            return
        route.continue_()

    coached.route(re.compile("/coach$"), hold_the_first)
    box = coached.get_by_label("Your answer", exact=True)
    with coached.expect_request(re.compile("/coach$")):
        box.fill(WRONG)
    with coached.expect_event("requestfailed", lambda sent: sent.url.endswith("/coach")):
        box.fill(ANSWER)
    expect(coached.locator(".coach-area.begun").first).to_be_visible()
    expect(coached.locator(".coach-slip")).to_have_count(0)
    coached.unroute_all(behavior="ignoreErrors")


def test_a_long_answer_is_coached_key_by_key(coached: Page) -> None:
    box = coached.get_by_label("Your answer", exact=True)
    box.fill("\n\n".join([ANSWER] * 10))
    expect(coached.locator(".coach-area.begun").first).to_be_visible()
    box.press("Control+End")
    with coached.expect_response(re.compile("/coach$")) as answered:
        coached.keyboard.type("At the end")
    assert answered.value.ok
    expect(box).to_have_value(re.compile("At the end$"))


def test_without_script_there_is_no_coach(chromium: Browser, site: Site) -> None:
    context = new_context(chromium, site, java_script_enabled=False)
    page = context.new_page()
    page.goto(KAFKA)
    expect(page.get_by_label("Your answer", exact=True)).to_be_visible()
    expect(page.locator("#coach")).to_be_hidden()
    context.close()


def test_it_works_where_nothing_may_be_stored(
    chromium: Browser, site: Site, complaints: list[str]
) -> None:
    context = new_context(chromium, site)
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
    )
    page = watched(context, complaints)
    page.goto(KAFKA)
    page.get_by_label("Coach me as I write").check()
    expect(page.locator(".coach-area").first).to_be_visible()
    context.close()
    assert complaints == []
