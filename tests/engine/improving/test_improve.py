"""Improved answers keep what they promise: labelled answers, generated ones, small ones."""

from itertools import pairwise
from pathlib import Path

import pytest

from app.content.bank import Bank
from app.content.rubric import Rubric
from app.engine.improving import improve
from app.engine.improving.changes import Change, applied
from app.engine.pipeline import Pipeline
from app.engine.report import Improved, Report
from app.engine.scorer import Scorer
from app.evaluation.gold import GoldAnswer, load_gold
from tests import make
from tests.engine.small import compiled, judge, log_concept

CHECKOUT = Path(__file__).parents[3]
GOLD = load_gold(CHECKOUT / "tests" / "gold")
WRONG = ("misconception", "check")
CONFLICTING = "contradiction"


@pytest.fixture(scope="module")
def scorer(bank: Bank, nlp: Pipeline) -> Scorer:
    return Scorer(bank, nlp)


def empty_ish(rubric: Rubric) -> str:
    return rubric.concepts[0].yes[0]


def terse(rubric: Rubric) -> str:
    return "\n".join(concept.yes[1] for concept in rubric.concepts[::2])


def rambling(rubric: Rubric) -> str:
    filler = "Well, let me think about that for a moment before I go on."
    return " ".join(f"{concept.yes[0]} {filler}" for concept in rubric.concepts[::3])


def bulleted(rubric: Rubric) -> str:
    half = rubric.concepts[1::2]
    groups = (half[:3], half[3:])
    return "\n\n".join("\n".join(f"* {each.yes[0]}" for each in group) for group in groups)


def contradictory(rubric: Rubric) -> str:
    wrong = [each.yes[0] for each in rubric.misconceptions] + [
        each.yes[0] for each in rubric.checks
    ]
    right = [concept.yes[0] for concept in rubric.concepts[: len(wrong)]]
    return "\n\n".join(f"{one} {other}" for one, other in zip(right, wrong, strict=False))


KINDS = (empty_ish, terse, rambling, bulleted, contradictory)
QUESTIONS = sorted(path.stem for path in (CHECKOUT / "rubrics").glob("*/*.yaml"))


def check(scorer: Scorer, question: str, answer: str) -> Improved:
    """Score an answer with its edits and hold them against everything that is promised."""
    report = scorer.score(question, answer, improved=True)
    better = report.improved
    assert better is not None
    final = scorer.score(question, better.text)
    assert (final.score, final.band) == (better.score, better.band)
    changes = [Change(edit.at, edit.delete, edit.insert) for edit in better.edits]
    assert applied(answer, changes) == better.text
    for before, after in pairwise(sorted(changes, key=lambda each: (each.at, each.delete > 0))):
        assert before.end <= after.at
    assert all(0 <= each.at <= each.end <= len(answer) for each in changes)
    assert all(each.delete or each.insert for each in changes)
    score = report.score
    for number, edit in enumerate(better.edits, 1):
        step = scorer.score(question, applied(answer, changes[:number]))
        assert (step.score, step.band) == (edit.score, edit.band)
        assert edit.score - (score or 0) == edit.gain
        score = edit.score
    if better.edits:
        assert not [flag for flag in final.red_flags if flag.kind in WRONG and flag.points]
        assert not [each.id for each in final.checks if each.outcome == "fails"]
        assert (final.score or 0) > (report.score or 0)
    assert conflicts(final) <= conflicts(report)
    return better


def conflicts(report: Report) -> set[str]:
    return {flag.id for flag in report.red_flags if flag.kind == CONFLICTING}


@pytest.mark.slow
@pytest.mark.parametrize(
    "answer", [each for each in GOLD.answers if each.half == "build"], ids=lambda each: each.id
)
def test_a_labelled_answer_becomes_what_it_says(scorer: Scorer, answer: GoldAnswer) -> None:
    check(scorer, answer.question, answer.text)


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_of_every_kind_become_what_they_say(scorer: Scorer, question: str) -> None:
    for kind in KINDS:
        check(scorer, question, kind(scorer.bank.rubrics[question]))


SMALL = [
    make.concept_data(),
    log_concept(),
]
WORDY = "A queue takes messages in, hands them out again, and nobody has to wait for anybody else."


def improved(answer: str, nlp: Pipeline, **changes: object) -> Improved:
    rubric = compiled(*SMALL, **changes)
    return improve(answer, judge(answer, nlp, *SMALL, **changes), rubric, nlp)


