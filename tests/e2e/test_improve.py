"""The improved answer in a real browser: what it says it scores is what it scores."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.site import Site
from tests.e2e.tabs import follow, new_context, score
from tests.e2e.test_practice import submit

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

ANSWER = """Every topic has replication factor 3 and payments use acks=all, min.insync.replicas=3,
so nothing that was acknowledged is ever lost.

- Key by customer id, because order only holds within one partition.
- Poison messages go to a dead letter topic after three tries.

Kafka keeps all messages of a topic in order, so we never have to sort.
"""


def take_all_and_score(page: Page) -> int:
    """Take every edit into the answer box, send it, and return the score that was promised."""
    lead = page.locator(".improved-how strong").nth(1).inner_text()
    follow(page.get_by_role("button", name="Take all of them"))
    score(page)
    return int(lead)


def test_all_edits_taken_over_score_what_was_promised(page: Page, complaints: list[str]) -> None:
    submit(page, ANSWER)
    section = page.locator("#improved")
    expect(section.locator(".word-diff del").first).to_contain_text("3")
    expect(section.locator(".reached").last).to_have_text("strong hire")
    promised = take_all_and_score(page)
    expect(page.locator(".score-number")).to_have_text(str(promised))
    expect(page.locator("#red-flags")).to_have_count(0)
    assert complaints == []


def test_without_scripts_the_ticked_edits_reach_the_answer_box(
    chromium: Browser, site: Site
) -> None:
    context = new_context(
        chromium, site, java_script_enabled=False, viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    submit(page, ANSWER)
    page.get_by_label("Partition key choice and ordering").first.check()
    follow(page.get_by_role("button", name="Take the ticked edits into the answer box"))
    box = page.get_by_label("Your answer", exact=True)
    expect(box).not_to_have_value(re.compile("in order, so we never"))
    expect(page.get_by_role("button", name="Copy the improved text")).to_have_count(0)
    context.close()
