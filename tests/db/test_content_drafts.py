"""Promises of app/db/content_drafts.py."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

from app.db import content_drafts
from app.db.connect import Sessions
from app.db.content_drafts import ContentDraft
from tests.coaching import NOON

DRAFT = ContentDraft(
    "small-queue", "streaming", "alice", "id: a\n", "question: a\n", "b" * 64, NOON
)


def test_a_draft_comes_back_as_it_was_kept(sessions: Sessions) -> None:
    with sessions.writing.begin() as session:
        content_drafts.save(session, DRAFT)
    with sessions.reading.begin() as session:
        assert content_drafts.find(session, "small-queue") == DRAFT
        assert content_drafts.find(session, "other") is None


def test_a_question_has_one_draft(sessions: Sessions) -> None:
    later = replace(DRAFT, author="bob", question_text="id: b\n")
    other = replace(DRAFT, question="a-queue")
    with sessions.writing.begin() as session:
        for draft in (DRAFT, later, other):
            content_drafts.save(session, draft)
        assert content_drafts.every(session) == [other, later]
        content_drafts.clear(session, "small-queue")
        assert content_drafts.every(session) == [other]


def test_a_megabyte_of_any_text_can_be_kept(sessions: Sessions) -> None:
    text = "é😀\t" * 300_000 + "\x00\ud800"
    with sessions.writing.begin() as session:
        content_drafts.save(session, replace(DRAFT, rubric_text=text))
    with sessions.reading.begin() as session:
        kept = content_drafts.find(session, "small-queue")
    assert kept is not None
    assert kept.rubric_text == text.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")


def test_two_who_save_at_once_come_one_after_the_other(sessions: Sessions) -> None:
    both = Barrier(2)

    def save(author: str) -> None:
        both.wait()
        for _ in range(20):
            with sessions.writing.begin() as session:
                content_drafts.hold(session)
                before = content_drafts.find(session, "small-queue")
                count = int(before.question_text) if before else 0
                later = replace(DRAFT, author=author, question_text=str(count + 1))
                content_drafts.save(session, later)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(save, ["alice", "bob"]))
    with sessions.reading.begin() as session:
        kept = content_drafts.find(session, "small-queue")
    assert kept is not None
    assert kept.question_text == "40"
