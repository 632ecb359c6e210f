"""Scoring for a whole bank."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.content.bank import Bank
from app.engine.pipeline import Pipeline
from app.engine.scorer import Scorer


@pytest.fixture(scope="module")
def scorer(bank: Bank, nlp: Pipeline) -> Scorer:
    return Scorer(bank, nlp)


def test_threads_get_what_one_would_get(scorer: Scorer) -> None:
    question = min(scorer.bank.questions)
    texts = [f"We keep {number} copies on different machines." for number in range(2, 10)]
    alone = [scorer.score(question, text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: scorer.score(question, text), texts)) == alone


def test_a_rubric_is_compiled_once(scorer: Scorer) -> None:
    question = min(scorer.bank.questions)
    assert scorer.rubric(question) is scorer.rubric(question)


def test_an_unknown_question_is_refused(scorer: Scorer) -> None:
    with pytest.raises(KeyError):
        scorer.score("no-such-question", "text")
