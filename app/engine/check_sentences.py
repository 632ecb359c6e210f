"""Say in words what a check found: slots by their names, values and computed amounts filled in."""

import re
from collections.abc import Mapping

from app.content.rubric import Slot
from app.engine.amounts import say, say_range
from app.engine.contexts import Context, points
from app.engine.expressions import BadExpression, NotEnough, evaluate
from app.engine.slots import SlotValue

_PLACE = re.compile(r"\{([^{}]+?)(?: as ([a-z]+))?\}")


def called(slot: str, slots: Mapping[str, Slot]) -> str:
    """Return what a slot is called in sentences: its first name, else its own."""
    names = slots[slot].names if slot in slots else ()
    return names[0] if names else slot.replace("_", " ")


def filled(template: str, context: Context, slots: Mapping[str, Slot]) -> str:
    """Return a check's sentence with `{slot}` and `{expression as kind}` filled in."""

    def fill(match: re.Match[str]) -> str:
        """Return what stands for one pair of braces."""
        inner, kind = match.group(1), match.group(2)
        if inner in context.values:
            return " or ".join(
                _said(value, kind or slots[inner].kind) for value in context.values[inner]
            )
        return _computed(inner, kind or "count", context)

    return _PLACE.sub(fill, template)


def _said(value: SlotValue, kind: str) -> str:
    """Return one value in words."""
    return value.choice if value.choice is not None else say_range(value.low, value.high, kind)


def _computed(expression: str, kind: str, context: Context) -> str:
    """Return the value of an expression in words, for the first of what each slot may be."""
    names = {slot: points(held)[0] for slot, held in context.values.items()}
    try:
        return say(float(evaluate(expression, names)), kind)
    except (NotEnough, BadExpression):
        return "unknown"
