"""Promises of trying a rubric on its own texts."""

import pytest

from app.authoring import trying
from app.authoring.working import Busy, Texts, UnknownContent
from app.content.problems import ContentError
from app.content.tree import LEXICON_ID
from tests import make
from tests.authoring.conftest import Desk, texts

Q = "small-queue"


def test_a_draft_is_tried_on_its_own_sentences(at: Desk) -> None:
    rubric = make.rubric_data(make.concept_data(yes=["Bees make honey.", "Several copies exist."]))
    copy = at.desk.keep(at.session, "alice", Q, Texts(texts().question, make.as_yaml(rubric)), "")
    tried = at.desk.run_samples(copy)
    assert {problem.code for problem in tried.problems} >= {
        "model-answer-score",
        "yes-not-counted",
    }
    missed = tried.calibration.concepts[0].misses
    assert "Bees make honey." in {each.text for each in missed}


def test_one_rubric_is_tried_at_a_time(at: Desk) -> None:
    copy = at.desk.working_copy(at.session, Q)
    with trying._ONE, pytest.raises(Busy):
        at.desk.run_samples(copy)
    assert at.desk.run_samples(copy)


def test_texts_with_problems_are_not_tried(at: Desk) -> None:
    copy = at.desk.working_copy(at.session, Q)
    with pytest.raises(ContentError):
        at.desk.run_samples(copy, texts(minutes=0))
    with pytest.raises(UnknownContent):
        at.desk.run_samples(at.desk.working_copy(at.session, LEXICON_ID))
    assert at.desk.run_samples(copy), "and nothing is held up by it"
