"""Change a value so that a failed check holds, everywhere the answer gives it."""

import ast
import math
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from app.content.rubric import Check
from app.engine.amounts import say
from app.engine.compiled import CompiledRubric
from app.engine.contexts import points
from app.engine.expressions import NotEnough, Value, evaluate, judge, parse, slots_in
from app.engine.improving.changes import Change, original
from app.engine.improving.fitting import number_of, spelt
from app.engine.improving.layout import Layout
from app.engine.improving.strikes import whole
from app.engine.improving.trials import Trial
from app.engine.pipeline import Pipeline
from app.engine.ranges import quantities
from app.engine.reader import read
from app.engine.reading import Reading
from app.engine.report import Quote
from app.engine.slots import SlotValue, read_slots
from app.engine.subjects import same_subject

_STEPS = (1, -1, 2, -2, 3, -3, 4, -4)
"""How far a count is moved to make a rule hold."""
_WRITTEN_WHOLE = frozenset(["duration", "size", "share"])
"""Kinds whose unit is written anew with the number: "1 minute" becomes "10 minutes"."""


def mends(check: Check, quotes: tuple[Quote, ...], trial: Trial, rubric: CompiledRubric,
          nlp: Pipeline) -> Iterator[tuple[Change, ...]]:  # fmt: skip
    """Yield ways to make a failed check hold, those nearest to what the author writes first.

    Args:
        quotes: the values that fail it, as the flag shows them.
    """
    places = {(quote.start, quote.end) for quote in quotes}
    used = {
        value.slot: value
        for value in trial.findings.values
        if value.slot in check.slots and (value.start, value.end) in places
    }
    if used.keys() != set(check.slots):
        return
    authored = _authored(rubric, check.id, nlp)
    options = [
        (value not in authored.get(slot, ()), _distance(value, used[slot].low), slot, value)
        for slot in check.slots
        if used[slot].choice is None
        for value in {*authored.get(slot, ()), *_solutions(check, slot, used)}
        if _holds(check, slot, value, used)
    ]
    for _, _, slot, value in sorted(options):
        if changes := tuple(_everywhere(used[slot], value, trial)):
            yield changes


@lru_cache(maxsize=512)
def _authored(
    rubric: CompiledRubric, check_id: str, nlp: Pipeline
) -> Mapping[str, frozenset[float]]:
    """Return the values that the author's examples of a check that holds give to its slots."""
    check = next(each for each in rubric.checks if each.id == check_id)
    found: dict[str, frozenset[float]] = {}
    for text in check.no:
        for value in read_slots(read(text, nlp), rubric.patterns):
            if value.low == value.high and value.choice is None:
                found[value.slot] = found.get(value.slot, frozenset()) | {value.low}
    return found


def _holds(check: Check, slot: str, value: float, used: Mapping[str, SlotValue]) -> bool:
    choices: dict[str, tuple[Value, ...]] = {each: points([used[each]]) for each in used}
    choices[slot] = (value,)
    applies = judge(check.when, choices) if check.when else True
    return value > 0 and applies is True and judge(check.rule, choices) is True


def _solutions(check: Check, slot: str, used: Mapping[str, SlotValue]) -> Iterator[float]:
    """Yield values worth trying: what the rest of the rule comes to, and counts nearby."""
    names = {each: points([value])[0] for each, value in used.items() if each != slot}
    for node in ast.walk(parse(check.rule)):
        if not isinstance(node, ast.BinOp | ast.Name | ast.Constant):
            continue
        expression = ast.unparse(node)
        try:
            if slot not in slots_in(expression):
                found = float(evaluate(expression, names))
                yield from (found, found * 2, found / 2)
        except (NotEnough, ValueError):
            continue
    if used[slot].kind == "count":
        yield from (used[slot].low + step for step in _STEPS)


def _distance(value: float, before: float) -> float:
    return abs(math.log(value / before)) if value > 0 and before > 0 else math.inf


def _everywhere(wrong: SlotValue, value: float, trial: Trial) -> Iterator[Change]:
    """Yield the changes of every place that gives the slot the wrong value."""
    for other in trial.findings.values:
        same = other.slot == wrong.slot and other.same == wrong.same and not other.default
        about = not other.context or not wrong.context or same_subject(other.context, wrong.context)
        stretch = _written(other, value, trial.reading) if same and about else None
        if stretch is None:
            continue
        start, end, words = stretch
        at = original(start, trial.changes)
        yield Change(at, original(end, trial.changes) - at, words)


def _written(value: SlotValue, amount: float, reading: Reading) -> tuple[int, int, str] | None:
    """Return the stretch that says a value's amount, and another amount in its form."""
    if value.kind == "count" and (token := number_of(value, reading)):
        return token.start, token.end, spelt(amount, token.text)
    for found in quantities(reading.segments[value.segment]):
        if value.start <= found.start and found.end <= value.end and found.value > 0:
            if value.kind in _WRITTEN_WHOLE:
                return found.start, found.end, say(amount, value.kind)
            first = reading.segments[value.segment].tokens[found.first]
            return first.start, first.end, say(found.bare * amount / found.value, "count")
    return None


def concluding(changes: Iterable[Change], layout: Layout) -> Iterator[Change]:
    """Yield strikes of the sentences that build on a value that is no longer there.

    "min.insync.replicas is 3. That way all three have it": the second one leans on the first and
    speaks of its number.
    """
    struck: set[int] = set()
    for change in changes:
        here = layout.at(change.at)
        gone = _numbers(layout, change.at, change.end)
        for number in range(here + 1, len(layout.sentences)):
            sentence = layout.sentences[number]
            same = sentence.paragraph == layout.sentences[here].paragraph
            if not (same and sentence.leans):
                break
            if gone & _numbers(layout, sentence.start, sentence.end) and number not in struck:
                struck.add(number)
                yield whole(sentence.start, sentence.end, "", layout)


def _numbers(layout: Layout, start: int, end: int) -> set[float]:
    return {
        token.number
        for segment in layout.reading.segments
        for token in segment.tokens
        if start <= token.start < end and token.number is not None
    }
