"""Ask whether a condition over slots holds near some sentences of one answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.reading import Reading
from app.engine.slots import SlotValue, holds_nearby


@dataclass(frozen=True, slots=True)
class Conditions:
    """The slot values of one answer."""

    reading: Reading
    values: Sequence[SlotValue]

    def holds(self, expression: str, sentences: frozenset[int]) -> bool:
        """Tell whether the values read in or near `sentences` satisfy `expression`."""
        return holds_nearby(expression, self.values, self.reading, sentences) is True
