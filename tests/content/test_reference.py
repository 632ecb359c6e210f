"""The reference tables say what the models say."""

from app.content.base import Weight, Wording
from app.content.problems import CODES
from app.content.question import Question
from app.content.reference import codes_table, describe, keys_page
from app.content.rubric import Lexicon, Rubric
from app.content.schema import all_models, fields_by_key


def test_every_key_of_every_model_has_a_row() -> None:
    for root in (Question, Rubric, Lexicon):
        page = keys_page(root)
        for model in all_models(root):
            table = page.split(f"### {model.__name__}\n")[1].split("\n### ")[0]
            assert all(f"| `{key}` |" in table for key in fields_by_key(model))


def test_a_note_of_a_shared_docstring_line_reaches_both_keys() -> None:
    page = keys_page(Rubric)
    assert "| `with` | list of expression; optional; conditions over slots" in page
    assert "| `without` | list of expression; optional; conditions over slots" in page


def test_types_are_told_in_words() -> None:
    assert describe(Weight) == "1, 2 or 3"
    assert describe(tuple[Wording, ...]) == "list of wording"
    assert describe(dict[str, int]) == "mapping from text to whole number"


def test_every_code_has_a_row() -> None:
    table = codes_table(CODES)
    assert all(f"| `{code}` |" in table for code in CODES)
