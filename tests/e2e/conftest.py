"""A real browser at a real `whyboard serve` on the real bank and engine."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.e2e.authoring import become_author, small_root

CHROMIUM = Path("/usr/bin/chromium")

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""No sandbox: continuous integration runs as root. The rest keeps the browser off the network."""


@dataclass
class Site:
    """A running `whyboard serve`.

    Attributes:
        folder: its data folder; a second start on it finds what the first kept.
        settings: more of its environment.
    """

    folder: Path
    address: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    process: "subprocess.Popen[str] | None" = field(default=None, repr=False)

    def environment(self) -> dict[str, str]:
        """What the site and its commands are told by their environment."""
        return os.environ | {"WHYBOARD_DATA": str(self.folder)} | self.settings

    def command(self, *arguments: str, stdin: str = "") -> str:
        """What a command of the terminal prints."""
        done = subprocess.run(
            [sys.executable, "-c", "from app.cli import main; main()", *arguments],
            env=self.environment(),
            input=stdin,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def start(self) -> None:
        """Start it, on the port it had before if it ran before, and wait for its address."""
        port = re.sub(r".*:(\d+)/?$", r"\1", self.address) or "0"
        self.process = subprocess.Popen(
            [sys.executable, "-c", "from app.cli import main; main()", "serve"],
            env=self.environment() | {"WHYBOARD_PORT": port},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        found = re.search(r"http://\S+(?=/ )", line)
        assert found, f"whyboard serve said {line!r}; its errors stand above"
        self.address = found[0]

    def stop(self) -> None:
        """Stop it as Ctrl+C would."""
        assert self.process is not None
        self.process.terminate()
        self.process.communicate(timeout=20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed (apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
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
    context = chromium.new_context(base_url=site.address)
    yield watched(context, complaints)
    context.close()


def watched(context: BrowserContext, complaints: list[str]) -> Page:
    """A tab whose errors and broken policies are written down."""
    tab = context.new_page()
    tab.set_default_timeout(10_000)
    tab.on(
        "console",
        lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None,
    )
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    return tab


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site over a small root of its own, which authors may change."""
    root = small_root(tmp_path_factory.mktemp("root"))
    running = Site(tmp_path_factory.mktemp("data"), settings={"WHYBOARD_ROOT": str(root)})
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def author(chromium: Browser, workshop: Site) -> Iterator[BrowserContext]:
    """The author's browser."""
    context = chromium.new_context(base_url=workshop.address)
    become_author(context, workshop.command("author-link"))
    yield context
    context.close()
