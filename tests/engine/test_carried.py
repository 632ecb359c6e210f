"""What is carried over to an edited answer is what would be found in it anew."""

from collections.abc import Iterator

import pytest

from app.content.bank import Bank
from app.content.question import model_answer
from app.engine.carried import carried
from app.engine.findings import Findings, gather
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.scorer import Scorer

TEXT = "It is one. It is two.\n\nIt is three.\n\nIt is four."


def fresh(before: str, after: str, nlp: Pipeline) -> list[str]:
    reading = read(after, nlp)
    found = carried(read(before, nlp), reading)
    return [
        reading.answer[each.start : each.end]
        for each in reading.segments
        if each.sentence in found.fresh
    ]


def test_only_the_paragraph_that_changed_is_fresh(nlp: Pipeline) -> None:
    assert fresh(TEXT, TEXT, nlp) == []
    assert fresh(TEXT, TEXT.replace("three.", "three. It is new."), nlp) == [
        "It is three.",
        "It is new.",
    ]
    assert fresh(TEXT, f"{TEXT}\n\nIt is new.", nlp) == ["It is new."]
    assert fresh(TEXT, f"It is new.\n\n{TEXT}", nlp) == ["It is new."]


def test_paragraphs_behind_a_change_know_how_far_they_moved(nlp: Pipeline) -> None:
    found = carried(read(TEXT, nlp), read(TEXT.replace("three.", "three. It is new."), nlp))
    assert [found.shifts[each].sentences for each in (0, 1, 3)] == [0, 0, 1]
    assert found.shifts[3].offsets == len(" It is new.")
    assert 2 not in found.shifts


def edits(text: str, added: str) -> Iterator[str]:
    """Additions and strikes, near the start, in the middle and at the end."""
    paragraphs = text.split("\n\n")
    for number in (0, len(paragraphs) // 2, len(paragraphs) - 1):
        head, here, tail = paragraphs[:number], paragraphs[number], paragraphs[number + 1 :]
        yield "\n\n".join([*head, f"{here} {added}", *tail])
        yield "\n\n".join([*head, here.split(". ", 1)[-1], *tail])
        yield "\n\n".join([*head, *tail])
    yield text.replace("\n\n", "\n", 1)
    yield f"{added}\n\n{text}"


def told(findings: Findings) -> object:
    return (findings.verdicts, findings.flags, findings.checks, findings.values)


@pytest.mark.slow
@pytest.mark.parametrize("wrong", [True, False])
def test_an_edited_answer_is_judged_as_if_it_were_new(
    bank: Bank, nlp: Pipeline, *, wrong: bool
) -> None:
    for id_, question in list(bank.questions.items())[wrong::2]:  # each rubric one way: time
        rubric = Scorer(bank, nlp).rubric(id_)
        said = bank.rubrics[id_].misconceptions if wrong else bank.rubrics[id_].concepts
        text = model_answer(question)
        before = gather(read(text, nlp), rubric, nlp)
        for after in edits(text, said[-1].yes[0]):
            reading = read(after, nlp)
            again = gather(reading, rubric, nlp, before)
            assert told(again) == told(gather(reading, rubric, nlp))
            before = again
