"""Promises of drafting and looking at content (app/authoring/desk.py)."""

from dataclasses import replace
from pathlib import Path
from time import thread_time

import pytest

from app.authoring.beginning import CannotBeginError
from app.authoring.working import Texts, UnknownContent
from app.content.changes import content_state
from app.content.problems import ContentError
from app.content.tree import LEXICON_ID
from app.db import content_versions
from app.settings import CHECKOUT
from tests import make
from tests.authoring.conftest import Desk, texts
from tests.coaching import fresh_sessions
from tests.web.site import site_desk

Q = "small-queue"


def codes(desk: Desk, changed: Texts) -> list[str]:
    copy = desk.desk.working_copy(desk.session, Q)
    return [problem.code for problem in desk.desk.examine(copy, changed).problems]


def test_a_working_copy_is_what_is_on_disk_until_there_is_a_draft(at: Desk) -> None:
    copy = at.desk.working_copy(at.session, Q)
    assert (copy.is_draft, copy.texts, copy.texts.question) == (
        False,
        copy.published,
        (at.root / "questions/streaming/small-queue.yaml").read_text("utf-8"),
    )
    kept = at.desk.keep(at.session, "alice", Q, texts(title="Better"), copy.base)
    assert (kept.is_draft, kept.author, kept.behind) == (True, "alice", False)
    assert kept.texts == texts(title="Better")
    assert kept.published == copy.published


def test_a_draft_writes_nothing_to_disk(at: Desk) -> None:
    before = content_state(at.root)
    copy = at.desk.begin(at.session, "alice", "new-one", "batch")
    at.desk.examine(copy)
    assert content_state(at.root) == before
    assert (at.desk.working_copy(at.session, "new-one").is_published, copy.category) == (
        False,
        "batch",
    )


@pytest.mark.parametrize("id_", [Q, "new-one", "lexicon", "../x", "A", "a/b", ""])
def test_a_question_cannot_be_begun_under_an_id_that_is_taken_or_none(at: Desk, id_: str) -> None:
    at.desk.begin(at.session, "alice", "new-one", "batch")
    with pytest.raises(CannotBeginError):
        at.desk.begin(at.session, "alice", id_, "batch")


@pytest.mark.parametrize("id_", ["no-such", "../../etc/passwd", "x\0", "questions/streaming"])
def test_what_is_nowhere_is_unknown(at: Desk, id_: str) -> None:
    with pytest.raises(UnknownContent):
        at.desk.working_copy(at.session, id_)
    with pytest.raises(UnknownContent):
        at.desk.keep(at.session, "alice", id_, texts(), "")


def test_a_change_on_disk_after_the_draft_began_is_told_and_the_draft_kept(at: Desk) -> None:
    base = at.desk.working_copy(at.session, Q).base
    (at.root / "rubrics/streaming/small-queue.yaml").write_text("question: x\n", "utf-8")
    copy = at.desk.keep(at.session, "alice", Q, texts(title="Mine"), base)
    assert (copy.behind, copy.texts.question) == (True, texts(title="Mine").question)
    assert copy.published.rubric == "question: x\n"


def test_line_ends_of_browsers_become_line_feeds(at: Desk) -> None:
    copy = at.desk.keep(at.session, "alice", Q, Texts("a: 1\r\nb: 2\r\n", "c\rd"), "")
    assert copy.texts == Texts("a: 1\nb: 2\n", "c\nd")


def test_another_authors_draft_and_a_discarded_one_stay_among_the_versions(at: Desk) -> None:
    at.desk.keep(at.session, "alice", Q, texts(title="Alice's"), "")
    at.desk.keep(at.session, "alice", Q, texts(title="Alice's own"), "")
    at.desk.keep(at.session, "bob", Q, texts(title="Bob's"), "")
    at.desk.discard(at.session, Q)
    kept = content_versions.every(at.session, Q)
    assert [(each.author, each.kind) for each in kept] == [("bob", "draft"), ("alice", "draft")]
    assert "Alice's own" in at.desk.version(at.session, kept[1].id).question_text
    assert not at.desk.working_copy(at.session, Q).is_draft


def test_the_list_tells_how_each_question_stands(at: Desk) -> None:
    at.desk.begin(at.session, "alice", "new-one", "batch")
    (new, small) = at.desk.listing(at.session)
    assert (new.id, new.state, new.is_published, new.author) == (
        "new-one",
        "has problems",
        False,
        "alice",
    )
    assert new.problems > 5
    assert (small.id, small.title, small.state) == (Q, "A small queue", "published")
    at.desk.keep(at.session, "bob", Q, texts(title="Better"), "")
    (_, small) = at.desk.listing(at.session)
    assert (small.title, small.state, small.is_published) == ("Better", "draft", True)


def test_the_list_tells_of_problems_on_disk(at: Desk) -> None:
    file = at.root / "questions/streaming/small-queue.yaml"
    file.write_text(texts(minutes=0).question, "utf-8")
    (small,) = at.desk.listing(at.session)
    assert (small.state, small.problems) == ("has problems", 1)


