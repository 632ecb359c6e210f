"""The rubrics' own texts must come out right; what does not is told at its line."""

from pathlib import Path
from typing import Any

import pytest

from app.content.bank import load_bank
from app.content.problems import Problem
from app.engine.pipeline import Pipeline
from app.engine.scorer import Scorer
from app.evaluation.deep_check import DEEP_CODES, deep_problems
from tests import make

EXPLAINS = "Several copies are kept, so one copy survives the crash of another."

GOOD_SECTIONS = {"context": EXPLAINS}


def problems(folder: Path, nlp: Pipeline, *concepts: Any, **changes: Any) -> list[Problem]:
    """What there is to mend in a small rubric with these concepts and changes."""
    data = make.question_data()
    question = data | {"sections": data["sections"] | GOOD_SECTIONS}
    rubric = make.rubric_data(*concepts, **changes)
    root = make.content_root(folder, question, rubric)
    bank = load_bank(root)
    return deep_problems(bank, root, Scorer(bank, nlp))


def codes(found: list[Problem]) -> list[str]:
    return [problem.code for problem in found]


def line_of(folder: Path, problem: Problem) -> str:
    text = (folder / problem.file).read_text(encoding="utf-8")
    return text.split("\n")[problem.line - 1].strip()


def test_a_sound_rubric_has_no_problems(tmp_path: Path, nlp: Pipeline) -> None:
    assert problems(tmp_path, nlp) == []


def test_a_yes_that_does_not_count_is_told_at_its_line(tmp_path: Path, nlp: Pipeline) -> None:
    concept = make.concept_data(yes=["We keep several copies.", "Plums grow here."])
    (found,) = problems(tmp_path, nlp, concept)
    assert found.code == "yes-not-counted"
    assert line_of(tmp_path, found) == "- Plums grow here."


def test_a_no_that_counts_is_told_at_its_line(tmp_path: Path, nlp: Pipeline) -> None:
    concept = make.concept_data(no=["Nothing is said.", "We keep several copies here."])
    (found,) = problems(tmp_path, nlp, concept)
    assert found.code == "no-counted"
    assert line_of(tmp_path, found) == "- We keep several copies here."


def test_a_model_that_only_mentions_is_told_with_what_it_lacks(
    tmp_path: Path, nlp: Pipeline
) -> None:
    (found,) = problems(tmp_path, nlp, make.concept_data(model="We keep several copies."))
    assert found.code == "model-not-explained"
    assert "lacks survives" in found.message


def test_an_alternative_that_only_mentions_is_told_at_its_line(
    tmp_path: Path, nlp: Pipeline
) -> None:
    concept = make.concept_data(alternatives=["We keep several copies."])
    (found,) = problems(tmp_path, nlp, concept)
    assert found.code == "model-not-explained"
    assert line_of(tmp_path, found) == "- We keep several copies."


def test_a_model_answer_below_90_is_told_with_what_it_lacks(tmp_path: Path, nlp: Pipeline) -> None:
    other = make.concept_data(
        id="pears",
        mentioned=["ripe pears"],
        facets={"why": {"label": "why", "says": ["pears taste sweet"]}},
        explained="why",
        yes=["We keep ripe pears.", "There are ripe pears."],
        model="Ripe pears are kept because pears taste sweet.",
    )
    found = problems(tmp_path, nlp, make.concept_data(), other)
    (score,) = [each for each in found if each.code == "model-answer-score"]
    assert "lacks" in score.message
    assert score.message.endswith("pears")


@pytest.mark.parametrize(
    ("kind", "changes", "code"),
    [
        ("yes", ["One copy is safe.", "Plums grow here."], "yes-not-counted"),
        ("no", ["Plums grow here.", "I say one copy is safe."], "no-counted"),
    ],
)
def test_sentences_of_a_misconception_are_tried(
    tmp_path: Path, nlp: Pipeline, kind: str, changes: list[str], code: str
) -> None:
    good = {"yes": ["One copy is safe.", "So one copy is safe."], "no": ["Plums.", "Pears."]}
    item = make.misconception_data(**(good | {kind: changes}))
    found = problems(tmp_path, nlp, misconceptions=[item])
    assert codes(found) == [code]


def test_a_yes_of_a_check_must_fail_it_and_a_no_must_not(tmp_path: Path, nlp: Pipeline) -> None:
    right = make.check_data(yes=["The RF is 1."], no=["The RF is 3."])
    assert problems(tmp_path / "right", nlp, checks=[right]) == []
    wrong = make.check_data(yes=["The RF is 3."], no=["The RF is 1."])
    found = problems(tmp_path / "wrong", nlp, checks=[wrong])
    assert codes(found) == ["yes-not-counted", "no-counted"]


def test_a_sample_is_compared_by_band_standings_and_flags(tmp_path: Path, nlp: Pipeline) -> None:
    item = make.misconception_data(yes=["One copy is safe.", "So one copy is safe."])
    sample = {
        "answer": "Plums grow here.",
        "level": 4,
        "concepts": {"copies": "mentioned"},
        "flags": ["one-copy-is-safe"],
    }
    found = problems(tmp_path, nlp, misconceptions=[item], samples=[sample])
    assert set(codes(found)) == {"sample-band", "sample-standing", "sample-flags"}
    assert all(problem.code in DEEP_CODES for problem in found)
