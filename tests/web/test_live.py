"""Promises of app/web/live.py."""

import os
from concurrent.futures import Future
from pathlib import Path
from threading import Timer

import pytest

from app.bank_holder import BankHolder
from app.content.bank import load_bank
from app.content.several_files import one_writer
from app.engine.pipeline import Pipeline
from app.web.live import ContentWatch, WaitingScorer
from tests import make


def write(folder: Path, text: str, moment: int) -> None:
    """Change the question's file at a moment of its own, whatever the clock's steps."""
    path = folder / "questions/streaming/small-queue.yaml"
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(moment, moment))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder of content."""
    return make.content_root(tmp_path)


def watch(root: Path, nlp: Pipeline) -> tuple[ContentWatch, BankHolder]:
    """A watch over the content of `root`."""
    bank = load_bank(root)
    pipeline: Future[Pipeline] = Future()
    pipeline.set_result(nlp)
    holder = BankHolder(bank, WaitingScorer(bank, pipeline))
    return ContentWatch(root, holder, pipeline), holder


def test_changed_content_is_taken_over_whole(root: Path, nlp: Pipeline) -> None:
    watched, holder = watch(root, nlp)
    write(root, make.as_yaml(make.question_data(title="A better title")), 1)
    assert watched.look()
    assert holder.bank.questions["small-queue"].title == "A better title"


def test_a_broken_file_leaves_the_old_bank_serving(
    root: Path, nlp: Pipeline, capsys: pytest.CaptureFixture[str]
) -> None:
    watched, holder = watch(root, nlp)
    write(root, "title: [", 1)
    assert not watched.look()
    assert holder.bank.questions["small-queue"].title == "A small queue"
    assert "questions/streaming/small-queue.yaml:" in capsys.readouterr().out


def test_a_mended_file_is_taken_over(root: Path, nlp: Pipeline) -> None:
    watched, holder = watch(root, nlp)
    write(root, "title: [", 1)
    watched.look()
    write(root, make.as_yaml(make.question_data(title="Mended")), 2)
    assert watched.look()
    assert holder.bank.questions["small-queue"].title == "Mended"


def test_nothing_is_read_again_while_nothing_changes(root: Path, nlp: Pipeline) -> None:
    watched, holder = watch(root, nlp)
    before = holder.bank
    assert not watched.look()
    assert holder.bank is before


def test_an_answer_is_scored_once_the_language_model_is_there(root: Path, nlp: Pipeline) -> None:
    pipeline: Future[Pipeline] = Future()
    scorer = WaitingScorer(load_bank(root), pipeline)
    Timer(0.05, pipeline.set_result, [nlp]).start()
    assert scorer.score("small-queue", "We keep several copies.").question == "small-queue"


def test_a_model_that_cannot_be_loaded_is_an_error_and_no_endless_wait(root: Path) -> None:
    pipeline: Future[Pipeline] = Future()
    pipeline.set_exception(OSError("no model"))
    with pytest.raises(OSError, match="no model"):
        WaitingScorer(load_bank(root), pipeline).score("small-queue", "Copies.")


def test_files_that_are_being_moved_are_not_read_until_all_are(root: Path, nlp: Pipeline) -> None:
    watched, holder = watch(root, nlp)
    with one_writer(root):
        write(root, make.as_yaml(make.question_data(title="Half")), 1)
        (root / ".publishing/journal.json").write_text('{"move": [], "remove": []}', "utf-8")
        assert not watched.look()
    assert watched.look(), "whoever was at it is gone: it is finished and read"
    assert holder.bank.questions["small-queue"].title == "Half"


def test_a_rubric_that_did_not_change_is_not_compiled_again(root: Path, nlp: Pipeline) -> None:
    watched, holder = watch(root, nlp)
    _, scorer = holder.held
    assert isinstance(scorer, WaitingScorer)
    scorer.warm()
    write(root, make.as_yaml(make.question_data(minutes=20)), 1)
    watched.look()
    _, changed = holder.held
    other = root / "rubrics/lexicon.yaml"
    other.write_text("# nothing\n{}\n", encoding="utf-8")
    assert watched.look()
    _, same = holder.held
    assert isinstance(changed, WaitingScorer)
    assert isinstance(same, WaitingScorer)
    assert same._ready().rubric("small-queue") is changed._ready().rubric("small-queue")
    assert changed._ready().rubric("small-queue") is not scorer._ready().rubric("small-queue")
