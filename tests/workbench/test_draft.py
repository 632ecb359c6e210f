"""A rubric drafted from a model answer."""

from pathlib import Path

import pytest

from app.authoring import draft_rubric
from app.content.bank import Bank, load_bank
from app.content.check import check_content
from app.content.question import model_answer
from app.content.rubric import Lexicon
from app.content.yaml_reader import read_yaml
from app.engine.pipeline import Pipeline
from app.engine.scorer import Scorer
from app.workbench.draft import draft
from tests import make
from tests.authoring.test_beginning import filled

TEXT = """\
# Replication

Each partition has a replication factor of three. The replication factor is three, as brokers die.
A follower that falls behind leaves the in-sync set.

# Cost

Object storage keeps 30 days on cheap disks. Object storage is slower than a local disk.
"""


def test_terms_are_noun_phrases_and_sentences_lie_under_them(nlp: Pipeline) -> None:
    found = draft(TEXT, nlp, {"replica": ["replication factor", "copy"]})
    first, second = found.concepts
    assert (first.term, first.area, len(first.points)) == ("replication factor", "Replication", 3)
    assert (second.term, second.area) == ("object storage", "Cost")
    assert first.lexicon == ("replica",)
    assert found.numbers == ("object storage keeps 30 days on",)
    assert found.unplaced == ()


def test_a_sentence_without_the_term_counts_only_near_a_mention(nlp: Pipeline) -> None:
    named, _, other = draft(TEXT, nlp, {}).concepts[0].points
    assert named.holds_term
    assert not other.holds_term
    text = draft_rubric("small-queue", TEXT, Lexicon(), nlp)
    note = "it does not name the concept, so it counts only near a mention"
    assert f"adds:  # {note}\n          - {other.words}" in text


def test_the_same_text_gives_the_same_draft(nlp: Pipeline) -> None:
    one, other = (draft_rubric("small-queue", TEXT, Lexicon(), nlp) for _ in range(2))
    assert one == other


def test_a_draft_is_marked_as_one_and_refused_until_it_is_filled_in(
    tmp_path: Path, nlp: Pipeline
) -> None:
    text = draft_rubric("small-queue", TEXT, Lexicon(), nlp)
    assert "# DRAFT" in text
    root = make.content_root(tmp_path, files={"rubrics/streaming/small-queue.yaml": text})
    assert {problem.code for problem in check_content(root)} == {"wrong-type"}


def test_a_draft_filled_in_is_a_rubric_that_finds_its_own_text(
    tmp_path: Path, nlp: Pipeline, bank: Bank
) -> None:
    answer = model_answer(bank.questions["kafka-event-backbone"])
    text = filled(draft_rubric("small-queue", answer, bank.lexicon, nlp))
    root = make.content_root(tmp_path, files={"rubrics/streaming/small-queue.yaml": text})
    assert check_content(root) == []
    report = Scorer(load_bank(root), nlp).score("small-queue", answer)
    missing = [concept.id for concept in report.concepts if concept.standing == "missing"]
    assert (len(report.concepts), missing) == (14, [])


@pytest.mark.parametrize(
    "text",
    ["", "No.", "a: b # c", '"quoted" {x} [y] & *z', "yes", "- bullet\n- bullet",
     "\x07\x85 x \u2028 y", "\U0001f642 emoji", "x" * 20_000, "the " * 4_000],
)  # fmt: skip
def test_any_text_gives_a_file_that_can_be_read(text: str, nlp: Pipeline) -> None:
    drafted = draft_rubric("small-queue", text, Lexicon(), nlp)
    document, problems = read_yaml(drafted.encode(), "draft.yaml")
    assert problems == ()
    assert document is not None
