"""The Bank: whole or not at all, and a digest that changes with the rubric alone."""

from pathlib import Path

import pytest

from app.content.bank import Bank, digest, load_bank
from app.content.problems import ContentError
from tests import make


def test_a_good_root_becomes_a_bank(tmp_path: Path) -> None:
    bank = load_bank(make.content_root(tmp_path))
    assert set(bank.questions) == set(bank.rubrics) == set(bank.digests) == {"small-queue"}


def test_a_bad_root_becomes_an_error_with_every_problem(tmp_path: Path) -> None:
    root = make.content_root(
        tmp_path,
        question=make.question_data(minutes=1),
        rubric=make.rubric_data(make.concept_data(weight=9)),
    )
    with pytest.raises(ContentError) as raised:
        load_bank(root)
    assert [problem.code for problem in raised.value.problems] == ["out-of-range"] * 2


def test_the_lexicon_may_be_absent(tmp_path: Path) -> None:
    assert load_bank(make.content_root(tmp_path)).lexicon.ideas == {}


def test_a_digest_does_not_depend_on_layout_and_remarks(tmp_path: Path) -> None:
    plain = make.as_yaml(make.rubric_data())
    one = load_bank(make.content_root(tmp_path / "one"))
    other = load_bank(
        make.content_root(
            tmp_path / "other",
            files={
                "rubrics/streaming/small-queue.yaml": "# a remark\n" + plain.replace(": ", ":  ")
            },
        )
    )
    assert one.digests == other.digests


def test_a_digest_changes_with_the_rubric() -> None:
    assert digest(make.rubric()) != digest(make.rubric(make.concept_data(weight=2)))


def test_nothing_in_a_bank_can_be_replaced(tmp_path: Path) -> None:
    bank = load_bank(make.content_root(tmp_path))
    with pytest.raises(TypeError):
        bank.questions["small-queue"] = make.question()  # type: ignore[index]


def test_what_ships_is_a_bank(bank: Bank) -> None:
    assert set(bank.questions) == set(bank.rubrics)
