"""Authored sentences compiled to what they need."""

from app.engine.ideas import IdeaBook
from app.engine.wordings import compile_wording


def keys(text: str, **ideas: tuple[str, ...]) -> list[list[tuple[str, ...]]]:
    book = IdeaBook({name.replace("_", "-"): words for name, words in ideas.items()})
    needs = compile_wording(text, book).needs
    return [[key for branch in need.branches for key in branch_keys(branch)] for need in needs]


def branch_keys(branch: object) -> list[tuple[str, ...]]:
    return [atom.keys for atom in branch]  # type: ignore[attr-defined]


def test_small_words_are_dropped_and_others_stand_for_their_family() -> None:
    assert keys("we will be replicating the copies") == [[("word:replic",)], [("word:copi",)]]


def test_the_longest_known_phrase_becomes_its_idea() -> None:
    found = keys("a copy falls behind", lag_behind=("falls behind",), fall=("falls",))
    assert found == [[("word:copi",)], [("idea:lag-behind",)]]


def test_alternatives_of_one_word_are_one_place_with_several_keys() -> None:
    (alternatives,) = keys("(crash | restart)")
    assert alternatives == [("word:crash", "word:restart")]


def test_what_stands_behind_a_negator_is_negated() -> None:
    compiled = compile_wording("leader never lost", IdeaBook({}))
    assert [need.branches[0][0].negated for need in compiled.needs] == [False, True]


def test_an_arrow_divides_the_roles() -> None:
    compiled = compile_wording("slow consumer -> blocked producer", IdeaBook({}))
    assert (compiled.roles, len(compiled.needs)) == (2, 4)


def test_a_wording_without_an_arrow_has_no_roles() -> None:
    assert compile_wording("slow consumer", IdeaBook({})).roles is None
