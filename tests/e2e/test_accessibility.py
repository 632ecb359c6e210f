"""Every page, light and dark, by the rules of axe and under the strict policy."""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.checks import assert_accessible, assert_fits
from tests.e2e.site import Site
from tests.e2e.tabs import new_context, watched
from tests.e2e.test_practice import ANSWER, KAFKA, submit

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

WRONG = "\nA consumer group of 80 consumers reads 60 partitions. Retention must be weeks."


@pytest.fixture(scope="module")
def report(chromium: Browser, site: Site) -> str:
    """The address of a report with evidence, a red flag and checks."""
    context = new_context(chromium, site)
    page = context.new_page()
    for answer in (ANSWER, ANSWER + WRONG):
        submit(page, answer)
    context.close()
    return page.url


@pytest.fixture(params=["light", "dark"])
def themed(
    request: pytest.FixtureRequest, chromium: Browser, site: Site, complaints: list[str]
) -> Iterator[Page]:
    """A tab in one of the two colour schemes."""
    scheme: Literal["light", "dark"] = request.param
    context = new_context(chromium, site, color_scheme=scheme)
    yield watched(context, complaints)
    context.close()


def addresses(report: str) -> list[str]:
    return [
        "/",
        "/?q=zzzzzz",
        KAFKA,
        f"{KAFKA}/model-answer",
        f"{KAFKA}/model-answer/compare",
        f"{KAFKA}/history",
        f"{KAFKA}/compare",
        "/history",
        "/data",
        "/accuracy",
        "/data/delete",
        report,
        f"{report}/delete",
        f"{report}/share",
        f"{report}/print",
        "/questions/kafka",
    ]


def test_axe_finds_nothing_and_the_policy_is_kept(
    themed: Page, report: str, complaints: list[str]
) -> None:
    for address in addresses(report):
        themed.goto(address)
        themed.evaluate("for (const more of document.querySelectorAll('details')) more.open = true")
        assert_accessible(themed, address)
    assert [said for said in complaints if "404" not in said] == []


def test_axe_finds_nothing_while_the_live_coach_speaks(themed: Page, complaints: list[str]) -> None:
    themed.goto(KAFKA)
    themed.get_by_label("Coach me as I write").check()
    themed.get_by_label("Your answer", exact=True).fill(ANSWER + WRONG)
    themed.locator(".coach-slip").first.wait_for()
    assert_accessible(themed)
    assert complaints == []


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_no_page_is_wider_than_the_screen(
    chromium: Browser, site: Site, report: str, width: int
) -> None:
    context = new_context(chromium, site, viewport={"width": width, "height": 900})
    page = context.new_page()
    for address in addresses(report):
        page.goto(address)
        assert_fits(page, width, address)
    context.close()


def test_the_api_documentation_is_drawn_under_the_policy(
    themed: Page, complaints: list[str]
) -> None:
    themed.goto("/docs")
    themed.get_by_text("/api/v1/questions", exact=True).first.wait_for()
    its_main = {
        "landmark-no-duplicate-main": {"enabled": False}
    }  # of Swagger UI, which is not ours
    assert_accessible(themed, leave_out="#swagger", rules=its_main)
    assert complaints == []
