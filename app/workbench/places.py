"""Where a rubric's wordings and ideas stand: path and text, in the order of the file."""

from collections.abc import Hashable, Iterable, Iterator
from typing import NamedTuple

from app.content.rubric import Concept, Lexicon, Rubric, ScopedIdea

Steps = tuple[Hashable, ...]


class PlacedWording(NamedTuple):
    """A wording with its place.

    Attributes:
        owner: the concept, misconception, check or choice it belongs to.
        part: the key it stands under ("mentioned", "against", "claim" ...), or the id of its facet
            or option.
    """

    path: Steps
    owner: str
    part: str
    text: str


class PlacedIdea(NamedTuple):
    """An idea with the place of its phrases.

    Attributes:
        contexts: what `of` and `not_of` list, with the place of each.
    """

    path: Steps
    id: str
    phrases: tuple[str, ...]
    contexts: tuple[tuple[Steps, str], ...] = ()


def wordings_of(rubric: Rubric) -> Iterator[PlacedWording]:
    """Yield every wording that is matched against answers."""
    yield from _of_choices(rubric)
    for place, concept in enumerate(rubric.concepts):
        yield from _of_concept(("concepts", place), concept)
    for place, item in enumerate(rubric.misconceptions):
        path: Steps = ("misconceptions", place)
        yield from _placed((*path, "claim"), item.id, "claim", item.claim)
        yield from _placed((*path, "unless"), item.id, "unless", item.unless)
    for place, check in enumerate(rubric.checks):
        yield from _placed(("checks", place, "unless"), check.id, "unless", check.unless)


def _of_choices(rubric: Rubric) -> Iterator[PlacedWording]:
    for name, options in rubric.choices.items():
        for option, texts in options.items():
            yield from _placed(("choices", name, option), name, option, texts)


def _of_concept(path: Steps, concept: Concept) -> Iterator[PlacedWording]:
    yield from _placed((*path, "mentioned"), concept.id, "mentioned", concept.mentioned)
    for name, facet in concept.facets.items():
        for key in ("says", "adds"):
            below = (*path, "facets", name, key)
            yield from _placed(below, concept.id, name, getattr(facet, key))
    for key in ("against", "against_unless", "unless"):
        yield from _placed((*path, key), concept.id, key, getattr(concept, key))


def ideas_in(model: Rubric | Lexicon) -> Iterator[PlacedIdea]:
    """Yield every idea that a file defines."""
    for name, content in model.ideas.items():
        path: Steps = ("ideas", name)
        if not isinstance(content, ScopedIdea):
            yield PlacedIdea(path, name, content)
            continue
        contexts = tuple(
            ((*path, key, place), text)
            for key in ("of", "not_of")
            for place, text in enumerate(getattr(content, key))
        )
        yield PlacedIdea((*path, "words"), name, content.words, contexts)


def _placed(path: Steps, owner: str, part: str, texts: Iterable[str]) -> Iterator[PlacedWording]:
    for place, text in enumerate(texts):
        yield PlacedWording((*path, place), owner, part, text)
