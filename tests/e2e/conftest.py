"""A real browser at a real `whyboard serve` on the real bank and engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.e2e.authoring import become_author, small_root
from tests.e2e.site import Site
from tests.e2e.tabs import PATIENCE, new_context, watched

expect.set_options(timeout=PATIENCE)

CHROMIUM = Path("/usr/bin/chromium")

NEEDLESS = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    # and what Playwright leaves out by the same argument, of which only the last one counts
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
"""Features of the browser around the page: each window would begin two processes for the first
two, which takes three times as long as a page."""

ARGUMENTS = [
    f"--disable-features={','.join(NEEDLESS)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""No sandbox: continuous integration runs as root. The rest keeps the browser off the network."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed (apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=ARGUMENTS, timeout=PATIENCE
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site, started once; tests leave their attempts behind."""
    running = Site(tmp_path_factory.mktemp("data"))
    running.start()
    yield running
    running.stop()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser's console complained of: a test ends by asserting that it is empty."""
    return []


@pytest.fixture
def page(chromium: Browser, site: Site, complaints: list[str]) -> Iterator[Page]:
    """A tab with scripts at the site."""
    context = new_context(chromium, site)
    yield watched(context, complaints)
    context.close()


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site over a small root of its own, which authors may change."""
    root = small_root(tmp_path_factory.mktemp("root"))
    running = Site(tmp_path_factory.mktemp("data"), settings={"WHYBOARD_ROOT": str(root)})
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def author(chromium: Browser, workshop: Site) -> Iterator[BrowserContext]:
    """The author's browser."""
    context = new_context(chromium, workshop)
    become_author(context, workshop.command("author-link"))
    yield context
    context.close()


@pytest.fixture
def desk(author: BrowserContext, complaints: list[str]) -> Iterator[Page]:
    """A tab of the author's."""
    page = watched(author, complaints)
    yield page
    page.close()
