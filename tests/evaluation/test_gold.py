"""The labels are read with their split."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from app.evaluation.gold import GoldError, load_gold

GOLD = Path(__file__).parent.parent / "gold"

RATER = {"level": 1.5, "on_topic": True, "other_errors": [], "note": ""}


def write_gold(folder: Path, **split: Any) -> Path:
    """A gold folder with two answers and one pair."""
    rater = RATER | {
        "concepts": {"a": 2, "b": 1, "c": 0, "d": -1},
        "evidence": {"a": "some"},
        "misconceptions": {"wrong": "text"},
    }
    rows = [
        {"id": id_, "question": "q", "text": "some text", "raters": [rater, rater | {"level": 2}]}
        for id_ in ("q--1", "q--2")
    ]
    pair = {"question": "q", "misconception": "wrong", "expect": "asserted", "text": "so it is"}
    (folder / "answers").mkdir()
    (folder / "pairs").mkdir()
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "answers" / "q.jsonl").write_text(lines, encoding="utf-8")
    (folder / "pairs" / "q.jsonl").write_text(json.dumps(pair), encoding="utf-8")
    digest = hashlib.sha256(b"so it is").hexdigest()[:16]
    halves = {
        "answers": {"build": ["q--1"], "aside": ["q--2"]},
        "pairs": {"build": [], "aside": [digest]},
    }
    (folder / "split.json").write_text(json.dumps(halves | split), encoding="utf-8")
    return folder


def test_labels_become_standings(tmp_path: Path) -> None:
    answer = load_gold(write_gold(tmp_path)).answers[0]
    assert answer.readers[0].standings == {
        "a": "explained",
        "b": "mentioned",
        "c": "missing",
        "d": "contradicted",
    }


def test_the_level_of_an_answer_is_its_readers_mean(tmp_path: Path) -> None:
    assert load_gold(write_gold(tmp_path)).answers[0].level == 1.75


def test_answers_and_pairs_fall_into_their_halves(tmp_path: Path) -> None:
    gold = load_gold(write_gold(tmp_path))
    assert [answer.id for answer in gold.only("build").answers] == ["q--1"]
    assert [answer.id for answer in gold.only("aside").answers] == ["q--2"]
    assert (len(gold.only("build").pairs), len(gold.only("aside").pairs)) == (0, 1)


def test_a_pair_about_a_misconception_names_it_as_its_target(tmp_path: Path) -> None:
    assert load_gold(write_gold(tmp_path)).pairs[0].target == "wrong"


def test_what_is_dealt_to_neither_half_is_refused(tmp_path: Path) -> None:
    folder = write_gold(tmp_path, answers={"build": [], "aside": ["q--2"]})
    with pytest.raises(GoldError, match="not as its README says"):
        load_gold(folder)


def test_a_missing_folder_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"split\.json is missing"):
        load_gold(tmp_path / "nowhere")


def test_the_committed_gold_has_two_readers_of_every_answer_and_a_half_for_all() -> None:
    gold = load_gold(GOLD)
    assert all(len(answer.readers) == 2 for answer in gold.answers)
    assert (len(gold.only("build").answers), len(gold.only("aside").answers)) == (26, 25)
    assert (len(gold.only("build").pairs), len(gold.only("aside").pairs)) == (298, 192)
