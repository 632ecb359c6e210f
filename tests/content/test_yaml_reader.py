"""What a YAML file may hold; the docstring of a test is its input file."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml

from app.content.positions import Document, Place
from app.content.problems import Problem
from app.content.yaml_reader import DEEPEST, LARGEST, read_yaml


@pytest.fixture
def text(request: pytest.FixtureRequest) -> str:
    """The docstring of the test that asks for it."""
    function: Callable[..., None] = request.function
    return inspect.cleandoc(function.__doc__ or "") + "\n"


def document(text: str) -> Document:
    found, problems = read_yaml(text.encode(), "f.yaml")
    assert problems == ()
    assert found is not None
    return found


def only_problem(data: str | bytes) -> Problem:
    found, problems = read_yaml(data.encode() if isinstance(data, str) else data, "f.yaml")
    assert found is None
    (problem,) = problems
    return problem


def where(problem: Problem) -> tuple[str, int, int]:
    return problem.code, problem.line, problem.column


def test_plain_words_stay_text(text: str) -> None:
    """
    country: no
    time: 1:30
    day: 2026-01-31
    number: 0x10
    nothing: null
    """
    assert document(text).value == {
        "country": "no",
        "time": "1:30",
        "day": "2026-01-31",
        "number": "0x10",
        "nothing": "null",
    }


def test_a_key_without_a_value_holds_nothing_and_quotes_hold_empty_text(text: str) -> None:
    """
    one:
    two: ''
    """
    assert document(text).value == {"one": None, "two": ""}


def test_lists_and_mappings_nest(text: str) -> None:
    """
    a: [b, {c: d}]
    e:
      - f
      - - g
    """
    assert document(text).value == {"a": ["b", {"c": "d"}], "e": ["f", ["g"]]}


def test_every_value_has_the_place_of_its_key_or_item(text: str) -> None:
    """
    a: 1
    list:
      - x: 2
      - y
    """
    place = document(text).place
    assert place.children["a"] == Place(1, 1)
    assert place.children["list"].children[0].children["x"] == Place(3, 5)
    assert place.children["list"].children[1] == Place(4, 5)


def test_a_problem_is_pinned_to_the_nearest_place_there_is(text: str) -> None:
    """
    a:
      b: 1
    """
    problem = document(text).problem(("a", "some-union-tag", "b", "missing"), "code", "message")
    assert (problem.line, problem.column) == (2, 3)


def test_columns_count_characters_not_bytes() -> None:
    assert where(only_problem("é: [ü, *x]\n")) == ("yaml-alias", 1, 8)


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert document("\ufeffa: b").value == {"a": "b"}


def test_a_repeated_key_is_refused(text: str) -> None:
    """
    a: 1
    b: 2
    a: 3
    """
    problem = only_problem(text)
    assert where(problem) == ("duplicate-key", 3, 1)
    assert "line 1" in problem.message


def test_a_repeated_key_does_not_hide_another(text: str) -> None:
    """
    a: 1
    a: {b: 1, b: 2}
    """
    _, problems = read_yaml(text.encode(), "f.yaml")
    assert [where(problem) for problem in problems] == [
        ("duplicate-key", 2, 1),
        ("duplicate-key", 2, 11),
    ]


def test_a_thousand_million_laughs_are_refused_at_the_first(text: str) -> None:
    """
    a: &a [lol, lol, lol, lol, lol]
    b: &b [*a, *a, *a, *a, *a, *a]
    c: [*b, *b, *b, *b, *b, *b, *b]
    """
    found, problems = read_yaml(text.encode(), "f.yaml")
    assert found is None
    assert {problem.code for problem in problems} == {"yaml-alias"}


def test_an_alias_that_contains_itself_is_refused() -> None:
    _, problems = read_yaml(b"&a [*a]\n", "f.yaml")
    assert {problem.code for problem in problems} == {"yaml-alias"}


def test_of_fifty_thousand_brackets_no_more_are_read_than_may_be_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[object] = []
    parse = yaml.parse

    def watched(text: str, **options: Any) -> Iterator[object]:
        for event in parse(text, **options):
            read.append(event)
            yield event

    monkeypatch.setattr(yaml, "parse", watched)
    assert where(only_problem("[" * 50_000)) == ("too-deep", 1, DEEPEST + 1)
    assert sum(isinstance(event, yaml.SequenceStartEvent) for event in read) == DEEPEST + 1


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a: !!python/name:os.system x\n", ("yaml-tag", 1, 4)),
        ("a: ! x\n", ("yaml-tag", 1, 4)),
        ("? [a]\n: b\n", ("yaml-key", 1, 3)),
        ("a: 1\n---\nb: 2\n", ("several-documents", 2, 1)),
        ("", ("empty-file", 1, 1)),
        ("# only a remark\n", ("empty-file", 1, 1)),
        ("a: [b\n", ("yaml-syntax", 2, 1)),
        ("a:\n\t- b\n", ("yaml-syntax", 2, 1)),
        ("a: b: c\n", ("yaml-syntax", 1, 5)),
        (b"a: b\nc: d\xff\n", ("not-utf8", 2, 5)),
        ("a: b".encode("utf-16"), ("not-utf8", 1, 1)),
        ("a: b\nc: \x00\n", ("control-character", 2, 4)),
        ("a: b\u2028c\n", ("control-character", 1, 5)),
        ('a: "x\\0"\n', ("control-character", 1, 4)),
        (b"a" * (LARGEST + 1), ("too-large", 1, 1)),
    ],
)
def test_what_could_surprise_is_refused_where_it_stands(
    data: str | bytes, expected: tuple[str, int, int]
) -> None:
    assert where(only_problem(data)) == expected


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert document("<<: {a: b}\n").value == {"<<": {"a": "b"}}
