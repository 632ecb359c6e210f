"""Promises of app/web/author/heads.py."""

import pytest

from app.authoring.working import Texts, WorkingCopy
from app.web.author.heads import LONGEST_TITLE, head_of


def copy(question: str, id_: str = "a-small-queue") -> WorkingCopy:
    return WorkingCopy(id_, "streaming", Texts(question, ""), "", "", Texts("", ""))


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("title: A queue\nid: [1\n", "A small queue"),
        ("title: A queue\n", "A queue"),
        ("title: [a]\n", "A small queue"),
        ("", "A small queue"),
        ("[" * 50_000, "A small queue"),
    ],
)
def test_the_title_is_that_of_the_text_as_far_as_it_can_be_read(question: str, title: str) -> None:
    assert head_of(copy(question)).title == title


def test_a_title_of_any_length_is_shown_on_a_line() -> None:
    assert len(head_of(copy(f"title: {'long ' * 999}\n")).title) <= LONGEST_TITLE + 5


def test_the_lexicon_has_fewer_pages_than_a_question() -> None:
    keys = [key for key, _ in head_of(copy("", "lexicon")).tabs]
    assert keys == ["write", "changes", "versions"]
    assert head_of(copy("")).to("fares") == "/author/questions/a-small-queue/fares"
    assert head_of(copy("")).to("write") == "/author/questions/a-small-queue"
