"""Promises of app/web/routes/comparing.py and of what a report says of the attempt before it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.coach import Coach
from app.engine.report import Report
from tests.coaching import OTHER, QUESTION
from tests.web.site import PhraseFinder, attempt, fields_of, site, site_coach, text_of

PAGE = f"/questions/{QUESTION}"
OLD = "One copy is safe."
NEW = "We keep several copies."


def id_of(report: str) -> str:
    return report.rpartition("/")[2]


def revise(browser: TestClient, earlier: str, answer: str) -> str:
    """Revise an attempt and return the address of the new report."""
    fields = fields_of(browser.get(PAGE, params={"from": id_of(earlier)}))
    reply = browser.post(f"{PAGE}/attempts", data=fields | {"answer": answer})
    return reply.url.path


@pytest.fixture
def both(browser: TestClient) -> tuple[str, str]:
    """The addresses of two reports, the second on a revision of the first."""
    first = attempt(browser, OLD)
    return first, revise(browser, first, NEW)


def test_a_first_report_has_nothing_to_compare_with(browser: TestClient) -> None:
    assert "What changed" not in text_of(browser.get(attempt(browser, OLD)))


def test_a_report_says_what_changed_since_the_attempt_it_revises(
    browser: TestClient, both: tuple[str, str]
) -> None:
    said = text_of(browser.get(both[1]))
    assert "What changed since attempt 1, which this one revises" in said
    assert "+50 since attempt 1" in said
    assert "below the bar → to mixed" in said
    assert "Won +50 Copies missing → to mentioned" in said
    assert "Red flags fixed One copy is called safe." in said


def test_what_is_revised_need_not_be_the_attempt_before(
    browser: TestClient, both: tuple[str, str]
) -> None:
    third = revise(browser, both[0], f"{NEW} {OLD}")
    said = text_of(browser.get(third))
    assert "since attempt 1, which this one revises" in said


@pytest.mark.usefixtures("both")
def test_a_new_answer_is_compared_with_the_one_before(browser: TestClient) -> None:
    said = text_of(browser.get(attempt(browser, OLD)))
    assert "What changed since attempt 2 " in said
    assert "Lost \u221250 Copies" in said
    assert "New red flags One copy is called safe." in said


def test_a_report_outlives_the_attempt_it_revised(
    browser: TestClient, both: tuple[str, str]
) -> None:
    browser.post(f"{both[0]}/delete", data={"csrf": fields_of(browser.get(both[0]))["csrf"]})
    page = browser.get(both[1])
    assert page.status_code == 200
    assert "What changed" not in text_of(page)


@pytest.mark.usefixtures("both")
def test_two_attempts_stand_side_by_side_with_their_evidence(browser: TestClient) -> None:
    page = browser.get(f"{PAGE}/compare")
    said = text_of(page)
    assert "Attempt 1 beside attempt 2" in said
    assert "<mark" in page.text
    assert "<del>One copy is safe.</del><ins>We keep several copies.</ins>" in page.text
    assert "Taken out : 4 words." in said
    assert "fixed !1 One copy is called safe." in said


@pytest.mark.usefixtures("both")
def test_every_number_in_the_answers_leads_somewhere_and_no_id_is_used_twice(
    browser: TestClient,
) -> None:
    page = browser.get(f"{PAGE}/compare").text
    ids = re.findall(r' id="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))
    assert set(re.findall(r' href="#([^"]+)"', page)) <= set(ids)


def test_any_two_can_be_chosen_and_the_older_one_comes_first(
    browser: TestClient, both: tuple[str, str]
) -> None:
    third = attempt(browser, "Something else.")
    chosen = {"before": id_of(third), "after": id_of(both[0])}
    page = browser.get(f"{PAGE}/compare", params=chosen)
    assert "Attempt 1 beside attempt 3" in text_of(page)
    assert len(re.findall(r"<option .*selected", page.text)) == 2


def test_the_same_attempt_twice_is_no_comparison(
    browser: TestClient, both: tuple[str, str]
) -> None:
    twice = {"before": id_of(both[0]), "after": id_of(both[0])}
    assert "Choose two different attempts." in text_of(browser.get(f"{PAGE}/compare", params=twice))


def test_with_fewer_than_two_attempts_the_page_says_how_to_go_on(browser: TestClient) -> None:
    assert "Answer the question twice" in text_of(browser.get(f"{PAGE}/compare"))
    attempt(browser, OLD)
    assert "Revise it , and the two" in text_of(browser.get(f"{PAGE}/compare"))


@pytest.mark.usefixtures("both")
def test_only_attempts_at_the_question_are_compared(browser: TestClient) -> None:
    other = id_of(attempt(browser, NEW, OTHER))
    assert browser.get(f"{PAGE}/compare", params={"before": other}).status_code == 404
    assert browser.get(f"{PAGE}/compare", params={"after": "nope"}).status_code == 404
    assert browser.get("/questions/nope/compare").status_code == 404


def test_history_and_report_lead_to_the_comparison(
    browser: TestClient, both: tuple[str, str]
) -> None:
    history = browser.get(f"{PAGE}/history")
    assert f'href="{PAGE}/compare"' in history.text
    assert "revises attempt 1" in text_of(history)
    first, second = map(id_of, both)
    report = browser.get(both[1]).text
    assert f'href="{PAGE}/compare?before={first}&amp;after={second}"' in report


class ChangingFinder(PhraseFinder):
    """A scorer whose rubric can be changed."""

    digest = "a" * 64

    def score(self, question_id: str, answer: str, *, improved: bool = False) -> Report:
        """A report by the rubric of this moment."""
        report = super().score(question_id, answer, improved=improved)
        return report.model_copy(update={"rubric_digest": self.digest})


@pytest.fixture
def changed(tmp_path: Path) -> Iterator[tuple[TestClient, str]]:
    """A browser at a site whose rubric changed between two attempts, and the second's report."""
    coach, changing = site_coach(), ChangingFinder()
    coach.holder.swap(coach.holder.bank, changing)
    with site(tmp_path, coach) as (client, _):
        first = attempt(client, OLD)
        changing.digest = "b" * 64
        yield client, revise(client, first, NEW)


def test_attempts_under_two_rubrics_are_said_to_be_no_fair_comparison(
    changed: tuple[TestClient, str],
) -> None:
    browser, report = changed
    for address in (report, f"{PAGE}/compare"):
        said = text_of(browser.get(address))
        assert "Not the same yardstick: attempt 1 was scored by an earlier rubric" in said
        assert "shown as it was scored then" in said


def test_both_can_be_scored_again_and_nothing_kept_changes(
    changed: tuple[TestClient, str],
) -> None:
    browser, _ = changed
    said = text_of(browser.get(f"{PAGE}/compare", params={"rubric": "today"}))
    assert "Scored again by today's rubric, just now and for this page only." in said
    assert "attempt 1 had 0, attempt 2 had 50" in said
    assert "Not the same yardstick" in text_of(browser.get(f"{PAGE}/compare"))


def test_attempts_outlive_their_question(tmp_path: Path) -> None:
    coach: Coach = site_coach()
    with site(tmp_path, coach) as (client, _):
        first = attempt(client, OLD)
        revise(client, first, NEW)
        bank = coach.holder.bank
        coach.holder.swap(replace(bank, questions={}, rubrics={}), PhraseFinder())
        page = client.get(f"{PAGE}/compare", params={"rubric": "today"})
        assert "Attempt 1 beside attempt 2" in text_of(page)
        assert "Scored again" not in text_of(page)
