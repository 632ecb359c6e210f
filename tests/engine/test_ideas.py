"""The ideas a rubric may name, and those it uses."""

import pytest

from app.content.rubric import ScopedIdea
from app.engine.ideas import IdeaBook, Scope

OWN = {"lag-behind": ("falls behind", "too slow"), "copy": ("replica",)}


def looked_for(book: IdeaBook, first: str) -> list[tuple[str, tuple[str, ...]]]:
    """Keys and word families that are looked for from one word family on."""
    return [(key, found.stems) for key, found in book.patterns.starting_with(first)]


@pytest.mark.parametrize(
    ("words", "idea"),
    [
        (("falls", "behind"), "lag-behind"),
        (("falling", "behind"), "lag-behind"),
        (("lag", "behind"), "lag-behind"),
        (("replicas",), "copy"),
        (("behind",), None),
    ],
)
def test_a_phrase_or_the_id_names_an_idea_in_any_form(
    words: tuple[str, ...], idea: str | None
) -> None:
    assert IdeaBook(OWN).named_by(words) == idea


def test_of_two_ideas_that_list_a_word_the_first_is_named() -> None:
    book = IdeaBook({"first": ("node",), "second": ("node",)})
    assert book.named_by(("node",)) == "first"


def test_an_idea_of_the_lexicon_is_used_by_name_only() -> None:
    book = IdeaBook({}, {"copy": ("clone", "mirror")})
    assert book.named_by(("mirror",)) is None
    assert book.use_idea("copy") == "idea:copy"
    assert looked_for(book, "mirror") == [("idea:copy", ("mirror",))]


def test_a_rubrics_own_idea_stands_before_the_lexicons() -> None:
    book = IdeaBook({"copy": ("clone",)}, {"copy": ("mirror",)})
    book.use_idea("copy")
    assert looked_for(book, "clone")
    assert not looked_for(book, "mirror")


def test_only_what_is_used_is_looked_for() -> None:
    book = IdeaBook({"copy": ("mirror",)})
    assert not looked_for(book, "mirror")
    book.use_idea("copy")
    assert looked_for(book, "mirror") == [("idea:copy", ("mirror",))]
    assert book.surfaces == {"mirror"}


def test_words_phrases_and_numbers_have_keys_of_their_own() -> None:
    book = IdeaBook({})
    assert (book.use_word("copies"), book.use_number()) == ("word:copi", "#")
    assert book.use_phrase("at least this") == '"at least this"'
    assert [found.exact for _, found in book.patterns.starting_with("at")] == [True]


def test_a_scope_holds_the_keys_of_its_words_and_ideas() -> None:
    hot = ScopedIdea(words=("hot",), of=("<key>",), not_of=("oven",), either=True)
    book = IdeaBook({"hot": hot, "key": ("key",)})
    key = book.use_idea("hot")
    assert book.scopes[key] == Scope(frozenset({"idea:key"}), frozenset({'"oven"'}), either=True)
    assert book.scopes["idea:key"] == Scope()


def test_scopes_that_name_each_other_end() -> None:
    one, other = (ScopedIdea(words=("queue",), of=(name,)) for name in ("<other>", "<one>"))
    book = IdeaBook({"one": one, "other": other})
    assert book.use_idea("one") == "idea:one"
    assert book.scopes["idea:other"].of == {"idea:one"}
