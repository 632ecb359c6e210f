"""Promises of app/db/drafts.py."""

from app.db import attempts, drafts
from app.db.connect import Sessions
from app.db.forms import LAST_REVISION, Form
from app.db.learners import PERSONAL
from tests.db.values import NOON, scored

KAFKA = "kafka-event-backbone"


def save(sessions: Sessions, text: str, *, form: str = "form-1", revision: int = 1) -> bool:
    with sessions.writing.begin() as session:
        made = Form(form, revision)
        return drafts.save(session, PERSONAL, KAFKA, text=text, form=made, now=NOON)


def draft(sessions: Sessions) -> str | None:
    with sessions.reading.begin() as session:
        found = drafts.find(session, PERSONAL, KAFKA)
    return None if found is None else found.text


def submit(sessions: Sessions, *, form: str = "form-1", revision: int = LAST_REVISION) -> None:
    with sessions.writing.begin() as session:
        attempts.add(session, scored(form=Form(form, revision)))


def test_a_draft_comes_back_exactly_as_typed(sessions: Sessions) -> None:
    assert save(sessions, " We\r\n\tuse 🙂 ")
    assert draft(sessions) == " We\r\n\tuse 🙂 "


def test_what_no_database_can_hold_is_replaced_in_a_draft(sessions: Sessions) -> None:
    save(sessions, "a\x00b\ud800c")
    assert draft(sessions) == "a\ufffdb\ufffdc"


def test_a_draft_may_be_longer_than_an_answer(sessions: Sessions) -> None:
    save(sessions, "x" * 30_000)
    assert draft(sessions) == "x" * 30_000


def test_there_is_no_draft_before_one_is_saved(sessions: Sessions) -> None:
    assert draft(sessions) is None


def test_a_later_edit_takes_the_place_of_an_earlier_one(sessions: Sessions) -> None:
    save(sessions, "We use", revision=1)
    save(sessions, "We use Kafka", revision=2)
    assert draft(sessions) == "We use Kafka"


def test_an_edit_that_comes_after_a_newer_one_is_not_kept(sessions: Sessions) -> None:
    save(sessions, "We use Kafka", revision=2)
    assert not save(sessions, "We use", revision=1)
    assert draft(sessions) == "We use Kafka"


def test_an_edit_sent_again_is_kept_again(sessions: Sessions) -> None:
    save(sessions, "We use", revision=1)
    assert save(sessions, "We use", revision=1)


def test_another_tab_takes_over_whatever_its_revision(sessions: Sessions) -> None:
    save(sessions, "one tab", form="form-1", revision=9)
    assert save(sessions, "the other", form="form-2", revision=1)
    assert draft(sessions) == "the other"


def test_a_late_autosave_does_not_bring_a_submitted_draft_back(sessions: Sessions) -> None:
    save(sessions, "We use", revision=1)
    submit(sessions, revision=3)
    assert not save(sessions, "We use repl", revision=2)
    assert not save(sessions, "We use replication.", revision=3)
    assert draft(sessions) is None


def test_a_form_submitted_without_script_takes_no_drafts_afterwards(sessions: Sessions) -> None:
    submit(sessions)
    assert not save(sessions, "We use", revision=1_800_000_000_000)


def test_going_back_and_editing_on_makes_a_new_draft(sessions: Sessions) -> None:
    submit(sessions, revision=3)
    assert save(sessions, "We use replication. And more", revision=4)
    assert draft(sessions) == "We use replication. And more"


def test_an_emptied_answer_box_is_no_draft(sessions: Sessions) -> None:
    save(sessions, "We use", revision=1)
    save(sessions, "", revision=2)
    assert draft(sessions) is None
    assert not save(sessions, "We", revision=1)


def test_a_cleared_draft_is_gone(sessions: Sessions) -> None:
    save(sessions, "We use")
    with sessions.writing.begin() as session:
        drafts.clear(session, PERSONAL, KAFKA)
    assert draft(sessions) is None
