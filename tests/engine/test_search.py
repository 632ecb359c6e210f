"""How wordings are looked for: what words that mean their idea in company only may do."""

from typing import Any

import pytest

from app.engine.pipeline import Pipeline
from tests import make
from tests.engine.small import gathered

IDEAS: dict[str, Any] = {
    "copy": ["replica"],
    "fails": ["crash"],
    "takes-over": ["take over"],
}
WIDER = {"copy": ["clone"], "fails": ["fall over"], "takes-over": ["jump in"]}
WORDING = "<copy> <fails> <takes-over>"


def found(answer: str, nlp: Pipeline, wording: str = WORDING, **concept: Any) -> bool:
    data = make.concept_data(mentioned=[wording], **concept)
    (verdict,) = gathered(answer, nlp, data, ideas=IDEAS, wider=WIDER).verdicts
    return verdict.standing != "missing"


@pytest.mark.parametrize(
    "answer",
    [
        "A clone will take over after a crash.",
        "When it falls over, a replica will take over.",
        "After a crash a replica jumps in.",
        "A clone, I mean a replica, will take over after a crash.",
    ],
)
def test_one_wider_word_counts_beside_two_firm_places(answer: str, nlp: Pipeline) -> None:
    assert found(answer, nlp)


@pytest.mark.parametrize(
    "answer",
    [
        "A clone jumps in after a crash.",
        "After a crash nobody sleeps. A clone will take over.",
        "After a crash no clone will take over.",
    ],
)
def test_two_wider_words_another_sentence_or_a_denial_do_not(answer: str, nlp: Pipeline) -> None:
    assert not found(answer, nlp)


def test_two_places_are_too_little_company(nlp: Pipeline) -> None:
    assert found("The replica had a crash.", nlp, "<copy> <fails>")
    assert not found("The clone had a crash.", nlp, "<copy> <fails>")


def test_a_wider_word_never_accuses(nlp: Pipeline) -> None:
    wrong = make.misconception_data(claim=[WORDING])
    firm, wide = (
        gathered(answer, nlp, ideas=IDEAS, wider=WIDER, misconceptions=[wrong]).flags
        for answer in (
            "We keep several copies. A replica will take over after a crash.",
            "We keep several copies. A clone will take over after a crash.",
        )
    )
    assert [each.kind for each in firm] == ["misconception"]
    assert wide == ()


def test_a_wider_word_never_bars_a_mention(nlp: Pipeline) -> None:
    after = "will take over after a crash."
    assert not found(f"The replica {after}", nlp, "<fails> <takes-over>", unless=[WORDING])
    assert found(f"The clone {after}", nlp, "<fails> <takes-over>", unless=[WORDING])


def test_no_plain_word_of_a_wording_stands_for_an_idea_by_its_wider_words(nlp: Pipeline) -> None:
    assert not found("A replica had a crash.", nlp, "clone crash")
    assert found("A clone had a crash.", nlp, "clone crash")
