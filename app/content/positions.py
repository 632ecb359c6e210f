"""Where in a file each value stands, and how a problem is pinned to the nearest known place."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from app.content.problems import Problem

Steps = Sequence[Hashable]
"""Keys and indices from the top of a file down to a value."""


NOTHING_INSIDE: Mapping[Hashable, "Place"] = MappingProxyType({})
"""What lies in a text."""


class Place(NamedTuple):
    """Where a value's key, list item or document starts, and the same for what lies in it.

    Attributes:
        line, column: 1-based.
    """

    line: int
    column: int
    children: Mapping[Hashable, "Place"] = NOTHING_INSIDE


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML file as plain dictionaries, lists and text, with the place of every part.

    Attributes:
        file: path relative to the content root, with `/`.
    """

    file: str
    value: object
    place: Place

    def problem(self, path: Steps, code: str, message: str) -> Problem:
        """Blame the value at `path`, or its nearest ancestor that the file does hold."""
        place = self.place
        for step in path:  # a union's tag in a validator's path matches nothing: step over it
            place = place.children.get(step, place)
        return Problem(self.file, place.line, place.column, code, message)
