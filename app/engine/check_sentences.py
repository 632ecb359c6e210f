"""Say in words what a check found: slots by their names, values and computed amounts filled in."""

import re
from collections.abc import Iterable, Mapping, Sequence

from app.content.rubric import Check, Slot
from app.engine.amounts import say, say_range
from app.engine.contexts import Context, points
from app.engine.expressions import BadExpression, NotEnough, evaluate
from app.engine.slots import SlotValue

_TWICE = re.compile(r"\b(up to|at least) \1\b", re.IGNORECASE)
"""A bound that the sentence names before a value that names it too."""
_PLACE = re.compile(r"\{([^{}]+?)(?: as ([a-z]+))?\}")


def called(slot: str, slots: Mapping[str, Slot]) -> str:
    """Return what sentences call a slot: as its author says, else by its first name."""
    found = slots.get(slot)
    if found and found.called:
        return found.called
    name = found.names[0] if found and found.names else slot.replace("_", " ")
    return name if "." in name or "_" in name else f"the {name}"


def lacking(check: Check, values: Sequence[SlotValue], slots: Mapping[str, Slot]) -> str:
    """Return which of a check's values were read in an answer and which were not."""
    own = [value for value in values if not value.default]
    known = {value.slot for value in own}
    missing = [slot for slot in check.slots if slot not in known]
    if not missing:
        return "What was said does not decide it."
    choice = any(slot in slots and slots[slot].kind == "choice" for slot in missing)
    names = _listed([called(slot, slots) for slot in missing])
    told = f"No {'value' if choice else 'number'} was read for {names}."
    read = [_said_of(slot, own, slots) for slot in check.slots if slot in known]
    return f"Read: {', '.join(read)}. {told}" if read else told


def _said_of(slot: str, values: Iterable[SlotValue], slots: Mapping[str, Slot]) -> str:
    said = [_said(value, slots[slot].kind) for value in values if value.slot == slot]
    return f"{called(slot, slots).removeprefix('the ')} {' or '.join(dict.fromkeys(said))}"


def _listed(names: Sequence[str]) -> str:
    """Return names as a list in a sentence: "a, b and c"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


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

    return _TWICE.sub(r"\1", _PLACE.sub(fill, template))


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
