"""The main job in a real browser, on the real bank and engine."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.site import Site
from tests.e2e.tabs import follow, new_context, score

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

KAFKA = "/questions/kafka-event-backbone"
QUESTION = re.compile("/questions/")

ANSWER = """Every topic has replication factor 3, with the replicas in three availability zones,
so when a broker dies a surviving replica takes over as leader and nothing acknowledged is lost.

Producers use acks=all with min.insync.replicas=2: writes go on with one replica out, and are
refused when two are out.

- Key by customer id, because order only holds within one partition.
- Poison messages go to a dead letter topic after three tries.
"""


def submit(page: Page, answer: str = ANSWER) -> None:
    page.goto(KAFKA)
    page.get_by_label("Your answer", exact=True).fill(answer)
    score(page)


def test_from_browsing_to_a_report_a_note_and_the_history(
    page: Page, complaints: list[str]
) -> None:
    page.goto("/")
    page.get_by_label("Search").fill("kafak backbone")
    expect(page.get_by_role("status")).to_contain_text("1 of")
    expect(page).to_have_url(re.compile(r"q=kafak"))
    follow(page.get_by_role("link", name=re.compile("Kafka event backbone")), to=QUESTION)

    page.get_by_label("Your answer", exact=True).fill(ANSWER)
    expect(page.locator("#words")).to_have_text(re.compile(r"^\d\d words$"))
    score(page)
    expect(page.locator("h1")).to_contain_text("at the senior bar")
    report = page.url

    mark = page.locator("mark[data-for='concept-replication-factor']").first
    mark.hover()
    expect(page.locator("#concept-replication-factor")).to_have_class(re.compile(r"\blit\b"))
    link = page.locator("a.ref[href='#concept-replication-factor']").first
    link.focus()
    expect(link.locator(".tip")).to_be_visible()
    link.press("Enter")
    expect(page.locator("#concept-replication-factor")).to_be_in_viewport()

    card = page.locator("#concept-replication-factor")
    card.get_by_text("Disagree? Leave a note").click()
    card.get_by_label("Your note").fill("I did say this, in the first line.")
    card.get_by_role("button", name="Save note").click()
    expect(card.get_by_role("status")).to_contain_text("Kept")
    page.reload()
    expect(card.get_by_label("Your note")).to_have_value("I did say this, in the first line.")

    follow(page.get_by_role("link", name="Delete").first)
    follow(page.get_by_role("button", name="Delete it"))
    expect(page.locator("h1")).to_have_text("History of this question")
    assert page.request.get(report).status == 404
    assert complaints == []


def test_leaving_the_search_box_does_not_replace_the_list_under_the_mouse(page: Page) -> None:
    page.goto("/")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.get_by_label("Search").fill("kafka")
    expect(page).to_have_url(re.compile("q=kafka"))
    page.get_by_label("Difficulty").focus()
    page.get_by_label("Difficulty").select_option(index=1)
    expect(page).to_have_url(re.compile(r"difficulty=\w"))
    searches = [address for address in sent if "?q=kafka" in address]
    assert ["difficulty=&" in address for address in searches] == [True, False]


def test_coming_straight_back_finds_what_the_server_has_not_got_yet(page: Page) -> None:
    box = page.get_by_label("Your answer", exact=True)
    page.goto("/questions/url-shortener")
    page.route("**/draft", lambda route: route.abort())
    box.fill("On its way")
    page.goto("/")
    page.go_back()
    expect(box).to_have_value("On its way")


def test_an_earlier_answer_takes_the_place_of_a_draft_only_on_request(page: Page) -> None:
    submit(page)
    follow(page.get_by_role("link", name="Revise this answer"))
    box = page.get_by_label("Your answer", exact=True)
    box.fill("A newer draft")
    expect(page.locator("#saved")).to_have_text("Saved")
    page.reload()
    expect(box).to_have_value("A newer draft")
    box.fill("A newer draft, and a word")
    follow(page.get_by_role("button", name="Put the earlier answer here instead"))
    expect(box).to_have_value(ANSWER)
    page.reload()
    expect(box).to_have_value(ANSWER)


def test_an_expired_form_loses_nothing(page: Page) -> None:
    page.goto(KAFKA)
    page.get_by_label("Your answer", exact=True).fill(ANSWER)
    page.context.clear_cookies()
    follow(page.get_by_role("button", name="Score my answer"))
    expect(page.get_by_role("alert")).to_contain_text("This form is too old. Nothing was lost")
    expect(page.get_by_label("Your answer", exact=True)).to_have_value(ANSWER)
    score(page)


def test_the_main_job_works_without_script(chromium: Browser, site: Site) -> None:
    context = new_context(chromium, site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("Search").fill("kafka")
    follow(page.get_by_role("button", name="Show"))
    follow(page.get_by_role("link", name=re.compile("Kafka event backbone")))
    page.get_by_label("Your answer", exact=True).fill(ANSWER)
    score(page)
    expect(page.locator("h1")).to_contain_text("at the senior bar")
    page.locator("a.ref").first.click()
    expect(page.locator("article:target")).to_be_in_viewport()
    context.close()


def test_a_mark_lies_where_python_counts_behind_an_emoji(page: Page) -> None:
    submit(page, "\U0001f600\U0001f600 " + ANSWER)
    marked = page.locator("mark[data-for~='concept-dead-letter-queue']").first
    expect(marked).to_contain_text(re.compile("dead letter|poison", re.IGNORECASE))
