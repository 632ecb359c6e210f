"""Tell when an answer gives one setting two values; in doubt it does not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from app.engine.contexts import has_correction
from app.engine.reading import Reading, Token
from app.engine.slots import SlotValue
from app.engine.subjects import same_subject

_OTHERWISE = frozenset({
    "if", "when", "while", "whereas", "unless", "otherwise", "before", "after", "later", "old",
    "new", "today", "current", "previously", "initially", "start", "first", "then", "eventually",
    "grow", "raise", "increase", "reduce", "lower", "change", "move", "bump", "scale", "dev",
    "development", "test", "testing", "staging", "prod", "production", "default", "option",
    "alternatively", "or", "versus", "vs", "than", "instead", "cheap", "critical", "important",
    "example", "suppose", "imagine", "say", "would", "could", "might", "without", "except",
    "minimum", "maximum", "min", "max", "peak", "average", "each", "other", "another", "some",
    "internal", "offset", "dlq", "letter", "compacted", "metadata", "mirror", "remote", "second",
})  # fmt: skip
"""Words that give a second value another place, time or condition: no contradiction then."""
_CONTRADICTABLE = frozenset({"count", "choice"})
"""Settings have one value; sizes, rates and times are told of many things in one answer."""
_DENIALS = frozenset({"not", "n't", "no", "never", "only", "alone", "enough", "without", "but"})
_COMMITS = frozenset({"use", "set", "choos", "pick", "take", "go", "configur", "run", "keep",
                      "want", "need", "make", "put", "creat", "requir"})  # fmt: skip
_COMMIT_REACH = 5
_BARE = frozenset({"and", "with", "everywhere", "on", "for", "all", "every", "each", "the", "a",
                   "topic", "topics", "plus", "cluster", "kafka", "also", "so", "data", "overall",
                   "brokers", "broker", "producer", "producers", "config", "settings", "is",
                   "of"})  # fmt: skip
"""Beside these a setting stands alone: "RF=3 on every topic". "acks=1 can lose data" explains."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two values of one slot that cannot both be meant."""

    slot: str
    first: SlotValue
    second: SlotValue


def conflicts(values: Sequence[SlotValue], reading: Reading) -> tuple[Conflict, ...]:
    """Return the self-contradictions of an answer: at most one for each slot.

    Only settings named twice, each as a plain fact about the same thing, contradict each other;
    in doubt they do not.
    """
    found: dict[str, Conflict] = {}
    said = {offset for value in values for offset in range(value.start, value.end)}
    said = {offset for value in values for offset in range(value.start, value.end)}
    plain = [value for value in values if _is_plain(value, _sentence(reading, value), said)]
    for first, second in combinations(plain, 2):
        if first.slot == second.slot and _contradict(first, second, reading):
            found.setdefault(first.slot, Conflict(first.slot, first, second))
    return tuple(found.values())


def _is_plain(value: SlotValue, sentence: Sequence[Token], said: set[int]) -> bool:
    """Tell whether a value is a setting made without condition, comparison or range.

    Args:
        said: the offsets of all names and values, whose own words (`min ISR`) are no condition.
    """
    if value.kind not in _CONTRADICTABLE or not value.named:
        return False
    if value.default or value.unsure or value.approximate or value.low != value.high:
        return False
    others = [token for token in sentence if token.start not in said]
    if any({token.text, token.stem} & (_OTHERWISE | _DENIALS) for token in others):
        return False
    return _is_bare(others, value) or _is_committed([t for t in sentence if t.end <= value.start])


def _is_bare(others: Iterable[Token], value: SlotValue) -> bool:
    """Tell whether a sentence holds nothing but settings and what they are for."""
    about = value.context.split()
    return all(not token.stem or token.text in _BARE or token.text in about for token in others)


def _is_committed(before: Sequence[Token]) -> bool:
    """Tell whether "we use", "I set" or the like leads to a value."""
    near = before[-_COMMIT_REACH:]
    ours = any(token.text in ("we", "i", "our", "let") for token in before)
    return ours and any(token.stem in _COMMITS for token in near)


def _sentence(reading: Reading, value: SlotValue) -> list[Token]:
    """Return the tokens of the sentence that holds a value."""
    return [
        token
        for segment in reading.segments
        if segment.sentence == value.sentence
        for token in segment.tokens
    ]


def _contradict(first: SlotValue, second: SlotValue, reading: Reading) -> bool:
    """Tell whether two plain values of a slot differ about the same thing, uncorrected."""
    if first.sentence == second.sentence:
        return False  # one sentence with two values sets them against each other
    if first.same == second.same or not same_subject(first.context, second.context):
        return False
    return not has_correction(reading, first.end, second.start)
