"""Promises of app/db/attempts.py."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import NoResultFound, StatementError

from app.db import attempts, drafts
from app.db.attempts import Best, Scored
from app.db.connect import Sessions
from app.db.forms import Form
from app.db.learners import PERSONAL
from app.db.tables import LearnerRow
from tests.db.values import NOON, report, scored

KAFKA = "kafka-event-backbone"


def add(sessions: Sessions, *all_scored: Scored) -> list[str]:
    """Keep each in a transaction of its own."""
    ids = []
    for one in all_scored:
        with sessions.writing.begin() as session:
            ids.append(attempts.add(session, one))
    return ids


def summaries(sessions: Sessions) -> tuple[attempts.Summary, ...]:
    with sessions.reading.begin() as session:
        return attempts.of_question(session, PERSONAL, KAFKA)


def test_an_attempt_comes_back_as_it_was_kept(sessions: Sessions) -> None:
    add(sessions, scored(text="Replicas 🙂\n\t<b>three</b>"))
    with sessions.reading.begin() as session:
        found = attempts.find(session, PERSONAL, "a1")
    assert found is not None
    assert (found.text, found.report, found.created_at, found.ordinal, found.delta) == (
        "Replicas 🙂\n\t<b>three</b>",
        report(),
        NOON,
        1,
        None,
    )


def test_an_unknown_attempt_is_not_found(sessions: Sessions) -> None:
    with sessions.reading.begin() as session:
        assert attempts.find(session, PERSONAL, "nope") is None


def test_an_address_with_a_nul_is_just_unknown(sessions: Sessions) -> None:
    with sessions.reading.begin() as session:
        assert attempts.find(session, PERSONAL, "a\x00\ud800") is None


def test_the_same_form_sent_twice_is_one_attempt(sessions: Sessions) -> None:
    assert add(sessions, scored("a1"), scored("a2")) == ["a1", "a1"]
    assert len(summaries(sessions)) == 1


def test_the_same_form_with_an_edited_text_is_a_second_attempt(sessions: Sessions) -> None:
    add(sessions, scored("a1"), scored("a2", text="We use replication and acks=all."))
    assert [line.id for line in summaries(sessions)] == ["a2", "a1"]


def test_the_same_text_from_a_new_form_is_a_second_attempt(sessions: Sessions) -> None:
    add(sessions, scored("a1"), scored("a2", form=Form("form-2")))
    assert len(summaries(sessions)) == 2


def test_two_writers_at_once_both_get_through_with_their_own_ordinals(sessions: Sessions) -> None:
    forms = [scored(f"a{number}", form=Form(f"form-{number}")) for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda one: add(sessions, one), forms))
    assert [line.ordinal for line in summaries(sessions)] == [8, 7, 6, 5, 4, 3, 2, 1]


def test_a_double_click_from_two_threads_is_one_attempt(sessions: Sessions) -> None:
    twice = [scored("a1"), scored("a2")]
    with ThreadPoolExecutor(2) as pool:
        (first,), (second,) = pool.map(lambda one: add(sessions, one), twice)
    assert first == second
    assert len(summaries(sessions)) == 1


def test_each_attempt_tells_what_it_gained_on_the_one_before(sessions: Sessions) -> None:
    for number, score in enumerate([40, 70, 65]):
        add(sessions, scored(f"a{number}", form=Form(f"form-{number}"), score=score))
    assert [line.delta for line in summaries(sessions)] == [-5, 30, None]


def test_a_single_attempt_tells_its_gain_too(sessions: Sessions) -> None:
    add(sessions, scored("a1", score=40), scored("a2", form=Form("form-2"), score=70))
    with sessions.reading.begin() as session:
        found = attempts.find(session, PERSONAL, "a2")
    assert found is not None
    assert found.delta == 30


def test_the_history_goes_over_all_questions_newest_first(sessions: Sessions) -> None:
    add(
        sessions,
        scored("a1", now=NOON),
        scored("a2", question="url-shortener", now=NOON + timedelta(hours=1)),
        scored("a3", form=Form("form-3"), now=NOON + timedelta(hours=2)),
    )
    with sessions.reading.begin() as session:
        assert [line.id for line in attempts.history(session, PERSONAL, limit=2)] == ["a3", "a2"]
        assert [line.id for line in attempts.history(session, PERSONAL, limit=2, skip=2)] == ["a1"]
        assert attempts.count(session, PERSONAL) == 3


def test_the_best_score_of_each_question_is_known(sessions: Sessions) -> None:
    add(sessions, scored("a1", score=70), scored("a2", form=Form("form-2"), score=40))
    with sessions.reading.begin() as session:
        assert attempts.best(session, PERSONAL) == {KAFKA: Best(score=70, band=3, attempts=2)}


def test_a_deleted_attempt_is_gone_and_the_others_stay(sessions: Sessions) -> None:
    add(sessions, scored("a1"), scored("a2", form=Form("form-2")))
    with sessions.writing.begin() as session:
        assert attempts.remove(session, PERSONAL, "a1")
    assert [line.id for line in summaries(sessions)] == ["a2"]


def test_deleting_what_is_not_there_is_told(sessions: Sessions) -> None:
    with sessions.writing.begin() as session:
        assert not attempts.remove(session, PERSONAL, "a1")


def test_no_learner_sees_or_deletes_anothers_attempt(sessions: Sessions) -> None:
    with sessions.writing.begin() as session:
        session.execute(insert(LearnerRow).values(id="charlie", created_at=NOON))
    add(sessions, scored("a1"))
    with sessions.writing.begin() as session:
        assert attempts.find(session, "charlie", "a1") is None
        assert not attempts.remove(session, "charlie", "a1")
        assert attempts.best(session, "charlie") == {}


def test_an_unknown_learner_can_keep_nothing(sessions: Sessions) -> None:
    with pytest.raises(NoResultFound):
        add(sessions, scored(learner="nobody"))


def test_an_attempt_clears_the_draft_of_its_question_only(sessions: Sessions) -> None:
    with sessions.writing.begin() as session:
        for question in (KAFKA, "url-shortener"):
            drafts.save(session, PERSONAL, question, text="We", form=Form("form-1", 1), now=NOON)
    add(sessions, scored(form=Form("form-1", 2)))
    with sessions.reading.begin() as session:
        assert drafts.questions(session, PERSONAL) == {"url-shortener"}


def test_a_moment_is_kept_in_utc_whatever_zone_it_came_in(sessions: Sessions) -> None:
    add(sessions, scored(now=NOON.astimezone(timezone(timedelta(hours=9)))))
    (line,) = summaries(sessions)
    assert (line.created_at, line.created_at.tzinfo) == (NOON, UTC)


def test_a_moment_without_a_zone_is_refused(sessions: Sessions) -> None:
    naive = datetime(2026, 3, 1)  # noqa: DTZ001 - the point of the test
    with pytest.raises(StatementError, match="without a time zone"):
        add(sessions, replace(scored(), now=naive))


def keep_and_stumble(sessions: Sessions) -> None:
    with sessions.writing.begin() as session:
        attempts.add(session, scored())
        raise InterruptedError


def test_a_transaction_that_fails_keeps_nothing(sessions: Sessions) -> None:
    with pytest.raises(InterruptedError):
        keep_and_stumble(sessions)
    assert summaries(sessions) == ()
