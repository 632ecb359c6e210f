"""Every wording of a rubric is known with its place."""

from typing import get_args, get_type_hints

from app.content.base import Wording
from app.content.rubric import Concept, Facet, Misconception
from app.workbench.places import ideas_in, wordings_of
from tests import make


def keys_of_wordings(model: type) -> set[str]:
    """Fields of a model that list wordings."""
    hints = get_type_hints(model, include_extras=True)
    return {name for name, hint in hints.items() if str(get_args(Wording)[1]) in str(hint)} - {"id"}


def test_every_key_that_lists_wordings_is_walked_through() -> None:
    wanted = {"mentioned", "against", "against_unless", "unless", "says", "adds", "claim"}
    listed = set().union(*map(keys_of_wordings, (Concept, Facet, Misconception)))
    assert listed == wanted
    concept = make.concept_data(
        against=["one (a1)".replace("(a1)", "a1")],
        against_unless=["two au"],
        unless=["three un"],
        facets={"survives": {"label": "x y", "says": ["four sa"], "adds": ["five ad"]}},
    )
    misconception = make.misconception_data(claim=["six cl"], unless=["seven un"])
    rubric = make.rubric(concept, misconceptions=[misconception])
    assert [(each.owner, each.part, each.text) for each in wordings_of(rubric)] == [
        ("copies", "mentioned", "several copies"),
        ("copies", "survives", "four sa"),
        ("copies", "survives", "five ad"),
        ("copies", "against", "one a1"),
        ("copies", "against_unless", "two au"),
        ("copies", "unless", "three un"),
        ("one-copy-is-safe", "claim", "six cl"),
        ("one-copy-is-safe", "unless", "seven un"),
    ]


def test_ideas_come_with_their_phrases_and_scopes() -> None:
    rubric = make.rubric(ideas={"copy": ["copy"], "lag": {"words": ["lag"], "of": ["group"]}})
    copy, lag = ideas_in(rubric)
    assert (copy.path, copy.phrases) == (("ideas", "copy"), ("copy",))
    assert lag.contexts == ((("ideas", "lag", "of", 0), "group"),)