def test_good_texts_have_no_problem_and_can_be_shown(at: Desk) -> None:
    seen = at.desk.examine(at.desk.working_copy(at.session, Q), texts(title="Better"))
    assert (seen.problems, seen.question and seen.question.title) == ((), "Better")
    assert seen.rubric is not None
    assert seen.question_file == "questions/streaming/small-queue.yaml"


def test_every_problem_is_told_with_its_place(at: Desk) -> None:
    copy = at.desk.working_copy(at.session, Q)
    rubric = make.rubric_data(make.concept_data(explained="no-such", weight=9))
    seen = at.desk.examine(copy, Texts(texts(minutes=0).question, make.as_yaml(rubric)))
    assert {(problem.file, problem.code) for problem in seen.problems} == {
        ("questions/streaming/small-queue.yaml", "out-of-range"),
        ("rubrics/streaming/small-queue.yaml", "out-of-range"),
    }
    assert all(problem.line > 1 for problem in seen.problems)


def test_ideas_of_the_lexicon_on_disk_are_known(at: Desk) -> None:
    rubric = make.rubric_data(make.concept_data(mentioned=["several <copy>"]))
    changed = Texts(texts().question, make.as_yaml(rubric))
    assert codes(at, changed) == ["unknown-idea"]
    (at.root / "rubrics/lexicon.yaml").write_text("ideas: {copy: [copy, replica]}\n", "utf-8")
    assert codes(at, changed) == []


def test_an_id_that_another_question_has_is_told(at: Desk) -> None:
    copy = at.desk.begin(at.session, "alice", "new-one", "batch")
    changed = texts(category="batch")
    assert [each.code for each in at.desk.examine(copy, changed).problems] == ["duplicate-id"] * 2


def test_a_question_may_move_to_another_category_and_id(at: Desk) -> None:
    copy = at.desk.working_copy(at.session, Q)
    rubric = make.as_yaml(make.rubric_data(question="big-queue"))
    moved = Texts(texts(id="big-queue", category="batch").question, rubric)
    seen = at.desk.examine(copy, moved)
    assert (seen.problems, seen.rubric_file) == ((), "rubrics/batch/big-queue.yaml")
    assert "unknown-question" in codes(at, texts(id="big-queue"))


def test_the_id_of_the_lexicon_is_no_questions(at: Desk) -> None:
    rubric = make.as_yaml(make.rubric_data(question="lexicon"))
    assert codes(at, Texts(texts(id="lexicon").question, rubric)) == ["reserved-id"]


@pytest.mark.parametrize("text", ["", "  \n", "just text", "a: [", "- 1", "id: ../../x\n"])
def test_texts_that_hold_nothing_yet_are_problems_and_no_error(at: Desk, text: str) -> None:
    assert codes(at, Texts(text, text))
    assert codes(at, Texts(texts().question, text))
    assert codes(at, Texts(text, texts().rubric))


def test_an_answer_is_tried_on_the_draft_and_nothing_is_kept(at: Desk) -> None:
    copy = at.desk.working_copy(at.session, Q)
    rubric = make.rubric_data(make.concept_data(mentioned=["many paper lanterns"]))
    report = at.desk.try_answer(
        copy, "We hang many paper lanterns.", Texts(texts().question, make.as_yaml(rubric))
    )
    assert report.concepts[0].standing == "mentioned"
    with pytest.raises(ContentError):
        at.desk.try_answer(copy, "Anything.", texts(minutes=0))


def test_the_lexicon_is_edited_like_a_question(at: Desk) -> None:
    copy = at.desk.working_copy(at.session, LEXICON_ID)
    assert (copy.is_lexicon, copy.is_published) == (True, False)
    kept = at.desk.keep(at.session, "alice", LEXICON_ID, Texts("", "ideas: {A: [bb]}\n"), copy.base)
    (problem,) = at.desk.examine(kept).problems
    assert (problem.file, problem.line) == ("rubrics/lexicon.yaml", 1)
    assert [each.id for each in at.desk.listing(at.session)] == [Q]


def test_an_idea_that_a_rubric_needs_cannot_leave_the_lexicon_unnoticed(at: Desk) -> None:
    rubric = make.rubric_data(make.concept_data(mentioned=["several <copy>"]))
    make.content_root(at.root, rubric=rubric, files={"rubrics/lexicon.yaml": "ideas: {copy: [x]}"})
    copy = at.desk.working_copy(at.session, LEXICON_ID)
    (problem,) = at.desk.examine(copy, replace(copy.texts, rubric="ideas: {}\n")).problems
    assert (problem.file, problem.code) == ("rubrics/streaming/small-queue.yaml", "unknown-idea")


@pytest.mark.slow
def test_looking_at_a_long_rubric_takes_no_longer_than_typing_allows(tmp_path: Path) -> None:
    """Measured 0.15 s for 150 KB; ten times that would still be noticed here."""
    with fresh_sessions(tmp_path) as sessions, sessions.reading.begin() as session:
        desk = site_desk(CHECKOUT, sessions)
        copy = desk.working_copy(session, "kafka-event-backbone")
    desk.examine(copy)
    changed = replace(copy.texts, question=copy.texts.question + "\n# typed\n")
    began = thread_time()
    assert desk.examine(copy, changed).problems == ()
    assert thread_time() - began < 1.5
