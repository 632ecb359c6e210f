"""Promises of publishing, versions and taking away."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy.orm import Session

from app.authoring import publishing
from app.authoring.desk import AuthorsDesk
from app.authoring.formatting import formatted
from app.authoring.versions import UnknownVersion
from app.authoring.working import (
    Busy,
    Conflict,
    NothingToPublish,
    ReadOnlyRoot,
    Texts,
    UnknownContent,
)
from app.content.bank import load_bank
from app.content.changes import content_state
from app.content.problems import ContentError
from app.content.several_files import one_writer
from app.content.tree import LEXICON_ID
from app.db.connect import Sessions
from app.engine.pipeline import Pipeline
from tests import make
from tests.coaching import fresh_sessions
from tests.web.site import site_desk

Q = "small-queue"
QUESTION, RUBRIC = f"questions/streaming/{Q}.yaml", f"rubrics/streaming/{Q}.yaml"

GOOD = {
    "components": {
        "text": "Several copies are kept, so one copy survives the crash of another.",
        "code": {"language": "text", "caption": "A setting", "text": "acks = all\n"},
    }
}
"""What makes the small model answer score under the small rubric."""


def good(**changes: object) -> dict[str, object]:
    sections = {**make.question_data()["sections"], **GOOD}
    return make.question_data(sections=sections, **changes)


def good_texts(**changes: object) -> Texts:
    rubric = make.rubric_data(question=str(changes.get("id", Q)))
    return Texts(make.as_yaml(good(**changes)), make.as_yaml(rubric))


@dataclass
class Press:
    """A desk, its root, and how often the bank was swapped."""

    desk: AuthorsDesk
    root: Path
    sessions: Sessions
    swaps: list[int] = field(default_factory=list)

    def keep(self, changed: Texts, id_: str = Q, author: str = "alice") -> None:
        """Keep a draft that began from what is on disk now."""
        with self.sessions.writing.begin() as session:
            base = self.desk.working_copy(session, id_).disk_base
            self.desk.keep(session, author, id_, changed, base)

    def kinds(self, id_: str = Q) -> list[str]:
        """The versions, newest first, each with its author."""
        with self.reading() as session:
            return [f"{each.kind} {each.author}" for each in self.desk.versions(session, id_)]

    def reading(self) -> Session:
        """A session that reads."""
        return self.sessions.reading()

    def title(self) -> str:
        """What is on disk now."""
        return load_bank(self.root).questions[Q].title


@pytest.fixture
def press(tmp_path: Path, nlp: Pipeline) -> Iterator[Press]:
    """A desk over a small question whose own texts score as they should."""
    root = make.content_root(tmp_path / "root", question=good())
    with fresh_sessions(tmp_path) as sessions:
        swaps: list[int] = []
        desk = replace(
            site_desk(root, sessions), pipeline=lambda: nlp, swap=lambda: swaps.append(1)
        )
        yield Press(desk, root, sessions, swaps)


def test_a_draft_is_written_in_canonical_form_and_put_before_learners(press: Press) -> None:
    press.keep(good_texts(title="Better"))
    done = press.desk.publish("alice", [Q])
    assert (done.ids, done.files) == ((Q,), (QUESTION, RUBRIC))
    assert press.title() == "Better"
    for file in done.files:
        before, form = formatted(press.root, file)
        assert before == form
    assert press.swaps == [1]
    with press.reading() as session:
        assert not press.desk.working_copy(session, Q).is_draft


def test_the_first_publication_keeps_what_was_there(press: Press) -> None:
    press.keep(good_texts(title="Second"))
    press.desk.publish("alice", [Q])
    press.keep(good_texts(title="Third"), author="bob")
    press.desk.publish("bob", [Q])
    assert press.kinds() == ["published bob", "published alice", "found "]
    with press.reading() as session:
        versions = press.desk.versions(session, Q)
        found = press.desk.version(session, versions[-1].id)
    assert "A small queue" in found.question_text


def test_an_edit_by_other_means_is_never_lost(press: Press) -> None:
    press.keep(good_texts(title="Second"))
    press.desk.publish("alice", [Q])
    (press.root / QUESTION).write_text(make.as_yaml(good(title="By hand")), "utf-8")
    press.keep(good_texts(title="Third"))
    press.desk.publish("alice", [Q])
    assert press.kinds() == ["published alice", "found ", "published alice", "found "]


def test_a_change_on_disk_since_the_draft_began_is_a_conflict(press: Press) -> None:
    press.keep(good_texts(title="Mine"))
    theirs = make.as_yaml(good(title="Theirs"))
    (press.root / QUESTION).write_text(theirs, "utf-8")
    with pytest.raises(Conflict) as told:
        press.desk.publish("alice", [Q])
    (copy,) = told.value.copies
    assert (copy.published.question, copy.texts) == (theirs, good_texts(title="Mine"))
    assert press.title() == "Theirs"
    press.keep(good_texts(title="Mine"))  # having seen it
    press.desk.publish("alice", [Q])
    assert press.title() == "Mine"


def test_content_with_problems_is_not_published(press: Press) -> None:
    before = content_state(press.root)
    press.keep(good_texts(minutes=0))
    with pytest.raises(ContentError) as told:
        press.desk.publish("alice", [Q])
    assert [problem.code for problem in told.value.problems] == ["out-of-range"]
    assert content_state(press.root) == before
    assert press.swaps == []


def test_a_rubric_that_fails_its_own_sentences_is_not_published(press: Press) -> None:
    rubric = make.rubric_data(make.concept_data(yes=["Bees make honey.", "Several copies."]))
    press.keep(Texts(good_texts().question, make.as_yaml(rubric)))
    with pytest.raises(ContentError) as told:
        press.desk.publish("alice", [Q])
    (problem,) = told.value.problems
    assert (problem.file, problem.code) == (RUBRIC, "yes-not-counted")
    assert problem.line > 1


def test_a_question_is_begun_filled_and_published(press: Press) -> None:
    with press.sessions.writing.begin() as session:
        press.desk.begin(session, "alice", "new-one", "batch")
    press.keep(good_texts(id="new-one", category="batch"), "new-one")
    press.desk.publish("alice", ["new-one"])
    assert set(load_bank(press.root).questions) == {Q, "new-one"}
    assert press.kinds("new-one") == ["published alice"]


def test_a_new_category_moves_both_files(press: Press) -> None:
    press.keep(good_texts(category="batch"))
    press.desk.publish("alice", [Q])
    assert not (press.root / QUESTION).exists()
    assert sorted(
        path.relative_to(press.root).as_posix() for path in press.root.rglob("*.yaml")
    ) == [
        f"questions/batch/{Q}.yaml",
        f"rubrics/batch/{Q}.yaml",
    ]


def test_a_new_id_moves_both_files_and_the_old_one_can_be_restored(press: Press) -> None:
    press.keep(good_texts(id="big-queue"))
    assert press.desk.publish("alice", [Q]).ids == ("big-queue",)
    assert set(load_bank(press.root).questions) == {"big-queue"}
    assert press.kinds("big-queue") == ["published alice"]
    assert press.kinds() == ["removed alice", "found "]
    with press.reading() as session:
        assert [each.question for each in press.desk.removed(session)] == [Q]


def test_two_drafts_cannot_become_one_file(press: Press) -> None:
    with press.sessions.writing.begin() as session:
        for id_ in ("one", "two"):
            press.desk.begin(session, "alice", id_, "streaming")
    for id_ in ("one", "two"):
        press.keep(good_texts(id="three"), id_)
    with pytest.raises(ContentError) as told:
        press.desk.publish("alice", ["one", "two"])
    assert {problem.code for problem in told.value.problems} == {"duplicate-id"}


def test_a_question_that_was_taken_away_comes_back_whole(press: Press) -> None:
    press.keep(good_texts(id="other-queue"))
    with press.sessions.writing.begin() as session:
        press.desk.begin(session, "alice", "new-one", "batch")
    press.keep(good_texts(id="new-one", category="batch"), "new-one")
    press.desk.publish("alice", ["new-one"])
    press.desk.remove("bob", "new-one")
    assert set(load_bank(press.root).questions) == {Q}
    with press.sessions.writing.begin() as session:
        (gone,) = press.desk.removed(session)
        copy = press.desk.restore(session, "bob", gone.id)
    assert (copy.is_draft, copy.behind, copy.is_published) == (True, False, False)
    press.desk.publish("bob", ["new-one"])
    assert load_bank(press.root).questions["new-one"].category == "batch"


def test_the_last_question_stays(press: Press) -> None:
    with pytest.raises(ContentError) as told:
        press.desk.remove("alice", Q)
    assert [problem.code for problem in told.value.problems] == ["no-content"]
    with pytest.raises(UnknownContent):
        press.desk.remove("alice", LEXICON_ID)
    with pytest.raises(UnknownContent):
        press.desk.remove("alice", "no-such")


def test_an_earlier_version_is_restored_as_a_draft_and_no_draft_is_lost(press: Press) -> None:
    press.keep(good_texts(title="Second"))
    press.desk.publish("alice", [Q])
    press.keep(good_texts(title="In the works"))
    with press.sessions.writing.begin() as session:
        first = press.desk.versions(session, Q)[-1]
        copy = press.desk.restore(session, "alice", first.id)
        assert "A small queue" in copy.texts.question
        kept = press.desk.version(session, press.desk.versions(session, Q)[0].id)
        assert (kept.kind, "In the works" in kept.question_text) == ("draft", True)
        with pytest.raises(UnknownVersion):
            press.desk.restore(session, "alice", "no-such")
    press.desk.publish("alice", [Q])
    assert press.title() == "A small queue"


def test_the_lexicon_is_published_with_versions_of_its_own(press: Press) -> None:
    press.keep(Texts("", "ideas: {copy: [copy, replica]}\n"), LEXICON_ID)
    assert press.desk.publish("alice", [LEXICON_ID]).files == ("rubrics/lexicon.yaml",)
    assert press.kinds(LEXICON_ID) == ["published alice"]
    press.keep(Texts("", "ideas: {copy: [copy]}\n"), LEXICON_ID)
    press.desk.publish("alice", [LEXICON_ID])
    with press.sessions.writing.begin() as session:
        first = press.desk.versions(session, LEXICON_ID)[-1]
        press.desk.restore(session, "alice", first.id)
    press.desk.publish("alice", [LEXICON_ID])
    assert "copy" in load_bank(press.root).lexicon.ideas


def test_a_lexicon_that_spoils_a_rubrics_own_texts_is_not_published(press: Press) -> None:
    lexicon = "ideas: {copy: [copy, replica]}\n"
    press.keep(Texts("", lexicon), LEXICON_ID)
    press.desk.publish("alice", [LEXICON_ID])
    rubric = make.rubric_data(make.concept_data(mentioned=["several <copy>"]))
    press.keep(Texts(good_texts().question, make.as_yaml(rubric)))
    press.desk.publish("alice", [Q])
    press.keep(Texts("", "ideas: {copy: [lantern]}\n"), LEXICON_ID)
    with pytest.raises(ContentError) as told:
        press.desk.publish("alice", [LEXICON_ID])
    assert {problem.file for problem in told.value.problems} == {RUBRIC}


def test_what_has_no_draft_cannot_be_published(press: Press) -> None:
    with pytest.raises(NothingToPublish):
        press.desk.publish("alice", [Q])


def test_one_publishes_at_a_time(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "PATIENCE", 0.1)
    press.keep(good_texts(title="Mine"))
    with one_writer(press.root), pytest.raises(Busy):
        press.desk.publish("alice", [Q])


def test_what_an_author_types_while_it_is_published_stays_a_draft(
    press: Press, nlp: Pipeline
) -> None:
    press.keep(good_texts(title="First"))
    waits, goes_on = Event(), Event()

    def slow() -> Pipeline:
        waits.set()
        assert goes_on.wait(120)
        return nlp

    desk = replace(press.desk, pipeline=slow)
    thread = Thread(target=desk.publish, args=("alice", [Q]))
    thread.start()
    assert waits.wait(120)
    press.keep(good_texts(title="Typed on"))
    goes_on.set()
    thread.join()
    assert press.title() == "First"
    with press.reading() as session:
        copy = press.desk.working_copy(session, Q)
    assert (copy.is_draft, copy.behind, "Typed on" in copy.texts.question) == (True, False, True)


def test_content_that_came_with_the_program_cannot_be_changed(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "BUNDLED", press.root)
    press.keep(good_texts(title="Mine"))
    with pytest.raises(ReadOnlyRoot, match="WHYBOARD_ROOT"):
        press.desk.publish("alice", [Q])


def test_a_root_that_is_read_only_is_told(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    press.keep(good_texts(title="Mine"))
    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(ReadOnlyRoot):
        press.desk.publish("alice", [Q])
