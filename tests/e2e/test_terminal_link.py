"""One's own site becomes an author's by a link that only the terminal tells."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.checks import assert_accessible_and_fits
from tests.e2e.site import Site
from tests.e2e.tabs import follow, new_context

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


def test_the_link_from_the_terminal_makes_one_browser_the_authors(
    chromium: Browser, site: Site, page: Page
) -> None:
    path = "/author/open/" + site.command("author-link").strip().rpartition("/")[2]
    page.goto(path)
    assert_accessible_and_fits(page, 1280)
    follow(page.get_by_role("button", name="Open the author's pages"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Author's pages")
    other = new_context(chromium, site).new_page()
    other.goto(path)
    expect(other.get_by_role("heading", level=1)).to_have_text("Not found")
    other.goto("/author")
    expect(other.get_by_role("heading", level=1)).to_have_text("For authors")
    other.context.close()
    page.goto("/data")
    follow(page.get_by_role("button", name="Close them here"))
    expect(page.get_by_role("link", name="Author's pages")).to_have_count(0)
