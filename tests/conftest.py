"""What every test may ask for, and what is said when a part of the suite was left out."""

import gc
import os
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from app.content.bank import Bank, load_bank
from tests.workers import Shares, how_many, longest_first

if TYPE_CHECKING:  # spaCy takes a second to import; only the tests that ask for it pay
    from app.engine.pipeline import Pipeline

CHECKOUT = Path(__file__).parent.parent

settings.register_profile(
    "always the same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("always the same")
"""No example is drawn by chance, and none fails because the machine has much else to do."""

gc.set_threshold(20_000, 20, 100)
"""Looking for cycles among millions of long-lived objects took a quarter of the time of all tests:
it is done between two files instead, and what is found to live on is not looked at again."""

REQUIRE_ALL = os.environ.get("WHYBOARD_REQUIRE_ALL") == "1"
"""Set by .ci/run: nothing may be left out."""


@pytest.fixture(scope="session")
def nlp() -> "Pipeline":
    """The English pipeline, loaded once."""
    from app.engine.pipeline import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def bank() -> Bank:
    """The questions and rubrics that ship."""
    return load_bank(CHECKOUT)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """Share the tests among the processes of `pytest -n` as `tests/workers.py` says."""
    return Shares(config, log)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Say how many processes `pytest -n auto` means."""
    return how_many()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long."""
    longest_first(items)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Generator[None, object, object]:
    """Clear away what the tests of a file leave behind."""
    done = yield
    if nextitem is None or nextitem.path != item.path:
        gc.collect()
        gc.freeze()
    return done


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where nothing may be left out."""
    report = yield
    if REQUIRE_ALL and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"left out, and WHYBOARD_REQUIRE_ALL is set: {_reason(report)}"
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in words what was left out and why, so that nobody takes a part for the whole."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons: dict[str, int] = {}
    for report in skipped:
        reasons[_reason(report)] = reasons.get(_reason(report), 0) + 1
    for reason, count in sorted(reasons.items()):
        terminalreporter.write_line(f"left out: {count} tests: {reason}")


def _reason(report: pytest.TestReport) -> str:
    told = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    return told.removeprefix("Skipped: ")
