"""Every author's page, light and dark, by the rules of axe, on every width of screen."""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.authoring import ANSWER, begin, texts
from tests.e2e.checks import assert_accessible, assert_fits
from tests.e2e.site import Site
from tests.e2e.tabs import follow, new_context, score, watched

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

URLS = "/author/questions/url-shortener"
HOOKS = "/author/questions/every-page"
WRONG = "/author/questions/full-of-problems"

ADDRESSES = [
    "/author",
    "/author/new",
    "/author/upload",
    "/author/keys/rubric",
    *(f"{URLS}{page}" for page in ("/fares", "/remove", "/versions?before=now&after=draft")),
    *(f"{HOOKS}{page}" for page in ("", "/try?with=sample-1", "/trials", "/changes", "/discard")),
    *(f"{WRONG}{page}" for page in ("", "/try", "/trials", "/changes")),
    "/author/published?question=url-shortener&question=lexicon",
]

LONG = [URLS, "/author/questions/lexicon"]
"""Editors with thousands of lines: what axe says of them it says of short ones."""


def tried(page: Page) -> None:
    page.goto(f"{HOOKS}/try")
    page.get_by_label("An answer to try").fill(ANSWER)
    follow(page.get_by_role("button", name="Score it"))
    expect(page.locator("#report")).to_be_visible()


def run(page: Page) -> None:
    page.goto(f"{HOOKS}/trials")
    follow(page.get_by_role("button", name="Run samples and mutants", exact=True))
    expect(page.get_by_role("button", name="Run again")).to_be_visible()


def refused_upload(page: Page) -> None:
    page.goto("/author/upload")
    page.get_by_label("Files").set_input_files(
        {"name": "bad.yaml", "mimeType": "text/plain", "buffer": b"id: [\n"}
    )
    follow(page.get_by_role("button", name="Upload"))
    expect(page.get_by_role("alert")).to_be_visible()


def taken_upload(page: Page) -> None:
    page.goto("/author/upload")
    page.get_by_label("Files").set_input_files(
        {"name": "q.yaml", "mimeType": "text/plain", "buffer": texts("every-page")[0].encode()}
    )
    follow(page.get_by_role("button", name="Upload"))
    expect(page.get_by_role("status")).to_be_visible()


def clashing(page: Page) -> None:
    other = page.context.new_page()
    other.goto(WRONG)
    page.goto(WRONG)
    for tab, text in ((other, "# theirs\n"), (page, "# mine\n")):
        box = tab.get_by_label("Question", exact=True)
        box.fill(text + box.input_value())
        follow(tab.get_by_role("button", name="Save draft"))
    other.close()
    expect(page.get_by_role("alert")).to_be_visible()


PRESSED = [tried, run, refused_upload, taken_upload, clashing]


@pytest.fixture(scope="module")
def furnished(author: BrowserContext) -> BrowserContext:
    """The author's browser, with drafts of all kinds and an attempt."""
    page = author.new_page()
    for id_, written in (("every-page", texts("every-page")), ("full-of-problems", ("a: 1\n",))):
        begin(page, id_)
        for name, text in zip(("Question", "Rubric"), written, strict=False):
            page.get_by_label(name, exact=True).fill(text)
        follow(page.get_by_role("button", name="Save draft"))
    page.goto(URLS)
    box = page.get_by_label("Question", exact=True)
    box.fill(box.input_value().replace("\nminutes: ", "\n# in minutes\nminutes: "))
    follow(page.get_by_role("button", name="Save draft"))
    page.goto("/questions/url-shortener")
    page.get_by_label("Your answer", exact=True).fill(
        "A random code of seven characters in a table."
    )
    score(page)
    page.close()
    return author


@pytest.fixture(params=["light", "dark"])
def themed(
    request: pytest.FixtureRequest,
    chromium: Browser,
    workshop: Site,
    furnished: BrowserContext,
    complaints: list[str],
) -> Iterator[Page]:
    """A tab of the author's in one of the two colour schemes."""
    scheme: Literal["light", "dark"] = request.param
    context = new_context(
        chromium, workshop, color_scheme=scheme, storage_state=furnished.storage_state()
    )
    yield watched(context, complaints)
    context.close()


def looked_at(page: Page, name: str) -> None:
    page.evaluate("for (const more of document.querySelectorAll('details')) more.open = true")
    assert_accessible(page, name)


def test_axe_finds_nothing_and_the_policy_is_kept(themed: Page, complaints: list[str]) -> None:
    for address in ADDRESSES:
        themed.goto(address)
        looked_at(themed, address)
    assert complaints == []


def test_axe_finds_nothing_on_pages_that_follow_a_form(themed: Page) -> None:
    for pressed in PRESSED:
        pressed(themed)
        looked_at(themed, pressed.__name__)


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_no_page_is_wider_than_the_screen(
    chromium: Browser, workshop: Site, furnished: BrowserContext, width: int
) -> None:
    context = new_context(
        chromium,
        workshop,
        viewport={"width": width, "height": 900},
        storage_state=furnished.storage_state(),
    )
    page = context.new_page()
    for address in (*ADDRESSES, *LONG):
        page.goto(address)
        assert_fits(page, width, address)
    for pressed in (tried, run):
        pressed(page)
        assert_fits(page, width, pressed.__name__)
    context.close()