def test_a_sentence_is_added_in_prose_behind_the_sentence_it_belongs_to(nlp: Pipeline) -> None:
    answer = f"We keep several copies. {WORDY}\n\nIt is an append-only log. {WORDY}"
    better = improved(answer, nlp)
    assert better.score == 100
    assert "keep several copies. Several copies are kept, so one copy survives" in better.text
    assert "append-only log. An append-only log keeps the order" in better.text


def test_nothing_comes_between_a_sentence_and_one_that_points_back_at_it(nlp: Pipeline) -> None:
    answer = f"We keep several copies. Change them all and nobody minds. {WORDY}\n\n{WORDY}"
    better = improved(f"{answer} It is an append-only log.", nlp)
    assert "several copies. Change them all" in better.text
    assert "nobody minds. Several copies are kept" in better.text


def test_what_follows_from_a_struck_claim_goes_with_it(nlp: Pipeline) -> None:
    wrong = make.misconception_data(spoils=["copies"])
    answer = f"It is an append-only log, which keeps order. {WORDY}\n\nOne copy is safe."
    better = improved(f"{answer} That saves money and disks.", nlp, misconceptions=[wrong])
    assert "One copy is safe" not in better.text
    assert "That saves money" not in better.text


def test_a_list_gets_one_more_item_in_its_own_form(nlp: Pipeline) -> None:
    answer = f"{WORDY}\n\n  * We keep several copies\n  * It is an append-only log\n\n{WORDY}"
    better = improved(answer, nlp)
    lines = better.text.split("\n")
    assert "  * Several copies are kept, so one copy survives the crash of another" in lines
    assert lines.index("  * It is an append-only log") == 4


def test_behind_words_without_a_full_stop_one_is_put_first(nlp: Pipeline) -> None:
    answer = f"{WORDY}\n\n1. several copies\n2. it is an append-only log\n\n{WORDY}"
    better = improved(answer, nlp)
    assert "\n1. several copies. Several copies are kept, so one copy survives the crash of" in (
        better.text
    )
    assert "..\n" not in better.text


def test_a_wrong_claim_is_struck_and_what_is_right_put_in_its_place(nlp: Pipeline) -> None:
    wrong = make.misconception_data(spoils=["copies"])
    answer = f"It is an append-only log, which keeps order. One copy is safe. {WORDY}"
    better = improved(answer, nlp, misconceptions=[wrong])
    first = better.edits[0]
    assert answer[first.at : first.at + first.delete] == "One copy is safe."
    assert first.flag == "one-copy-is-safe"
    assert "safe" not in better.text


def test_a_value_that_fails_a_check_is_changed_everywhere(nlp: Pipeline) -> None:
    answer = f"We set rf=1 and keep several copies. {WORDY}\n\nIt is an append-only log: rf = 1."
    check_ = make.check_data(no=["The replication factor is 3."])
    better = improved(answer, nlp, checks=[check_])
    assert "rf=3" in better.text
    assert "rf = 3" in better.text
    assert judge(better.text, nlp, *SMALL, checks=[check_]).red_flags == ()


def test_what_was_concluded_from_a_changed_value_goes_with_it(nlp: Pipeline) -> None:
    answer = f"{WORDY} It is an append-only log. We set rf=1. That way one place has it all."
    better = improved(answer, nlp, checks=[make.check_data(no=["The replication factor is 3."])])
    assert "We set rf=3." in better.text
    assert "That way" not in better.text


def test_an_answer_with_nothing_to_build_on_gets_questions_and_no_text(nlp: Pipeline) -> None:
    better = improved("We keep several copies.", nlp)
    assert (better.text, better.edits) == ("We keep several copies.", ())
    assert better.outline[0].area == "durability"
    assert better.outline[0].prompts[0] == "What happens when a disk dies?"


def test_an_answer_at_the_top_gets_no_invented_advice(nlp: Pipeline) -> None:
    answer = f"{SMALL[0]['model']} {SMALL[1]['model']} {WORDY}"
    better = improved(answer, nlp)
    assert (better.score, better.edits) == (100, ())
    assert better.message == "Nothing to add; try the staff lens."


def test_an_empty_answer_gets_the_outline(nlp: Pipeline) -> None:
    better = improved("", nlp)
    assert (better.text, better.score, better.band) == ("", None, None)
    assert better.outline


def test_the_same_answer_gets_the_same_edits(nlp: Pipeline) -> None:
    answer = f"We keep several copies. {WORDY} It is an append-only log."
    assert improved(answer, nlp) == improved(answer, nlp)
