"""Promises of app/db/content_versions.py."""

from itertools import count

from sqlalchemy.orm import Session

from app.db import content_versions
from app.db.connect import Sessions
from app.db.content_versions import Kind
from tests.coaching import NOON

NUMBERS = count()


def keep(
    session: Session, kind: Kind = "published", question: str = "small", base: str = ""
) -> str:
    id_ = f"v{next(NUMBERS)}"
    content_versions.keep(
        session, id_=id_, question=question, kind=kind, category="streaming", author="alice",
        texts=("q", "r"), base=base, now=NOON,
    )  # fmt: skip
    return id_


def test_versions_are_counted_by_question_and_come_newest_first(sessions: Sessions) -> None:
    with sessions.writing.begin() as session:
        first, second = keep(session), keep(session)
        keep(session, question="other")
        found = content_versions.every(session, "small")
    assert [(each.id, each.ordinal) for each in found] == [(second, 2), (first, 1)]


def test_a_version_has_its_texts(sessions: Sessions) -> None:
    with sessions.writing.begin() as session:
        kept = keep(session)
        found = content_versions.find(session, kept)
        assert content_versions.find(session, "no-such") is None
    assert found is not None
    assert (found.question_text, found.rubric_text, found.kept_at) == ("q", "r", NOON)


def test_a_draft_that_was_let_go_was_never_on_disk(sessions: Sessions) -> None:
    with sessions.writing.begin() as session:
        assert content_versions.last_base(session, "small") == ""
        keep(session, base="one")
        keep(session, kind="draft", base="two")
        assert content_versions.last_base(session, "small") == "one"


def test_what_was_taken_away_is_told_until_it_comes_back(sessions: Sessions) -> None:
    with sessions.writing.begin() as session:
        keep(session)
        gone = keep(session, kind="removed")
        keep(session, kind="draft")
        assert [each.id for each in content_versions.removed(session)] == [gone]
        keep(session, kind="published")
        assert content_versions.removed(session) == []
