"""Promises of app/web/model_answers.py."""

import re

import pytest

from app.content.bank import Bank
from app.content.question import model_answer, model_fields
from app.engine.pipeline import Pipeline
from app.engine.report import Evidence, Report
from app.engine.scorer import Scorer
from app.web.markdown import to_html
from app.web.model_answers import marked_fields, model_answer_of
from tests import make

QUESTION = make.question()
TEXT = model_answer(QUESTION)


def report(words: str) -> Report:
    """A report with one concept, found where `words` stand in the model answer."""
    start = TEXT.index(words)
    said = Evidence(start=start, end=start + len(words), text=words, wording="several copies")
    return make.report(make.concept_result(standing="explained", evidence=[said]))


def marked(html: str) -> list[str]:
    return re.findall(r"<mark[^>]*>(.*?)</mark>", html)


def test_evidence_is_marked_in_the_field_where_it_stands() -> None:
    model = model_answer_of(QUESTION, report("a log with copies"))
    assert marked(model.components) == ["a log with copies"]
    assert marked(model.context) == []


def test_evidence_over_two_fields_is_marked_in_both_and_numbered_once() -> None:
    prose = marked_fields(QUESTION, report("It is safer. It is slower."))
    gain, cost = prose["trade_offs.0.gain"], prose["trade_offs.0.cost"]
    assert (marked(gain), marked(cost)) == (["It is safer."], ["It is slower."])
    assert ('id="e-concept-copies-1"' in gain, 'id="e-concept-copies-1"' in cost) == (True, False)
    assert ("<sup>" in gain, "<sup>" in cost) == (False, True)


def test_what_is_no_part_of_the_scored_text_is_shown_without_marks() -> None:
    model = model_answer_of(QUESTION, report("a log with copies"))
    assert "No copies." in model.red_flag
    assert "Practise losing a broker." in model.senior_notes[0]
    assert marked(model.red_flag + model.senior_notes[0]) == []


@pytest.mark.slow
def test_every_concept_of_every_rubric_is_marked_and_nothing_else_changes(
    bank: Bank, nlp: Pipeline
) -> None:
    scorer = Scorer(bank, nlp)
    for question in bank.questions.values():
        prose = marked_fields(question, scorer.score(question.id, model_answer(question)))
        html = "".join(prose.values())
        wanted = {concept.id for concept in bank.rubrics[question.id].concepts}
        assert set(re.findall(r'id="e-concept-([a-z0-9-]+?)-\d+"', html)) == wanted
        ids = re.findall(r' id="([^"]+)"', html)
        assert len(ids) == len(set(ids))
        for field in model_fields(question):
            plain = re.sub(r'<a class="ref.*?</a>|<span class="spot"[^>]*></span>', "",
                           prose[field.path])  # fmt: skip
            assert re.sub(r"</?mark[^>]*>", "", plain) == to_html(field.text)
