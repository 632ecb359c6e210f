"""Promises of app/web/routes/attempts.py and the report page."""

import re
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.content.bank import Bank
from tests.coaching import QUESTION, small_bank
from tests.web.site import (
    FLATTERY,
    NOTHING,
    PhraseFinder,
    attempt,
    fields_of,
    site,
    site_coach,
    text_of,
)

ANSWER = f"We keep several copies, RF=3.\nOne copy is safe.\n{FLATTERY}"


@pytest.fixture
def report(browser: TestClient) -> str:
    """The address of a report that has everything."""
    return attempt(browser, ANSWER)


def note(browser: TestClient, report: str, **changes: str) -> dict[str, str]:
    """The fields of a note on the concept."""
    token = fields_of(browser.get(report))["csrf"]
    fields = {"csrf": token, "subject": "concept/copies", "anchor": "concept-copies"}
    return fields | {"kind": "said", "text": "In the first line.", "do": "save"} | changes


def test_the_report_names_band_bar_score_and_cap(browser: TestClient, report: str) -> None:
    said = text_of(browser.get(report))
    assert "mixed at the mid bar" in said
    assert "46 of 100" in said
    assert "Capped at mixed: A major red flag." in said


def test_the_levels_stand_side_by_side_with_their_rules_and_what_comes_next(
    browser: TestClient, report: str
) -> None:
    page = browser.get(report)
    said = text_of(page)
    assert "First thing between you and hire at mid: A major error" in said
    assert "Mixed from 40 points, hire from 60, strong hire from 82." in said
    assert said.count("unvalidated") == 2
    short = text_of(browser.get(attempt(browser, "Nothing here is right.")))
    assert "45 points short of hire. Explain \u201cCopies\u201d: +100, which is enough." in short


def test_evidence_and_finding_link_to_each_other(browser: TestClient, report: str) -> None:
    page = browser.get(report).text
    for anchor in ("concept-copies", "flag-1"):
        assert f'href="#{anchor}"' in page
        assert f'id="{anchor}"' in page
        assert f'href="#e-{anchor}-1"' in page
        assert f'id="e-{anchor}-1"' in page


def test_no_id_is_used_twice(browser: TestClient, report: str) -> None:
    ids = re.findall(r' id="([^"]+)"', browser.get(report).text)
    assert sorted(ids) == sorted(set(ids))


def test_a_red_flag_comes_with_its_correction(browser: TestClient, report: str) -> None:
    assert "In fact: One copy is lost with its disk." in text_of(browser.get(report))


def test_checks_what_was_set_aside_and_what_text_cannot_show_are_there(
    browser: TestClient, report: str
) -> None:
    said = text_of(browser.get(report))
    assert "With 3 there is a spare copy." in said
    assert "speaks to the grader" in said
    assert "Not assessed: pace, drawing, reaction to probing." in said


def test_the_model_answer_is_one_step_away(browser: TestClient, report: str) -> None:
    page = browser.get(report).text
    assert f'href="/questions/{QUESTION}/model-answer">Read the model answer' in page


def test_markup_in_an_answer_is_shown_as_typed(browser: TestClient) -> None:
    page = browser.get(attempt(browser, "several copies <script>alert(1)</script> **not bold**"))
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **not bold**" in page.text
    assert "<script>alert" not in page.text


@pytest.mark.parametrize(
    "answer",
    [
        "several copies \u202eright to left\u202c",
        "several copies \U0001f600\U0001f468\u200d\U0001f469",
        "several copies \x00 \x07",
        "[" * 20_000,
    ],
)
def test_odd_characters_are_answered(browser: TestClient, answer: str) -> None:
    assert browser.get(attempt(browser, answer)).status_code == 200


def test_an_unknown_attempt_is_not_found(browser: TestClient) -> None:
    page = browser.get("/attempts/nope")
    assert page.status_code == 404
    assert "it may have been deleted" in text_of(page)


def test_a_note_is_kept_with_the_attempt(browser: TestClient, report: str) -> None:
    page = browser.post(f"{report}/notes", data=note(browser, report))
    assert "In the first line." in page.text
    assert "Your note" in text_of(browser.get(report))


def test_htmx_gets_the_note_box_alone(browser: TestClient, report: str) -> None:
    fields = note(browser, report, kind="wrong", text="It is RAID.")
    part = browser.post(f"{report}/notes", data=fields, headers={"HX-Request": "true"})
    assert part.text.lstrip().startswith('<details class="note" id="note-concept-copies" open>')
    assert "It is RAID." in part.text


