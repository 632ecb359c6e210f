"""An author's day in a real browser: from an empty editor to a learner's report."""

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, Locator, Page, expect

from tests.e2e.authoring import (
    ANSWER,
    QUESTION,
    RUBRIC,
    TITLE,
    begin,
    texts,
    zip_of,
)
from tests.e2e.site import Site
from tests.e2e.tabs import follow, new_context, score

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

LINE = QUESTION.splitlines().index("difficulty: mid") + 1
BROKEN = QUESTION.replace("difficulty: mid", "difficulty: medium")


def publish(page: Page) -> None:
    follow(page.get_by_role("button", name="Publish…"))
    follow(page.get_by_role("button", name="Publish", exact=True), to="**/author/published**")


def report_of_a_learner(browser: Browser, site: Site, title: str) -> str:
    """What a learner reads who finds the question on the front page and answers it."""
    context = new_context(browser, site)
    page = context.new_page()
    page.goto("/")
    follow(page.get_by_role("link", name=title, exact=True))
    page.get_by_label("Your answer", exact=True).fill(ANSWER)
    score(page)
    said = page.get_by_role("main").inner_text()
    context.close()
    return said


def texts_in(page: Page) -> tuple[Locator, Locator]:
    """The two texts of the editor."""
    return page.get_by_label("Question", exact=True), page.get_by_label("Rubric", exact=True)


def mend_the_one_problem(page: Page) -> None:
    """Follow the problem to its line and put there what belongs there."""
    question, _ = texts_in(page)
    expect(page.locator("#look-status")).to_contain_text("1 problem")
    expect(page.locator(f"#question-{LINE}")).to_have_class("bad")
    expect(page.locator(".line-notes .bad")).to_have_count(1)
    page.get_by_role("link", name=f"question, line {LINE},").press("Enter")
    expect(question).to_be_focused()
    caret = question.evaluate("box => box.selectionStart")
    assert BROKEN[:caret].count("\n") == LINE - 1
    question.press("End")
    for _ in "medium":
        question.press("Backspace")
    page.keyboard.type("mid")
    expect(page.locator("#look-status")).to_contain_text("No problems")


def try_an_answer_and_run_the_samples(page: Page) -> None:
    follow(page.get_by_role("button", name="Try an answer"))
    page.get_by_label("An answer to try").fill(ANSWER)
    follow(page.get_by_role("button", name="Score it"))
    expect(page.locator("#report .score-number")).to_be_visible()
    expect(page.locator("#concepts")).to_contain_text("Retries with backoff")
    follow(page.get_by_role("link", name="Samples and mutants"))
    follow(page.get_by_role("button", name="Run samples and mutants"))
    expect(page.get_by_text("Every text came out as its author expects")).to_be_visible()
    follow(page.get_by_role("link", name="Write"))


def test_from_an_empty_editor_to_a_learners_report(
    desk: Page, chromium: Browser, workshop: Site, complaints: list[str]
) -> None:
    begin(desk, "webhook-delivery")
    expect(desk.locator("#look-status")).to_contain_text("problems")
    question, rubric = texts_in(desk)
    question.fill(BROKEN)
    rubric.fill(RUBRIC)
    mend_the_one_problem(desk)
    expect(desk.locator("#question-reading")).to_contain_text("Customers register a URL")
    expect(desk.locator("#question-reading img")).to_be_visible()
    expect(desk.locator("#rubric-reading")).to_contain_text("A slow endpoint delays nobody else")
    question.fill("title: [\n")
    expect(desk.locator("#look-status")).to_contain_text("problem")
    expect(desk.locator("#question-reading.stale")).to_contain_text("Customers register a URL")
    question.fill(QUESTION)
    expect(desk.locator("#look-status")).to_contain_text("No problems")
    expect(desk.locator("#question-reading.stale")).to_have_count(0)
    expect(desk.locator("#saved")).to_have_text("Draft saved")
    try_an_answer_and_run_the_samples(desk)
    publish(desk)
    expect(desk.get_by_role("main")).to_contain_text(TITLE)
    said = report_of_a_learner(chromium, workshop, TITLE)
    assert "Durable queue before the acknowledgement" in said
    desk.goto("/author/questions/webhook-delivery/fares")
    expect(desk.get_by_role("main")).to_contain_text("Signed requests")
    assert complaints == []


@pytest.mark.parametrize("kind", ["files", "zip"])
def test_the_same_question_by_upload(
    desk: Page, chromium: Browser, workshop: Site, complaints: list[str], kind: str
) -> None:
    id_ = f"hooks-by-{kind}"
    title = f"Webhooks by {kind}"
    question, rubric = texts(id_, title)
    if kind == "files":
        files: list[FilePayload] = [
            {"name": name, "mimeType": "application/yaml", "buffer": text.encode()}
            for name, text in (("my question.yaml", question), ("rubric.yaml", rubric))
        ]
    else:
        packed = zip_of(id_, title)
        files = [{"name": "content.zip", "mimeType": "application/zip", "buffer": packed}]
    desk.goto("/author/upload")
    desk.get_by_label("Files").set_input_files(files)
    follow(desk.get_by_role("button", name="Upload"))
    expect(desk.get_by_role("main")).to_contain_text("1 draft, without problems")
    follow(desk.get_by_role("button", name="Publish it"), to="**/author/published**")
    assert "Durable queue" in report_of_a_learner(chromium, workshop, title)
    assert complaints == []


def test_all_of_it_works_without_script(
    chromium: Browser, workshop: Site, author: BrowserContext
) -> None:
    context = new_context(
        chromium, workshop, java_script_enabled=False, storage_state=author.storage_state()
    )
    page = context.new_page()
    begin(page, "no-script")
    question, rubric = texts("no-script", "Webhooks without script")
    page.get_by_label("Question", exact=True).fill(question.replace("minutes: 30", "minutes: 1"))
    page.get_by_label("Rubric", exact=True).fill(rubric)
    follow(page.get_by_role("button", name="Check"))
    expect(page.locator("#look-status")).to_contain_text("1 problem")
    expect(page.locator(".gutter .bad")).to_have_count(1)
    page.get_by_label("Question", exact=True).fill(question)
    follow(page.get_by_role("button", name="Save draft"))
    expect(page.locator("#look-status")).to_contain_text("No problems")
    publish(page)
    page.goto("/")
    expect(page.get_by_role("link", name="Webhooks without script")).to_be_visible()
    context.close()
