"""Once several things in an answer are surely wrong, the rest of it is heard with distrust."""

from typing import Any

import pytest

from app.engine.distrust import MANY
from app.engine.pipeline import Pipeline
from app.engine.report import NOT_COUNTED, ConceptResult, Report
from tests import make
from tests.engine.small import judge

WRONG = [
    make.misconception_data(id=f"{name}-forever", claim=[f"{name} lasts forever"], spoils=[])
    for name in ("disk", "tape", "cache", "queue")
]
"""Misconceptions on subjects that have nothing to do with the concept."""

EXCUSED = make.misconception_data(
    id="cheap-copies", claim=["copies are cheap"], unless=["storage"], spoils=[]
)
"""A wrong claim that one everyday word excuses."""

CLAIM = "Copies are cheap."


def report(answer: str, nlp: Pipeline, errors: int, **changes: Any) -> Report:
    """The report on an answer with so many errors before it, each a paragraph of its own."""
    told = [f"The {each['id'].split('-')[0]} lasts forever." for each in WRONG[:errors]]
    return judge(
        "\n\n".join([*told, answer]),
        nlp,
        make.concept_data(**changes),
        misconceptions=[*WRONG, EXCUSED],
    )


def copies(answer: str, nlp: Pipeline, errors: int) -> ConceptResult:
    """What becomes of the concept in an answer with so many errors."""
    return report(answer, nlp, errors).concepts[0]


def flags(answer: str, nlp: Pipeline, errors: int) -> set[str]:
    """The misconceptions found in an answer with so many errors."""
    return {flag.id for flag in report(answer, nlp, errors).red_flags if not flag.unsure}


@pytest.mark.parametrize(("errors", "found"), [(0, set()), (2, set()), (3, {"cheap-copies"})])
def test_the_next_sentence_no_longer_excuses(errors: int, found: set[str], nlp: Pipeline) -> None:
    said = flags(f"{CLAIM} They go to slow storage.", nlp, errors)
    assert said & {"cheap-copies"} == found


def test_nor_does_one_bare_word_in_its_own_sentence(nlp: Pipeline) -> None:
    said = "Copies are cheap on such storage."
    assert "cheap-copies" not in flags(said, nlp, 2)
    assert "cheap-copies" in flags(said, nlp, 3)


@pytest.mark.parametrize(("errors", "standing"), [(2, "mentioned"), (3, "missing")])
def test_a_bare_mention_in_a_sweeping_sentence(errors: int, standing: str, nlp: Pipeline) -> None:
    assert copies("We always keep several copies.", nlp, errors).standing == standing


def test_a_sober_mention_counts_until_much_is_wrong(nlp: Pipeline) -> None:
    assert copies("We keep several copies.", nlp, MANY - 1).standing == "mentioned"
    result = copies("We keep several copies.", nlp, MANY)
    assert (result.standing, result.points) == ("missing", 0)


def test_what_is_not_counted_is_shown_and_told(nlp: Pipeline) -> None:
    result = copies("We keep several copies.", nlp, MANY)
    assert [each.text for each in result.evidence] == ["We keep several copies"]
    assert result.not_counted == NOT_COUNTED
    assert not copies("We keep several copies.", nlp, 0).not_counted


def test_what_is_not_counted_is_no_omission(nlp: Pipeline) -> None:
    omissions = [{"concept": "copies", "message": "Nothing is said of copies."}]
    told = [f"The {each['id'].split('-')[0]} lasts forever." for each in WRONG]
    said = judge(
        "\n\n".join([*told, "We keep several copies."]),
        nlp,
        make.concept_data(),
        misconceptions=WRONG,
        omissions=omissions,
    )
    assert not [flag for flag in said.red_flags if flag.kind == "omission"]