def test_a_note_can_be_removed(browser: TestClient, report: str) -> None:
    browser.post(f"{report}/notes", data=note(browser, report))
    browser.post(f"{report}/notes", data=note(browser, report, do="erase"))
    assert "In the first line." not in browser.get(report).text


@pytest.mark.parametrize(
    ("change", "status"), [({"csrf": "expired"}, 403), ({"text": "x" * 2_001}, 413)]
)
def test_a_refused_note_comes_back_filled(
    browser: TestClient, report: str, change: dict[str, str], status: int
) -> None:
    fields = note(browser, report, **change)
    page = browser.post(f"{report}/notes", data=fields)
    assert page.status_code == status
    assert fields_of(page)["text"].removeprefix("\n") == fields["text"]
    assert fields_of(page)["subject"] == "concept/copies"


def test_htmx_gets_a_refused_note_box_alone_and_filled(browser: TestClient, report: str) -> None:
    fields = note(browser, report, csrf="expired")
    part = browser.post(f"{report}/notes", data=fields, headers={"HX-Request": "true"})
    assert part.status_code == 403
    assert part.text.lstrip().startswith('<details class="note"')
    assert "In the first line." in part.text


def test_a_note_on_nothing_is_not_found(browser: TestClient, report: str) -> None:
    fields = note(browser, report, subject="concept/none")
    assert browser.post(f"{report}/notes", data=fields).status_code == 404


def revise(browser: TestClient, report: str, **fields: str) -> Response:
    """Ask for a text in the answer box, as a revision of the report's attempt."""
    token = fields_of(browser.get(report))["csrf"]
    return browser.post(f"{report}/revise", data={"csrf": token} | fields)


def draft(browser: TestClient, text: str) -> None:
    """Autosave an unfinished answer."""
    fields = fields_of(browser.get(f"/questions/{QUESTION}")) | {"answer": text, "revision": "1"}
    assert browser.post(f"/questions/{QUESTION}/draft", data=fields).status_code == 204


def test_any_text_can_be_put_into_the_box_as_a_revision(browser: TestClient, report: str) -> None:
    page = revise(browser, report, text="We keep <several> copies.\r\n\r\nTwo survive.")
    assert page.url.path == f"/questions/{QUESTION}"
    fields = fields_of(page)
    assert fields["answer"].splitlines() == ["We keep <several> copies.", "", "Two survive."]
    assert fields["revises"] == report.rpartition("/")[2]


def test_a_draft_in_the_way_is_kept_unless_the_learner_drops_it(
    browser: TestClient, report: str
) -> None:
    draft(browser, "A newer draft")
    asked = revise(browser, report, text="An improved answer")
    assert asked.status_code == 409
    assert "<q>A newer draft</q>" in asked.text
    assert fields_of(browser.get(f"/questions/{QUESTION}"))["answer"] == "A newer draft"
    chosen = browser.post(f"{report}/revise", data=fields_of(asked) | {"replace": "yes"})
    assert fields_of(chosen)["answer"] == "An improved answer"


def test_a_draft_that_is_the_answer_itself_is_in_nobodys_way(
    browser: TestClient, report: str
) -> None:
    draft(browser, ANSWER.replace("\n", "\r\n"))
    assert fields_of(revise(browser, report, text="Improved"))["answer"] == "Improved"


def test_putting_a_text_into_the_box_needs_the_forms_token(
    browser: TestClient, report: str
) -> None:
    assert browser.post(f"{report}/revise", data={"csrf": "x"}).status_code == 403


def test_deleting_asks_first(browser: TestClient, report: str) -> None:
    assert "It cannot be brought back." in text_of(browser.get(f"{report}/delete"))
    assert browser.get(report).status_code == 200


def test_a_deleted_attempt_is_gone(browser: TestClient, report: str) -> None:
    token = fields_of(browser.get(f"{report}/delete"))["csrf"]
    page = browser.post(f"{report}/delete", data={"csrf": token})
    assert page.url.path == f"/questions/{QUESTION}/history"
    assert browser.get(report).status_code == 404


def test_deleting_needs_the_forms_token(browser: TestClient, report: str) -> None:
    assert browser.post(f"{report}/delete", data={"csrf": "x"}).status_code == 403
    assert browser.get(report).status_code == 200


def test_the_improved_answer_is_shown_with_its_edits_and_their_gains(
    browser: TestClient, report: str
) -> None:
    page = browser.get(report)
    said = text_of(page)
    assert "Your answer, improved 2 edits to hire." in said
    assert re.search(r"\[struck: One copy is safe ?\] ?\[added: One copy is lost ?\]", said)
    assert "Correction. It dies." in said
    assert 'id="step-2"' in page.text
    assert 'href="#edit-2"' in page.text


