"""An author can see for any sentence why a wording did or did not match."""

import pytest

from app.content.rubric import Lexicon
from app.engine.compiled import CompiledRubric, compile_rubric
from app.engine.pipeline import Pipeline
from app.engine.trace import concept_traces, sentence_traces
from tests import make

KEPT = "A replica that lags behind leaves the set."
HALF = "Every replica is on its own disk."


@pytest.fixture(scope="module")
def rubric() -> CompiledRubric:
    concept = make.concept_data(id="isr", mentioned=["replica leaves set"])
    return compile_rubric(make.rubric(concept), Lexicon(), make.question(), "")


def test_a_wording_that_is_there_is_quoted(rubric: CompiledRubric, nlp: Pipeline) -> None:
    mentioned = concept_traces(KEPT, rubric, nlp, "isr")[0]
    assert mentioned.wordings[0].found == "replica that lags behind leaves the set"


def test_a_wording_that_is_not_there_names_what_it_lacked(
    rubric: CompiledRubric, nlp: Pipeline
) -> None:
    mentioned = concept_traces(HALF, rubric, nlp, "isr")[0]
    assert mentioned.wordings[0].found is None
    assert len(mentioned.wordings[0].lacked) == 2


def test_every_sentence_is_shown_with_its_stance(rubric: CompiledRubric, nlp: Pipeline) -> None:
    traces = sentence_traces(f"{KEPT} Is it so?", rubric, nlp)
    assert [trace.stances for trace in traces] == [("asserted",), ("asked",)]
