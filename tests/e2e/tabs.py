"""Browsers at a site, and how a test gets from one page to the next without guessing when."""

import re
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page

from tests.e2e.site import Site

PATIENCE = 90_000
"""Milliseconds that a page may take on a machine with much else to do; a quick one costs none."""


def new_context(chromium: Browser, site: Site | None = None, **options: Any) -> BrowserContext:
    """A browser of its own, at a site; nothing glides, so that what is pressed holds still."""
    context = chromium.new_context(
        base_url=site.address if site else None, reduced_motion="reduce", **options
    )
    context.set_default_timeout(PATIENCE)
    return context


def watched(context: BrowserContext, complaints: list[str]) -> Page:
    """A tab whose errors and broken policies are written down."""
    tab = context.new_page()
    tab.on(
        "console",
        lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None,
    )
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    return tab


def follow(control: Locator, *, to: str | re.Pattern[str] | None = None) -> None:
    """Press a link or a button that leads to another page, and be there: its scripts have run.

    A click is over before the page that it asks for begins: what looks at the page at once may see
    the old one, or one that is being taken down, and what goes elsewhere at once stops the form.
    The mouse could press it; the Enter key does, for a page that still moves loses a click between
    button down and button up.

    Args:
        to: where it leads, if the old page may change its own address meanwhile.
    """
    control.click(trial=True)
    with control.page.expect_navigation(url=to):
        control.press("Enter")


def score(page: Page) -> None:
    """Send the answer in the box and be at its report."""
    follow(page.get_by_role("button", name="Score my answer"), to=re.compile("/attempts/"))
