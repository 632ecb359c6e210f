"""What an author is told about keys and values that do not fit the model."""

from decimal import Decimal
from typing import Any

import pytest

from app.content.base import Authored
from app.content.problems import Problem
from app.content.rubric import Lexicon, Rubric
from app.content.schema import keys_at
from app.content.validation import validate
from app.content.yaml_reader import read_yaml
from tests import make


def problems_of(data: dict[str, Any]) -> tuple[Problem, ...]:
    document, refused = read_yaml(make.as_yaml(data).encode(), "rubric.yaml")
    assert refused == ()
    assert document is not None
    return validate(document, Rubric)[1]


def only_problem(data: dict[str, Any]) -> Problem:
    (problem,) = problems_of(data)
    return problem


def with_concept(**changes: Any) -> dict[str, Any]:
    return make.rubric_data(make.concept_data(**changes))


def test_a_small_rubric_is_valid() -> None:
    assert problems_of(make.rubric_data()) == ()


def test_text_becomes_what_the_model_wants() -> None:
    document, _ = read_yaml(b"ideas:\n  hot: {words: [hot key], either: yes}\n", "lexicon.yaml")
    assert document is not None
    lexicon, _ = validate(document, Lexicon)
    assert lexicon is not None
    assert getattr(lexicon.ideas["hot"], "either", None) is True


def test_an_unknown_key_is_told_with_the_nearest_known_one() -> None:
    problem = only_problem(with_concept(folow_up="x"))
    assert problem.code == "unknown-key"
    assert problem.message == "there is no key 'folow_up' here; did you mean 'follow_up'?"


def test_a_key_is_known_by_the_name_authors_write() -> None:
    assert "with" in keys_at(Rubric, ("misconceptions", 0))
    assert "with_slots" not in keys_at(Rubric, ("misconceptions", 0))


def test_suggestions_are_keys_of_that_very_place() -> None:
    assert set(keys_at(Rubric, ("concepts", 0, "facets", "any-name"))) == {
        *("label", "says", "adds", "set")
    }


def test_a_missing_key_is_blamed_on_the_nearest_thing_there_is() -> None:
    data = make.rubric_data()
    del data["concepts"][0]["weight"]
    problem = only_problem(data)
    assert (problem.code, problem.message) == ("missing-key", "the key 'weight' is missing")
    assert make.as_yaml(data).splitlines()[problem.line - 1].startswith("- id: copies")


def test_all_problems_are_told_at_once() -> None:
    problems = problems_of(with_concept(weight="lots", area="Not An Id", yes=["only one"]))
    assert {problem.code for problem in problems} == {"wrong-type", "wrong-form", "too-few"}


def test_a_part_at_fault_hides_the_complaint_about_the_whole() -> None:
    assert only_problem(make.rubric_data(ideas={"hot": {"words": ["x" * 300]}})).code == "too-long"


def test_of_two_readings_of_a_value_only_the_first_complains() -> None:
    problem = only_problem(make.rubric_data(ideas={"hot": "hot key"}))
    assert problem.message == "a list is needed here, not 'hot key'"


def test_a_bad_key_of_a_free_mapping_is_told() -> None:
    problem = only_problem(make.rubric_data(ideas={"Hot Key": ["hot key"]}))
    assert problem.message == "'Hot Key' is not lower-case words joined by hyphens"


@pytest.mark.parametrize(
    ("changes", "code", "told"),
    [
        ({"weight": 9}, "out-of-range", "'9' is more than 3"),
        ({"weight": 0}, "out-of-range", "'0' is less than 1"),
        ({"weight": "2.5"}, "wrong-type", "a whole number is needed here, not '2.5'"),
        ({"name": None}, "wrong-type", "text is needed here, not nothing"),
        ({"name": ["x"]}, "wrong-type", "text is needed here, not a list"),
        ({"mentioned": "x"}, "wrong-type", "a list is needed here, not 'x'"),
        ({"facets": ["x"]}, "wrong-type", "a mapping (key: value) is needed here, not a list"),
        ({"mentioned": []}, "too-few", "0 items stand here; at least 1 may"),
        ({"why": "x"}, "too-short", "'x' has fewer characters than 3"),
    ],
)
def test_each_mistake_has_its_code_and_sentence(
    changes: dict[str, Any], code: str, told: str
) -> None:
    problem = only_problem(with_concept(**changes))
    assert (problem.code, problem.message) == (code, told)


def test_long_values_are_shown_by_their_beginning() -> None:
    assert "..." in only_problem(with_concept(source="x" * 500)).message


def test_a_refusal_nobody_foresaw_still_has_a_code_and_a_place() -> None:
    class Version(Authored):
        number: Decimal

    document, _ = read_yaml(b"# a remark\nnumber: three\n", "f.yaml")
    assert document is not None
    _, (problem,) = validate(document, Version)
    assert (problem.line, problem.code) == (2, "wrong-value")
    assert problem.message.startswith("'three': ")
