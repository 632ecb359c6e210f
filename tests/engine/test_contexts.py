"""Values that belong together."""

from app.engine.contexts import slot_contexts
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.slots import read_slots
from tests.engine.small import PATTERNS


def contexts(answer: str, nlp: Pipeline) -> list[tuple[str, dict[str, list[object]]]]:
    reading = read(answer, nlp)
    return [
        (
            context.subject,
            {
                slot: [value.choice or value.low for value in held]
                for slot, held in context.values.items()
                if slot not in context.borrowed
            },
        )
        for context in slot_contexts(read_slots(reading, PATTERNS), reading)
    ]


def test_values_of_one_sentence_are_one_context(nlp: Pipeline) -> None:
    assert contexts("RF=3 and acks=all", nlp) == [("", {"rf": [3], "acks": ["all"]})]


def test_subjects_keep_values_apart(nlp: Pipeline) -> None:
    answer = "Payments: RF=3, acks=all. Clicks: RF=2, acks=1."
    assert contexts(answer, nlp) == [
        ("payments", {"rf": [3], "acks": ["all"]}),
        ("clicks", {"rf": [2], "acks": ["1"]}),
    ]


def test_a_value_of_another_subject_is_only_borrowed(nlp: Pipeline) -> None:
    answer = "Payments: acks=all, min ISR 2. Clicks are lossy, so RF=2 is fine."
    assert ("payments", {"acks": ["all"], "min_isr": [2]}) in contexts(answer, nlp)


def test_values_said_once_belong_together_across_paragraphs(nlp: Pipeline) -> None:
    answer = "We use acks=all.\n\nReplication factor is 3."
    assert all(values == {"acks": ["all"], "rf": [3]} for _subject, values in contexts(answer, nlp))


def test_a_corrected_value_is_gone(nlp: Pipeline) -> None:
    assert contexts("RF=2. Actually, RF=3.", nlp) == [("", {"rf": [3]})]


def test_a_default_makes_no_context(nlp: Pipeline) -> None:
    assert contexts("acks defaults to 1", nlp) == []
