"""How variants are made and laws are tried."""

from pathlib import Path

import pytest

from app.content.bank import Bank, load_bank
from app.engine.pipeline import Pipeline
from app.engine.scorer import Scorer
from app.evaluation.gold import Gold
from app.evaluation.laws import Variant, all_variants, rubric_variants, some_answers, try_laws
from tests import make

WRONG = ("One copy is safe.", "A single copy is safe.")

ANSWER = "Several copies are kept.\n\nOne copy survives the crash of another."


@pytest.fixture
def small_bank(tmp_path: Path) -> Bank:
    """The bank of one small question."""
    rubric = make.rubric_data(misconceptions=[make.misconception_data()])
    return load_bank(make.content_root(tmp_path, rubric=rubric))


@pytest.fixture
def scorer(small_bank: Bank, nlp: Pipeline) -> Scorer:
    """Scores answers to the small question."""
    return Scorer(small_bank, nlp)


def test_each_sentence_of_a_misconception_is_asserted_and_rejected(
    small_bank: Bank, scorer: Scorer
) -> None:
    variants = list(rubric_variants(small_bank, "small-queue", scorer))
    asserted = [v for v in variants if v.law == "a misconception asserted is flagged and costs"]
    rejected = [v for v in variants if v.law == "a misconception rejected is not flagged"]
    assert [v.text.endswith(w) for v, w in zip(asserted, WRONG, strict=True)] == [True, True]
    assert rejected[0].text == "A common mistake is to say that one copy is safe."


def test_answers_of_the_half_aside_make_no_variants(small_bank: Bank, scorer: Scorer) -> None:
    answers = (
        make.gold_answer(text=ANSWER, id="in-build"),
        make.gold_answer(text=ANSWER, id="in-aside", half="aside"),
    )
    origins = {v.origin for v in all_variants(small_bank, Gold(answers, ()), scorer)}
    assert "in-build" in origins
    assert "in-aside" not in origins


def test_variants_are_the_same_in_every_run(small_bank: Bank, scorer: Scorer) -> None:
    gold = Gold((make.gold_answer(text=ANSWER),), ())
    first, second = ([v.text for v in all_variants(small_bank, gold, scorer)] for _ in range(2))
    assert first == second


def test_evidence_is_taken_out_a_span_at_a_time(small_bank: Bank, scorer: Scorer) -> None:
    gold = Gold((make.gold_answer(text=ANSWER),), ())
    shorter = [
        v.text
        for v in all_variants(small_bank, gold, scorer)
        if v.law == "evidence removed never raises"
    ]
    assert shorter
    assert all(len(text) < len(ANSWER) for text in shorter)


def test_what_is_tried_and_what_breaks_is_counted_by_law(scorer: Scorer) -> None:
    variants = [
        Variant("a law", "small-queue", "here", text, lambda after: "so" if after.score else None)
        for text in ("Pears.", ANSWER, "Plums.")
    ]
    trial = try_laws(scorer, variants)
    assert trial.counts == {"a law": (3, 1)}
    assert [breach.how for breach in trial.breaches] == ["so"]


def test_answers_are_taken_evenly_from_poorest_to_best() -> None:
    answers = [make.gold_answer(make.reader(level / 2), id=str(level)) for level in range(8)]
    assert [answer.id for answer in some_answers(answers)] == ["0", "2", "4", "6"]
    assert list(some_answers([])) == []
