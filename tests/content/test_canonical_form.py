"""One layout for content files, which loses neither a value nor a comment."""

from itertools import zip_longest
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from app.authoring import content_files, formatted
from app.content.canonical_form import canonical_form
from app.content.skeleton import SCHEMA_LINE, question_skeleton, rubric_skeleton
from app.content.text_form import WIDTH
from app.content.yaml_reader import read_yaml
from app.settings import CHECKOUT
from tests import make


def form(text: str) -> str:
    """The canonical form less its first line, which names the schema."""
    found, problems = canonical_form(text.encode(), "x.yaml", SCHEMA_LINE)
    assert problems == ()
    assert found is not None
    first, _, rest = found.partition("\n")
    assert first == SCHEMA_LINE
    return rest


def value(text: str) -> object:
    document, _ = read_yaml(text.encode(), "x.yaml")
    assert document is not None
    return document.value


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("a:   1\n\n\n\nb: 2", "a: 1\n\nb: 2\n"),
        ("a:\n- 1\n- 2\n", "a:\n  - 1\n  - 2\n"),
        ("a:\n    b:\n        c: d\n", "a:\n  b:\n    c: d\n"),
        ("a: [ b,c ,  d ]", "a: [b, c, d]\n"),
        ("a: {b: 1,   c: 2}", "a: {b: 1, c: 2}\n"),
        ("a: 'plain'\nb: \"two words\"", "a: plain\nb: two words\n"),
        ("a: 'no'\n\"yes\": '12'", 'a: "no"\n"yes": "12"\n'),
        ("a: no\nb: 12\nc: 2026-01-31", "a: no\nb: 12\nc: 2026-01-31\n"),
        ("a: \"say 'x'\"\nb: '\"at once\"'", "a: say 'x'\nb: '\"at once\"'\n"),
        ("a:\nb: ''\nc: []\nd: {}", 'a:\nb: ""\nc: []\nd: {}\n'),
        ("a: |\n    x\n\n    y\n", "a: |\n  x\n\n  y\n"),
        ("a: >-\n    x\n    y\n\n    z\n", "a: >-\n  x y\n\n  z\n"),
        ("a: x\n   y", "a: x y\n"),
        ("- a: 1\n  b: 2\n-   c\n", "- a: 1\n  b: 2\n- c\n"),
        ("a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
        ("\ufeffa: 1", "a: 1\n"),
    ],
)
def test_a_file_is_laid_out_in_one_way(written: str, wanted: str) -> None:
    assert form(written) == wanted


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("# top\n\na: 1 # one\n# end\n", "# top\n\na: 1  # one\n# end\n"),
        ("a:\n  # 1\n  - x # ex\n\n  # 2\n  - y", "a:\n  # 1\n  - x  # ex\n\n  # 2\n  - y\n"),
        ("a: # all\n  b: 1\n", "a:  # all\n  b: 1\n"),
        ("a: [x, # ex\n  # then\n  y]  # both\n", "a:  # both\n  - x  # ex\n  # then\n  - y\n"),
        ("a: [x, y] # both\n", "a: [x, y]  # both\n"),
        ("a:\n    b: 1\n    # c: of a\nd: 2\n", "a:\n  b: 1\n  # c: of a\nd: 2\n"),
        ("a: >- # long\n  x\n", "a: x  # long\n"),
        ("a: |\n  # no comment\n# one\nb: 'a # b'\n", 'a: |\n  # no comment\n# one\nb: "a # b"\n'),
        ("-  # why\n  a: 1\n- b # c\n", "-  # why\n  a: 1\n- b  # c\n"),
    ],
)  # fmt: skip
def test_comments_stay_where_they_belong(written: str, wanted: str) -> None:
    assert form(written) == wanted