def test_an_answer_with_nothing_in_it_is_sent_to_questions_and_not_called_improved(
    browser: TestClient,
) -> None:
    said = text_of(browser.get(attempt(browser, NOTHING)))
    assert "There is too little here to build on. Start from these questions." in said
    assert "Questions to start from Start here. Durability A broker dies; what is lost?" in said
    assert "Your answer, improved" not in said


def test_ticked_edits_are_taken_into_the_answer_box(browser: TestClient, report: str) -> None:
    fields = {"csrf": fields_of(browser.get(report))["csrf"], "step": "1"}
    reply = browser.post(f"{report}/improve", data=fields, follow_redirects=False)
    assert reply.status_code == 303
    assert reply.headers["location"] == f"/questions/{QUESTION}#answer"
    box = fields_of(browser.get(f"/questions/{QUESTION}"))["answer"]
    assert "One copy is lost." in box
    assert "survives" not in box


@pytest.mark.parametrize(("only", "expected"), [("2", "safe"), ("all", "lost")])
def test_one_edit_or_all_are_taken_whatever_is_ticked(
    browser: TestClient, report: str, only: str, expected: str
) -> None:
    fields = {"csrf": fields_of(browser.get(report))["csrf"], "step": "1", "only": only}
    browser.post(f"{report}/improve", data=fields)
    box = fields_of(browser.get(f"/questions/{QUESTION}"))["answer"]
    assert f"One copy is {expected}." in box
    assert box.endswith("One copy survives.")


def test_a_draft_in_the_way_of_the_edits_is_asked_about(browser: TestClient, report: str) -> None:
    page = fields_of(browser.get(f"/questions/{QUESTION}"))
    draft = {"csrf": page["csrf"], "form": page["form"], "revision": "5", "answer": "Something new"}
    browser.post(f"/questions/{QUESTION}/draft", data=draft)
    reply = browser.post(f"{report}/improve", data={"csrf": page["csrf"], "only": "all"})
    assert reply.status_code == 409
    assert "One copy survives." in fields_of(reply)["text"]


def test_an_edit_taken_earlier_gives_way_to_the_next_one_unless_it_was_written_on(
    browser: TestClient, report: str
) -> None:
    fields = {"csrf": fields_of(browser.get(report))["csrf"], "only": "1"}
    browser.post(f"{report}/improve", data=fields)
    chosen = browser.post(f"{report}/improve", data=fields | {"only": "all"})
    assert chosen.status_code == 200
    page = fields_of(chosen)
    assert page["answer"].endswith("One copy survives.")
    draft = {name: page[name] for name in ("csrf", "form")}
    written = draft | {"revision": "5", "answer": f"{page['answer']} And mine."}
    browser.post(f"/questions/{QUESTION}/draft", data=written)
    assert browser.post(f"{report}/improve", data=fields).status_code == 409


@pytest.mark.parametrize("only", ["0", "99", "some"])
def test_a_step_that_is_none_is_refused(browser: TestClient, report: str, only: str) -> None:
    fields = {"csrf": fields_of(browser.get(report))["csrf"], "only": only}
    assert browser.post(f"{report}/improve", data=fields).status_code == 422


def test_edits_of_somebody_elses_form_are_refused(browser: TestClient, report: str) -> None:
    assert browser.post(f"{report}/improve", data={"only": "all"}).status_code == 403


def test_a_report_still_opens_when_its_question_was_taken_away(tmp_path: Path) -> None:
    coach = site_coach()
    with site(tmp_path, coach) as (browser, _):
        report = attempt(browser, "We keep several copies. One copy is safe.")
        coach.holder.swap(small_bank_without(QUESTION), PhraseFinder())
        for page in (report, f"{report}/print", f"{report}/share", f"{report}/delete", "/history"):
            assert browser.get(page).status_code == 200, page
        gone = browser.get(f"/questions/{QUESTION}")
    assert gone.status_code == 404
    assert "your attempts at it are still in your history" in text_of(gone)


def small_bank_without(id_: str) -> Bank:
    bank = small_bank()
    questions = {name: each for name, each in bank.questions.items() if name != id_}
    rubrics = {name: each for name, each in bank.rubrics.items() if name != id_}
    return replace(bank, questions=MappingProxyType(questions), rubrics=MappingProxyType(rubrics))
