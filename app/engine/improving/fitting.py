"""Make an author's sentence agree with the numbers and settings the learner has given."""

from collections.abc import Iterable, Iterator, Sequence

from app.engine.amounts import say
from app.engine.reading import Reading, Token
from app.engine.slots import SlotValue
from app.engine.subjects import same_subject

_COUNT_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
                "ten", "eleven", "twelve")  # fmt: skip
_SETTINGS = frozenset(["count", "choice", "duration"])
"""Kinds that have one value in a design; sizes and rates are told of many things."""


def own_values(values: Iterable[SlotValue]) -> dict[str, list[SlotValue]]:
    """Return the settings that the learner has made, by slot."""
    own: dict[str, list[SlotValue]] = {}
    for value in values:
        if value.kind in _SETTINGS and value.named and not (value.default or value.unsure):
            own.setdefault(value.slot, []).append(value)
    return own


def agreeing(
    text: str, reading: Reading, values: Sequence[SlotValue], said: Iterable[SlotValue]
) -> str | None:
    """Return an author's text with its settings as the learner has them; None if it cannot be.

    A text that draws conclusions from its numbers is not changed: they would be wrong.

    Args:
        reading, values: of the text.
        said: values of the learner's answer.
    """
    own = own_values(said)
    changes: list[tuple[Token, float]] = []
    for value in (each for each in values if _is_setting(each, reading)):
        theirs = {each.same for each in own.get(value.slot, ()) if _rivals(value, each)}
        if not theirs or value.same in theirs:
            continue
        number = number_of(value, reading)
        if len(theirs) > 1 or value.kind != "count" or number is None:
            return None
        low, high, _ = next(iter(theirs))
        if low != high:
            return None
        changes.append((number, low))
    if changes and _has_other_numbers(reading, [token for token, _ in changes]):
        return None
    for token, amount in sorted(changes, key=lambda item: -item[0].start):
        text = text[: token.start] + spelt(amount, token.text) + text[token.end :]
    return text


def _rivals(value: SlotValue, theirs: SlotValue) -> bool:
    """Tell whether two values may be about the same thing; numbers are taken to hold for all."""
    return value.kind != "choice" or same_subject(value.context, theirs.context)


def number_of(value: SlotValue, reading: Reading) -> Token | None:
    """Return the only number in the stretch that gives a count; None if there are several."""
    found = [
        token
        for token in reading.segments[value.segment].tokens
        if value.start <= token.start < value.end and token.number is not None
    ]
    return found[0] if len(found) == 1 and found[0].number == value.low else None


def spelt(amount: float, before: str) -> str:
    """Return a count as digits, or as a word where there was a word."""
    if before.isalpha() and amount == int(amount) and 0 <= amount < len(_COUNT_WORDS):
        return _COUNT_WORDS[int(amount)]
    return say(amount, "count")


def _is_setting(value: SlotValue, reading: Reading) -> bool:
    """Tell whether a value is set by its name: "replication factor 3", not "one partition"."""
    if value.kind != "count":
        return value.kind == "duration" or (value.kind == "choice" and value.named)
    number = number_of(value, reading)
    return value.named and (number is None or number.start > value.start)


def _has_other_numbers(reading: Reading, changed: Sequence[Token]) -> bool:
    return any(token.number is not None and token not in changed for token in _tokens(reading))


def _tokens(reading: Reading) -> Iterator[Token]:
    for segment in reading.segments:
        yield from segment.tokens
