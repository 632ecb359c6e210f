"""Promises of app/markdown_text.py: read back by a Markdown reader, text is what it was."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.markdown_text import escaped, fenced, linked

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

ANYTHING = st.text(
    st.one_of(
        st.sampled_from("\\`*_{}[]<>()#+-.!|~&$=:;\"'^1234567890 \n\tax"),
        st.characters(exclude_categories=["Cc", "Cs"]),
    ),
    max_size=40,
)


class _Seen(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the library's signature
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(ANYTHING)
def test_escaped_text_reads_as_it_was_written(text: str) -> None:
    seen = _Seen(READER.render(escaped(text)))
    assert set(seen.tags) <= {"p"}
    assert seen.text.strip().split() == text.split()


@given(ANYTHING.filter(str.strip))
def test_escaped_text_reads_as_it_was_written_inside_a_list(text: str) -> None:
    seen = _Seen(READER.render(f"- **name**\n  - {escaped(text)}"))
    assert set(seen.tags) <= {"ul", "li", "strong", "p"}
    assert seen.text.split() == ["name", *text.split()]


@given(ANYTHING)
def test_fenced_text_is_kept_to_the_character(text: str) -> None:
    seen = _Seen(READER.render(f"{fenced(text)}\n\nafter"))
    assert seen.tags == ["pre", "code", "p"]
    wanted = text if text.endswith("\n") else f"{text}\n"
    assert seen.text.removesuffix("after\n").removesuffix("\n") == wanted


@pytest.mark.parametrize("text", ["```\n# out\n```", "``````", "~~~\nout", "    indented", ""])
def test_no_text_gets_out_of_its_fence(text: str) -> None:
    assert _Seen(READER.render(fenced(text) + "\n")).tags == ["pre", "code"]


def test_an_address_becomes_a_link_and_other_sources_stay_text() -> None:
    assert linked("https://example.org/a_b#c") == "<https://example.org/a_b#c>"
    assert linked("A book, chapter *3*") == r"A book, chapter \*3\*"
    assert linked("javascript:alert(1)") == "javascript:alert(1)"
