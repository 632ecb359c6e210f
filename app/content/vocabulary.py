"""The ideas and slots that a rubric may use: its own first, then the lexicon's."""

from collections import ChainMap
from collections.abc import Mapping

from app.content.rubric import Lexicon, Rubric, ScopedIdea, Slot


def ideas_of(rubric: Rubric, lexicon: Lexicon) -> Mapping[str, tuple[str, ...] | ScopedIdea]:
    """Every idea by id; a rubric's own hides the lexicon's of the same name."""
    return ChainMap(dict(rubric.ideas), dict(lexicon.ideas))


def slots_of(rubric: Rubric, lexicon: Lexicon) -> Mapping[str, Slot]:
    """Every slot by name; a rubric's own hides the lexicon's of the same name."""
    return ChainMap(dict(rubric.slots), dict(lexicon.slots))
