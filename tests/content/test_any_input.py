"""Whatever a file holds, reading it ends in content or in problems, never in a traceback."""

import copy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.content.check import rubric_problems
from app.content.loader import Loaded
from app.content.problems import CODES, Problem
from app.content.rubric import Lexicon, Rubric
from app.content.validation import validate
from app.content.yaml_reader import read_yaml
from tests import make

ANYTHING = st.recursive(
    st.none() | st.text(max_size=8) | st.integers().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@given(st.binary(max_size=60) | st.text(alphabet=" \n\t-:[]{}#&*!|>'\"%@`a,?é\x00", max_size=40))
def test_any_bytes_are_a_document_or_have_a_problem_with_a_code(data: bytes | str) -> None:
    document, problems = read_yaml(data.encode() if isinstance(data, str) else data, "f.yaml")
    assert (document is None) == bool(problems)
    assert_well_formed(problems)


@settings(max_examples=60)
@given(st.data())
def test_any_change_of_a_rubric_is_valid_or_has_a_problem_with_a_code(data: st.DataObject) -> None:
    rubric = whole_rubric()
    part, key = data.draw(st.sampled_from(list(places(rubric))))
    part[key] = data.draw(ANYTHING)
    text = make.as_yaml(rubric).encode()
    document, problems = read_yaml(text, "rubrics/streaming/small-queue.yaml")
    if document is not None:
        model, problems = validate(document, Rubric)
        if model is not None:
            problems = tuple(rubric_problems(Loaded(document.file, text, model), Lexicon()))
    assert_well_formed(problems)


def assert_well_formed(problems: tuple[Problem, ...]) -> None:
    assert all(
        problem.code in CODES and problem.line > 0 and problem.column > 0 for problem in problems
    )


def whole_rubric() -> dict[str, Any]:
    return copy.deepcopy(
        make.rubric_data(
            misconceptions=[make.misconception_data(spoils=["copies"], **{"with": ["rf < 2"]})],
            checks=[make.check_data()],
            omissions=[{"concept": "copies", "message": "Copies were left out."}],
            samples=[{"answer": "An answer.", "level": 2, "concepts": {"copies": "missing"}}],
        )
    )


def places(value: Any) -> Any:
    """Every (container, key) below `value`."""
    for key, inner in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(inner, dict | list):
            yield from places(inner)
