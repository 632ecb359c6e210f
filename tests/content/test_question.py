"""The model answer as one text, and the fields it is made of."""

from app.content.bank import Bank
from app.content.question import model_answer, model_fields
from tests import make


def test_each_field_stands_in_the_text_where_it_says(bank: Bank) -> None:
    for question in bank.questions.values():
        text = model_answer(question)
        for field in model_fields(question):
            assert text[field.start : field.start + len(field.text)] == field.text


def test_fields_are_named_as_in_the_file_and_stand_in_order() -> None:
    fields = model_fields(make.question())
    assert [field.path for field in fields][:4] == [
        "context",
        "components",
        "trade_offs.0.decision",
        "trade_offs.0.choose",
    ]
    assert [field.start for field in fields] == sorted(field.start for field in fields)


def test_what_not_to_say_is_no_part_of_the_answer() -> None:
    assert "No copies." not in model_answer(make.question())
    assert model_answer(make.question()).endswith("Say what happens when a disk dies.")
