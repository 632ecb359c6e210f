"""Promises of app/web/routes/practice.py, and of forms that come back (app/web/errors.py)."""

import sqlite3
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.engine.door import ANSWER_LIMIT
from tests.coaching import OTHER, QUESTION
from tests.web.site import attempt, fields_of, submit, text_of

PAGE = f"/questions/{QUESTION}"


def draft(browser: TestClient, text: str, **changes: str) -> int:
    """Autosave as the page's script does, and return the status."""
    fields = fields_of(browser.get(PAGE))
    sent = {"csrf": fields["csrf"], "form": fields["form"], "revision": "1", "answer": text}
    return browser.post(f"{PAGE}/draft", data=sent | changes).status_code


def test_the_page_shows_the_prompt_and_areas_but_never_the_rubric(browser: TestClient) -> None:
    page = browser.get(PAGE)
    said = text_of(page)
    assert "How does a queue keep what was put into it?" in said
    assert "A good answer covers Durability" in said
    assert "several copies" not in page.text
    assert "what copies are for" not in page.text


def test_an_answer_leads_to_its_report(browser: TestClient) -> None:
    page = browser.get(attempt(browser, "We keep several copies."))
    assert page.status_code == 200
    assert "Say what the copies are for." in text_of(page)


def test_a_form_posted_twice_is_one_attempt(browser: TestClient) -> None:
    fields = fields_of(browser.get(PAGE)) | {"answer": "We keep several copies."}
    first = browser.post(f"{PAGE}/attempts", data=fields, follow_redirects=False)
    again = browser.post(f"{PAGE}/attempts", data=fields, follow_redirects=False)
    assert first.headers["location"] == again.headers["location"]


@pytest.mark.parametrize("answer", ["", "  \r\n "])
def test_an_empty_answer_is_not_scored_and_comes_back(browser: TestClient, answer: str) -> None:
    page = submit(browser, answer)
    assert page.status_code == 422
    assert "There is nothing to score yet." in text_of(page)
    assert fields_of(page)["answer"] == answer


def test_too_long_an_answer_comes_back_with_the_limit_in_words(browser: TestClient) -> None:
    answer = "x" * (ANSWER_LIMIT + 1)
    page = submit(browser, answer)
    assert page.status_code == 413
    assert "20,001 characters; the most that can be read is 20,000" in text_of(page)
    assert fields_of(page)["answer"] == answer


def test_an_expired_form_comes_back_filled_and_can_be_sent_again(browser: TestClient) -> None:
    answer = "We keep <b>several copies</b> & more.\n\n- one\n"
    page = submit(browser, answer, csrf="expired")
    assert page.status_code == 403
    assert "This form is too old. Nothing was lost" in text_of(page)
    fields = fields_of(page)
    assert fields["answer"] == answer
    again = browser.post(f"{PAGE}/attempts", data=fields, follow_redirects=False)
    assert again.status_code == 303


def test_a_locked_database_loses_nothing(browser: TestClient, tmp_path: Path) -> None:
    holder = sqlite3.connect(tmp_path / "whyboard.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    page = submit(browser, "We keep several copies.")
    holder.execute("ROLLBACK")
    holder.close()
    assert page.status_code == 503
    assert "The database is busy in another program." in text_of(page)
    assert fields_of(page)["answer"] == "We keep several copies."


def test_more_than_can_be_sent_at_once_is_refused_in_words(browser: TestClient) -> None:
    page = submit(browser, "x" * 1_100_000)
    assert page.status_code == 413
    assert "This is more than can be sent at once." in text_of(page)


def test_an_unusable_field_brings_the_answer_back(browser: TestClient) -> None:
    page = submit(browser, "We keep several copies.", revision="soon")
    assert page.status_code == 422
    assert fields_of(page)["answer"] == "We keep several copies."


def test_a_first_line_break_is_kept(browser: TestClient) -> None:
    page = submit(browser, "\n\nWe keep several copies.", csrf="expired")
    assert fields_of(page)["answer"] == "\n\nWe keep several copies."


def test_an_unknown_question_suggests_the_nearest(browser: TestClient) -> None:
    page = browser.get("/questions/smal-queue")
    assert page.status_code == 404
    assert f'href="{PAGE}"' in page.text


def test_a_draft_is_in_the_box_at_the_next_visit(browser: TestClient) -> None:
    assert draft(browser, "Half an\r\nanswer ") == 204
    fields = fields_of(browser.get(PAGE))
    assert fields["answer"].splitlines() == ["Half an", "answer "]


def test_a_draft_keeps_its_form_over_a_reload(browser: TestClient) -> None:
    draft(browser, "Half")
    first, second = fields_of(browser.get(PAGE)), fields_of(browser.get(PAGE))
    assert first["form"] == second["form"]


def test_a_submitted_draft_is_gone_and_no_late_autosave_brings_it_back(
    browser: TestClient,
) -> None:
    fields = fields_of(browser.get(PAGE))
    browser.post(f"{PAGE}/attempts", data=fields | {"answer": "Several copies.", "revision": "9"})
    late = {"form": fields["form"], "revision": "8"}
    assert draft(browser, "Several cop", **late) == 200
    assert fields_of(browser.get(PAGE))["answer"] == ""


def test_an_autosave_of_an_expired_page_is_refused(browser: TestClient) -> None:
    assert draft(browser, "Half", csrf="expired") == 403


def test_revising_puts_the_old_answer_into_the_box(browser: TestClient) -> None:
    report = attempt(browser, "We keep several copies.")
    page = browser.get(PAGE, params={"from": report.rpartition("/")[2]})
    assert fields_of(page)["answer"] == "We keep several copies."
    assert "Your answer from attempt 1, to revise." in text_of(page)


def test_a_newer_draft_is_not_lost_to_revising(browser: TestClient) -> None:
    earlier = attempt(browser, "We keep several copies.").rpartition("/")[2]
    draft(browser, "A newer draft")
    page = browser.get(PAGE, params={"from": earlier})
    assert fields_of(page)["answer"] == "A newer draft"
    assert "Put the earlier answer here instead" in text_of(page)
    token = fields_of(page)["csrf"]
    sent = {"csrf": token, "replace": "yes"}
    chosen = browser.post(f"/attempts/{earlier}/revise", data=sent)
    assert fields_of(chosen)["answer"] == "We keep several copies."


def test_an_attempt_at_another_question_cannot_be_revised_here(browser: TestClient) -> None:
    other = attempt(browser, "We keep several copies.", OTHER).rpartition("/")[2]
    assert browser.get(PAGE, params={"from": other}).status_code == 404


def test_a_draft_remembers_over_a_reload_what_it_revises(browser: TestClient) -> None:
    earlier = attempt(browser, "We keep several copies.").rpartition("/")[2]
    fields = fields_of(browser.get(PAGE, params={"from": earlier}))
    assert fields["revises"] == earlier
    draft(browser, "We keep several copies, and", form=fields["form"], revises=earlier)
    page = browser.get(PAGE)
    assert fields_of(page)["revises"] == earlier
    assert "Your draft, not scored yet. It revises attempt 1." in text_of(page)


def test_a_refused_revision_is_still_one(browser: TestClient) -> None:
    earlier = attempt(browser, "We keep several copies.").rpartition("/")[2]
    fields = fields_of(browser.get(PAGE, params={"from": earlier}))
    page = browser.post(f"{PAGE}/attempts", data=fields | {"csrf": "expired"})
    assert fields_of(page)["revises"] == earlier
