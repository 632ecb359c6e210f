"""Promises of app/web/marked_markdown.py."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.markdown import to_html
from app.web.marked_answers import Target
from app.web.marked_markdown import Highlight, to_marked_html

COPIES = Target("1", "concept-copies", "Copies", "explained")
KEYS = Target("2", "concept-keys", "Keys", "mentioned")


def highlight(text: str, words: str, target: Target = COPIES, *, closes: bool = True) -> Highlight:
    start = text.index(words)
    return Highlight(start, start + len(words), target, f"e-{target.anchor}-1", closes=closes)


def marked(html: str) -> list[str]:
    """The text of each mark."""
    return re.findall(r"<mark[^>]*>(.*?)</mark>", html)


def without_marks(html: str) -> str:
    html = re.sub(r'<a class="ref.*?</a>|<span class="spot"[^>]*></span>', "", html)
    return re.sub(r"</?mark[^>]*>", "", html)


def test_a_stretch_is_marked_named_numbered_and_can_be_led_to() -> None:
    text = "We keep *three copies* of it."
    html = to_marked_html(text, [highlight(text, "three copies")])
    assert html == (
        '<p>We keep <em><span class="spot" id="e-concept-copies-1"></span>'
        '<mark class="ev ev-explained" title="Copies: explained" data-for="concept-copies">'
        'three copies</mark><a class="ref ref-explained" href="#concept-copies" '
        'data-for="concept-copies"><sup>1</sup><span class="tip"><span class="unseen">, </span>'
        "Copies: explained</span></a></em> of it.</p>\n"
    )


def test_a_mark_never_crosses_an_element() -> None:
    text = "Copies *survive a* crash.\n\n- one\n- two"
    html = to_marked_html(text, [Highlight(0, len(text), COPIES, "e-1")])
    assert marked(html) == ["Copies ", "survive a", " crash.", "one", "two"]


def test_overlapping_stretches_both_name_what_they_are_for() -> None:
    text = "Random keys spread copies."
    both = [highlight(text, "Random keys spread", KEYS), highlight(text, "spread copies")]
    html = to_marked_html(text, both)
    assert marked(html) == ["Random keys ", "spread", " copies"]
    assert 'data-for="concept-keys concept-copies">spread<' in html
    assert 'title="Keys: mentioned; Copies: explained"' in html


def test_a_stretch_that_goes_on_elsewhere_has_no_number_yet() -> None:
    text = "Copies survive."
    assert "<sup>" not in to_marked_html(text, [highlight(text, "Copies", closes=False)])


def test_a_reference_waits_until_a_link_has_ended() -> None:
    text = "See [the copies](https://example.org/) there."
    html = to_marked_html(text, [highlight(text, "copies")])
    assert re.search(r"<mark[^>]*>copies</mark></a><a class=\"ref", html)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("**bold** words", 1, 6),  # between the two stars
        ("- item one\n- item two", 0, 4),  # before the mark of the list
        ("[text](https://example.org/a)", 9, 15),  # inside an address
        ("a &amp; b", 3, 6),  # inside an entity
    ],
)
def test_a_stretch_inside_markdowns_own_signs_changes_nothing(
    text: str, start: int, end: int
) -> None:
    html = to_marked_html(text, [Highlight(start, end, COPIES, "e-1")])
    assert without_marks(html) == to_html(text)


def test_one_stretch_that_cannot_be_marked_does_not_cost_the_others() -> None:
    text = "**bold** words and copies"
    html = to_marked_html(text, [Highlight(1, 6, KEYS, "e-1"), highlight(text, "copies")])
    assert "copies" in marked(html)
    assert without_marks(html) == to_html(text)


def test_what_looks_like_our_own_cut_is_left_alone() -> None:
    text = "odd \ue000 character"
    assert to_marked_html(text, [highlight(text, "odd")]) == to_html(text)


PIECES = st.sampled_from(
    ["word", " ", "*", "**", "`", "\n", "\n\n", "- ", "1. ", "# ", "[", "](http://a.b)", "&lt;",
     "<b>", "|", "_", "\\", "~~~", "> ", "é", "."]
)  # fmt: skip


@given(text=st.lists(PIECES, max_size=25).map("".join), data=st.data())
def test_whatever_is_marked_the_rest_of_the_page_stays_as_it_is(
    text: str, data: st.DataObject
) -> None:
    places = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(places, places), max_size=4))
    found = [
        Highlight(start, end, target, f"e-{number}")
        for number, (start, end) in enumerate(spans)
        for target in (KEYS if number % 2 else COPIES,)
        if start < end
    ]
    assert without_marks(to_marked_html(text, found)) == to_html(text)
