"""Tell when an answer gives one setting two values; in doubt it does not."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from app.engine.contexts import Corrections
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
_CONDITIONS = _OTHERWISE | _DENIALS
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
    sentences = _sentences(values, reading)
    corrections = Corrections(reading)
    plain = [value for value in values if _is_plain(value, sentences[value.sentence])]
    for first, second in combinations(plain, 2):
        if first.slot not in found and _contradict(first, second, corrections):
            found[first.slot] = Conflict(first.slot, first, second)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence that holds a value.

    Attributes:
        others: its tokens that are no part of a name or value (the words of `min ISR` are none).
        conditional: some of them give its values another place, time or condition.
    """

    tokens: Sequence[Token]
    others: Sequence[Token]
    conditional: bool


def _sentences(values: Sequence[SlotValue], reading: Reading) -> dict[int, _Sentence]:
    """Return the sentences that hold values, by number."""
    said = {offset for value in values for offset in range(value.start, value.end)}
    tokens: dict[int, list[Token]] = {value.sentence: [] for value in values}
    for segment in reading.segments:
        if segment.sentence in tokens:
            tokens[segment.sentence] += segment.tokens
    found = {}
    for number, every in tokens.items():
        others = [token for token in every if token.start not in said]
        conditional = any({token.text, token.stem} & _CONDITIONS for token in others)
        found[number] = _Sentence(every, others, conditional)
    return found


def _is_plain(value: SlotValue, sentence: _Sentence) -> bool:
    """Tell whether a value is a setting made without condition, comparison or range."""
    if value.kind not in _CONTRADICTABLE or not value.named:
        return False
    if value.default or value.unsure or value.approximate or value.low != value.high:
        return False
    if sentence.conditional:
        return False
    before = bisect_right(sentence.tokens, value.start, key=lambda token: token.end)
    return _is_bare(sentence.others, value) or is_committed(sentence.tokens[:before])


def _is_bare(others: Iterable[Token], value: SlotValue) -> bool:
    """Tell whether a sentence holds nothing but settings and what they are for."""
    about = value.context.split()
    return all(not token.stem or token.text in _BARE or token.text in about for token in others)


def is_committed(before: Sequence[Token]) -> bool:
    """Tell whether "we use", "I set" or the like leads to a value."""
    near = before[-_COMMIT_REACH:]
    ours = any(token.text in ("we", "i", "our", "let") for token in before)
    return ours and any(token.stem in _COMMITS for token in near)


def _contradict(first: SlotValue, second: SlotValue, corrections: Corrections) -> bool:
    """Tell whether two plain values of a slot differ about the same thing, uncorrected."""
    if first.slot != second.slot or first.sentence == second.sentence:
        return False  # one sentence with two values sets them against each other
    if first.same == second.same or not same_subject(first.context, second.context):
        return False
    return not corrections.between(first.end, second.start)
