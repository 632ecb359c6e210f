"""What every page must pass."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

OPTIONS: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}


def assert_accessible(
    page: Page, name: str = "", *, leave_out: str = "", rules: dict[str, Any] | None = None
) -> None:
    """Axe finds nothing on a page that is there as a whole.

    Args:
        name: what to call it when something is found.
        leave_out: selector of a part that is not ours to mend.
        rules: settings of single rules, as axe takes them.
    """
    page.wait_for_load_state()
    around = {"exclude": [[leave_out]]} if leave_out else None
    found = Axe().run(page, context=around, options=OPTIONS | {"rules": rules or {}})
    assert found.violations_count == 0, f"{name or page.url}\n{found.generate_report()}"


def assert_fits(page: Page, width: int, name: str = "") -> None:
    """Nothing is wider than the window, which is `width` pixels wide."""
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth") <= width, name or page.url


def assert_accessible_and_fits(page: Page, width: int) -> None:
    """Both."""
    assert_accessible(page)
    assert_fits(page, width)