def test_long_text_is_wrapped_and_a_long_item_of_a_list_is_not() -> None:
    words = "word " * 60 + "end"
    laid_out = form(f"a: {words}\nb:\n  - {words}\nc: [{', '.join(['two words'] * 30)}]\n")
    folded, item = laid_out.split("b:\n")
    assert folded.startswith("a: >-\n  word")
    assert max(map(len, folded.splitlines())) <= WIDTH
    assert item.startswith(f"  - {words}\n")
    assert all(len(line) <= WIDTH for line in item.splitlines()[1:])


def test_the_schema_line_is_there_once() -> None:
    text = f"{SCHEMA_LINE}\na: 1\n"
    assert canonical_form(text.encode(), "x.yaml", SCHEMA_LINE)[0] == text


def test_what_brackets_would_misread_keeps_its_quotes() -> None:
    assert form("a: ['b:?']").splitlines()[-1] == 'a: ["b:?"]'


def test_what_is_no_content_is_told_as_the_check_does() -> None:
    for data, code in ((b"a: [", "yaml-syntax"), (b"just text", "wrong-type")):
        found, problems = canonical_form(data, "x.yaml", SCHEMA_LINE)
        assert (found, [problem.code for problem in problems]) == (None, [code])


@pytest.mark.parametrize("text", [question_skeleton("x", "y"), rubric_skeleton("x")])
def test_a_skeleton_is_in_canonical_form(text: str) -> None:
    assert canonical_form(text.encode(), "x.yaml", SCHEMA_LINE)[0] == text


@pytest.mark.slow
@pytest.mark.parametrize("file", content_files(CHECKOUT))
def test_every_shipped_file_has_a_canonical_form(file: str) -> None:
    """`formatted` raises if a value or a comment were lost, or the form were not stable."""
    assert formatted(CHECKOUT, file)[1]


PIECES = [*"ab1 \n:#-'\"[]{},|>&*!%@`?<~\\.\té", " two words", "yes", "null", "\n\n", " # no", ": "]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


STYLES = st.fixed_dictionaries(
    {"default_flow_style": st.sampled_from([None, True, False]), "width": st.integers(20, 200)}
)


@given(st.dictionaries(TEXTS, VALUES, max_size=4), STYLES)
@settings(max_examples=200)
def test_any_content_keeps_its_value_and_its_form_is_stable(
    content: Any, style: dict[str, Any]
) -> None:
    text = yaml.dump(content, Dumper=make._Plain, allow_unicode=True, **style)
    if read_yaml(text.encode(), "x.yaml")[0] is not None:
        found, _ = canonical_form(text.encode(), "x.yaml", SCHEMA_LINE)
        assert found is not None
        assert value(found) == value(text)


LINES = st.lists(st.sampled_from(["", "", "", "# own", "   # deeper", "      # deepest"]))


@given(st.dictionaries(TEXTS, VALUES, max_size=4), STYLES, LINES)
@settings(max_examples=200)
def test_comments_anywhere_are_kept(
    content: Any, style: dict[str, Any], comments: list[str]
) -> None:
    """`canonical_form` raises if a comment or a value were lost, or the form were not stable."""
    lines = yaml.dump(content, Dumper=make._Plain, allow_unicode=True, **style).split("\n")
    mixed = [each for pair in zip_longest(comments, lines, fillvalue="") for each in pair]
    text = "\n".join(mixed)
    if read_yaml(text.encode(), "x.yaml")[0] is not None:
        assert canonical_form(text.encode(), "x.yaml", SCHEMA_LINE)[0] is not None


def test_many_comments_cost_no_more_than_their_number() -> None:
    text = "".join(f"k{number}: 1  # c{number}\n# d{number}\n" for number in range(19_000))
    assert canonical_form(text.encode(), "x.yaml", SCHEMA_LINE)[0] is not None


def test_many_brackets_on_one_line_get_a_line_each() -> None:
    lines = form(f"a: [{'[b,c],' * 6_000}d]").splitlines()
    assert lines.count("  - [b, c]") == 6_000
    assert lines[-1] == "  - d"
