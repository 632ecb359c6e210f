"""What authors are warned about, and what they are not."""

from pathlib import Path
from typing import Any

import pytest

from app.content.loader import load_sources
from app.content.problems import CODES
from app.evaluation.deep_check import DEEP_CODES
from app.settings import CHECKOUT
from app.workbench.lint import LINT_CODES, warnings_in
from tests import make

RUBRIC = "rubrics/streaming/small-queue.yaml"


def warnings(
    tmp_path: Path, mentioned: str = "several copies", **ideas: Any
) -> list[tuple[str, str]]:
    """Code and message of the warnings on a rubric with one wording and some ideas."""
    named = {name.replace("_", "-"): phrases for name, phrases in ideas.items()}
    rubric = make.rubric_data(make.concept_data(mentioned=[mentioned]), ideas=named)
    sources = load_sources(make.content_root(tmp_path, rubric=rubric))
    assert sources.problems == ()
    return [(found.code, found.message) for found in warnings_in(sources)]


def codes(found: list[tuple[str, str]]) -> set[str]:
    return {code for code, _ in found}


@pytest.mark.parametrize(
    ("phrase", "code", "says"),
    [
        ("5%", "lost-part", "read as '5'"),
        ("99% done", "lost-part", "read as '99 done'"),
        ("k#0", "lost-part", "any number"),
        ("a day", "lost-part", "read as 'day'"),
        ("rate *", "lost-part", "read as 'rate'"),
        ("<=", "says-nothing", "nothing of '<='"),
    ],
)
def test_a_phrase_that_loses_something_is_told(
    tmp_path: Path, phrase: str, code: str, says: str
) -> None:
    if code == "says-nothing":  # `<` opens an idea in a wording, not inside quotes
        found = warnings(tmp_path, f'several (copies | "{phrase}")')
    else:
        found = warnings(tmp_path, thing=[phrase])
    assert code in codes(found)
    assert any(says in message for _, message in found)


@pytest.mark.parametrize(
    "phrase",
    ["a copy of the data", "key + endpoint", "not caught up", "costs nothing", "all or nothing",
     '"no chance"', "min.insync.replicas", "re-send", "can not keep up", '"does not exist"'],
)  # fmt: skip
def test_a_phrase_that_is_found_as_meant_is_not_told(tmp_path: Path, phrase: str) -> None:
    assert warnings(tmp_path, thing=[phrase]) == []


def test_an_alternative_of_small_words_is_told(tmp_path: Path) -> None:
    found = warnings(tmp_path, "several (copies | them)")
    assert codes(found) == {"says-nothing"}
    assert "'them' is dropped" in found[0][1]


def test_a_negator_alone_in_a_group_is_told_but_one_before_a_word_is_not(tmp_path: Path) -> None:
    assert codes(warnings(tmp_path, "(never | rarely) lost")) == {"idle-negator"}
    assert warnings(tmp_path, "(never lost | safe) copies") == []


def test_a_negator_that_ends_a_wording_is_told(tmp_path: Path) -> None:
    assert codes(warnings(tmp_path, "copies lost never")) == {"idle-negator"}


def test_a_word_that_several_ideas_list_is_told_with_the_idea_it_became(tmp_path: Path) -> None:
    found = warnings(tmp_path, "several copies", spare=["copy"], paper=["copy", "sheet"])
    assert codes(found) == {"taken-word"}
    assert "'copies' stands for <spare>" in found[0][1]
    assert "also paper" in found[0][1]


def test_a_word_of_an_idea_that_is_called_so_is_not_told(tmp_path: Path) -> None:
    assert warnings(tmp_path, "several copies", copy=["replica"], paper=["copy"]) == []


def test_a_quoted_word_or_a_named_idea_is_not_told(tmp_path: Path) -> None:
    ideas = {"spare": ["note"], "paper": ["note", "sheet"]}
    assert warnings(tmp_path, '"notes" <paper> safe', **ideas) == [
        ("shared-words", "two places share 'note'; a word that is said once fills only one")
    ]


def test_two_places_with_mostly_the_same_words_are_told(tmp_path: Path) -> None:
    ideas = {"spare": ["copy", "replica"], "other": ["replica", "second disk"]}
    found = warnings(tmp_path, "<spare> <other>", **ideas)
    assert codes(found) == {"shared-words"}
    assert "'replica'" in found[0][1]


def test_a_thing_said_twice_on_purpose_is_not_told(tmp_path: Path) -> None:
    assert warnings(tmp_path, '<n> "ms" to <n> "ms"') == []


def test_phrases_that_find_nothing_new_are_counted_in_one_warning(tmp_path: Path) -> None:
    phrases = ["copy", "copies", "second copy", "replica", '"at once"']
    ((code, message),) = warnings(tmp_path, thing=phrases)
    assert code == "idle-phrase"
    assert message == (
        "<thing>: 2 of 5 phrases find nothing new: 'copies' ('copy'), 'second copy' ('copy')"
    )


def test_an_exact_phrase_does_not_make_a_loose_one_idle(tmp_path: Path) -> None:
    assert warnings(tmp_path, thing=['"at once"', "at once"]) != []
    assert warnings(tmp_path, thing=['"goes on"', "goes right on"]) == []


def test_a_negated_phrase_is_no_repetition_of_the_bare_one(tmp_path: Path) -> None:
    assert warnings(tmp_path, thing=["caught up", "not caught up", "never caught up"]) == []


def test_a_warning_stands_at_the_phrase(tmp_path: Path) -> None:
    rubric = make.rubric_data(ideas={"thing": ["fine", "5%"]})
    root = make.content_root(tmp_path, rubric=rubric)
    (found,) = warnings_in(load_sources(root))
    line = (root / RUBRIC).read_text(encoding="utf-8").splitlines()[found.line - 1]
    assert line[found.column - 1 :] == "5%"


def test_ideas_of_the_lexicon_and_their_scopes_are_looked_at(tmp_path: Path) -> None:
    lexicon = "ideas: {copy: {words: [replica], not_of: ['5%']}}"
    root = make.content_root(tmp_path, files={"rubrics/lexicon.yaml": lexicon})
    assert [(found.file, found.code) for found in warnings_in(load_sources(root))] == [
        ("rubrics/lexicon.yaml", "lost-part")
    ]


def test_codes_of_warnings_and_problems_do_not_meet() -> None:
    assert not set(LINT_CODES) & (set(CODES) | set(DEEP_CODES))


@pytest.mark.slow
def test_the_shipped_rubrics_get_no_warning_without_an_explanation() -> None:
    assert {found.code for found in warnings_in(load_sources(CHECKOUT))} <= set(LINT_CODES)


def test_a_wider_word_that_finds_nothing_new_is_told(tmp_path: Path) -> None:
    rubric = make.rubric_data(
        ideas={"spare": ["spare", "stand in"]}, wider={"spare": ["clones", "spares", "5%"]}
    )
    sources = load_sources(make.content_root(tmp_path, rubric=rubric))
    told = [(found.code, found.message) for found in warnings_in(sources)]
    assert (
        "idle-phrase",
        "wider <spare>: 1 of 3 phrases finds nothing new: 'spares' ('spare')",
    ) in told
    assert "lost-part" in codes(told)
