"""Judges that understand nothing."""

from types import MappingProxyType

from app.content.bank import Bank
from app.content.rubric import Lexicon
from app.evaluation.baselines import fit_thresholds, keyword_judge, length_judge
from app.evaluation.judged import Judged
from tests import make

RUBRIC = make.rubric(
    make.concept_data(mentioned=["several (copies | <mirror>)"]),
    ideas={"mirror": ["second site"]},
    misconceptions=[make.misconception_data()],
)


def keywords(text: str) -> Judged:
    bank = Bank(
        MappingProxyType({}),
        MappingProxyType({"small-queue": RUBRIC}),
        Lexicon(),
        MappingProxyType({}),
    )
    return keyword_judge(bank)("small-queue", text)


def test_words_anywhere_mention_a_concept() -> None:
    assert keywords("Several people made it. No copies.").standing("copies") == "mentioned"


def test_the_name_alone_mentions_a_concept() -> None:
    assert keywords("COPIES!").standing("copies") == "mentioned"


def test_words_of_its_facets_explain_it() -> None:
    assert keywords("copies: a copy survives the crash").standing("copies") == "explained"


def test_without_its_words_a_concept_is_missing_and_nothing_is_earned() -> None:
    said = keywords("A queue is a queue.")
    assert (said.standing("copies"), said.score, said.level) == ("missing", 0, 0)


def test_a_denied_claim_is_flagged_all_the_same() -> None:
    assert "one-copy-is-safe" in keywords("One copy is not safe.").flags


def test_thresholds_fitted_on_answers_sort_them_by_length() -> None:
    answers = [
        make.gold_answer(
            make.reader(level, copies="explained" if level > 2 else "missing"),
            text="word " * (10 + 10 * level),
        )
        for level in range(5)
    ]
    judge = length_judge(fit_thresholds(answers), {"small-queue": RUBRIC})
    assert [judge("small-queue", answer.text).level for answer in answers] == [0, 1, 2, 3, 4]
    assert judge("small-queue", "word " * 45).standing("copies") == "explained"
    assert judge("small-queue", "word " * 15).standing("copies") == "missing"
