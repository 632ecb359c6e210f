"""Good answers are neither called off topic nor told that they claim what is not so."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.content.bank import Bank
from app.engine.pipeline import Pipeline
from app.engine.report import Report
from app.engine.scorer import Scorer

GOOD = Path(__file__).parents[1] / "good"

ACCUSED, OFF_TOPIC = 4, 3
"""How many of the 108 are wronged today. The numbers may only fall."""


@pytest.fixture(scope="module")
def reports(bank: Bank, nlp: Pipeline) -> dict[str, Report]:
    """The report on every good answer, by its id."""
    scorer = Scorer(bank, nlp)
    return {id_: scorer.score(question, text) for id_, question, text in good_answers()}


def good_answers() -> Iterator[tuple[str, str, str]]:
    for path in sorted(GOOD.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["id"], row["question"], row["text"]


def accusations(report: Report) -> list[str]:
    return [
        f"{flag.kind} {flag.id}"
        for flag in report.red_flags
        if flag.kind in ("misconception", "contradiction") and not flag.unsure
    ]


@pytest.mark.slow
def test_hardly_any_is_told_that_it_claims_what_is_not_so(reports: dict[str, Report]) -> None:
    accused = {id_: said for id_, report in reports.items() if (said := accusations(report))}
    assert len(reports) == 108
    assert len(accused) <= ACCUSED, accused


@pytest.mark.slow
def test_hardly_any_is_called_off_topic(reports: dict[str, Report]) -> None:
    strays = [
        id_
        for id_, report in reports.items()
        if any(flag.id == "off-topic" for flag in report.red_flags)
    ]
    assert len(strays) <= OFF_TOPIC, strays
