"""Ask whether a condition over slots holds near some sentences of one answer."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from app.engine.contexts import points
from app.engine.expressions import judge, slots_in
from app.engine.slots import SlotValue


@dataclass(frozen=True, slots=True)
class Conditions:
    """The slot values of one answer."""

    values: Sequence[SlotValue]

    def holds(self, expression: str, sentences: frozenset[int]) -> bool:
        """Tell whether the values read in `sentences`, else in the answer, satisfy `expression`.

        A slot that the answer gives no value, or several that disagree, satisfies nothing.
        """
        wanted = slots_in(expression)
        near: dict[str, list[SlotValue]] = defaultdict(list)
        far: dict[str, list[SlotValue]] = defaultdict(list)
        for value in self.values:
            if value.slot in wanted and not (value.default or value.unsure):
                place = near if value.sentence in sentences else far
                place[value.slot].append(value)
        choices = {slot: points(near.get(slot) or far.get(slot) or ()) for slot in wanted}
        return all(choices.values()) and judge(expression, choices) is True
