"""Where ideas and words stand in an answer."""

import pytest

from app.content.rubric import ScopedIdea
from app.engine.ideas import IdeaBook
from app.engine.occurrences import Finder, Occurrence, find
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.words import stem


def found(answer: str, phrase: str, nlp: Pipeline) -> list[Occurrence]:
    """The occurrences of an idea that has one phrase."""
    book = IdeaBook({"it": (phrase,)})
    key = book.use_idea("it")
    return list(find(read(answer, nlp), book, stem).get(key, ()))


def quoted(answer: str, phrase: str, nlp: Pipeline) -> list[str]:
    return [answer[each.start : each.end] for each in found(answer, phrase, nlp)]


def test_a_word_is_found_in_every_form_with_its_place(nlp: Pipeline) -> None:
    answer = "A copy dies. Two copies live."
    assert quoted(answer, "copy", nlp) == ["copy", "copies"]
    assert [each.sentence for each in found(answer, "copy", nlp)] == [0, 1]


@pytest.mark.parametrize(
    ("answer", "phrases"),
    [
        ("It falls behind.", ["falls behind"]),
        ("It falls too far behind.", ["falls too far behind"]),
        ("It falls very much too far behind.", []),
        ("It falls, behind it stands another.", []),
        ("It falls and behind it stands another.", []),
        ("Behind it falls.", []),
    ],
)
def test_a_phrase_stands_in_order_with_at_most_two_words_between(
    answer: str, phrases: list[str], nlp: Pipeline
) -> None:
    assert quoted(answer, "falls behind", nlp) == phrases


@pytest.mark.parametrize(
    ("answer", "times"),
    [("at least once", 1), ("at the least once", 1), ("at least some once", 0)],
)
def test_an_exact_phrase_lets_only_articles_between(answer: str, times: int, nlp: Pipeline) -> None:
    book = IdeaBook({})
    key = book.use_phrase("at least once")
    assert len(find(read(answer, nlp), book, stem).get(key, ())) == times


def test_a_number_in_a_phrase_is_any_number(nlp: Pipeline) -> None:
    answer = "We keep 3 copies and five copies."
    assert quoted(answer, "<n> copies", nlp) == ["3 copies", "five copies"]


def test_what_is_denied_or_to_be_avoided_is_told_so(nlp: Pipeline) -> None:
    assert [each.negated for each in found("We do not keep copies.", "copies", nlp)] == [True]
    assert [each.avoided for each in found("We avoid copies.", "copies", nlp)] == [True]
    (plain,) = found("We keep copies.", "copies", nlp)
    assert (plain.negated, plain.avoided) == (False, False)


def test_a_phrase_that_denies_is_found_only_where_its_words_are_denied(nlp: Pipeline) -> None:
    assert quoted("The follower is caught up.", "not caught up", nlp) == []
    denied = found("The follower is not caught up.", "not caught up", nlp)
    assert denied
    assert not any(each.negated for each in denied), "its own denial is no other"


@pytest.mark.parametrize(
    ("scoped", "sentence"),
    [
        (ScopedIdea(words=("hot",), of=("<key>",)), 0),
        (ScopedIdea(words=("hot",), not_of=("<key>",)), 1),
    ],
)
def test_a_scope_keeps_what_has_its_sense(scoped: ScopedIdea, sentence: int, nlp: Pipeline) -> None:
    book = IdeaBook({"it": scoped, "key": ("key",)})
    key = book.use_idea("it")
    every = find(read("A hot key is split. The oven is hot.", nlp), book, stem)[key]
    assert [each.sentence for each in every] == [sentence]


def test_a_segment_is_looked_through_once(nlp: Pipeline) -> None:
    asked: list[str] = []

    def family(word: str) -> str:
        asked.append(word)
        return stem(word)

    book = IdeaBook({})
    key = book.use_word("copies")
    finder = Finder(book, family)
    (first,) = finder.find(read("We keep copies.", nlp))[key]
    asked.clear()
    (again,) = finder.find(read("Disks die. We keep copies.", nlp))[key]
    assert asked == ["disks", "die"]
    assert again.start == first.start + len("Disks die. ")
