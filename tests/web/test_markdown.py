"""Promises of app/web/markdown.py."""

import pytest

from app.web.markdown import LONGEST, to_html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        '<a href="x" onclick="alert(1)">x</a>',
        "![x](https://example.org/x.png)",
    ],
)
def test_nothing_in_it_runs_or_loads(text: str) -> None:
    html = to_html(text)
    for tag in ("<script", "<img", 'href="javascript', '<a href="x" onclick'):
        assert tag not in html


def test_paragraphs_lists_code_and_tables_are_drawn() -> None:
    html = to_html("Say *why*:\n\n- `acks`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    for tag in ("<p>", "<em>why</em>", "<li><code>acks</code></li>", "<td>1</td>"):
        assert tag in html


def test_headings_begin_below_those_of_the_page() -> None:
    assert to_html("## One\n\n### Two") == "<h3>One</h3>\n<h4>Two</h4>\n"


def test_very_long_text_is_shown_as_typed() -> None:
    html = to_html("*" + "<" * LONGEST)
    assert html.startswith("<pre>*&lt;&lt;")
