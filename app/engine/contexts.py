"""Put values together that are about the same thing."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, combinations

from app.engine.expressions import Value, samples
from app.engine.reading import Reading
from app.engine.slots import SlotValue
from app.engine.subjects import same_subject

_CORRECTIONS = (
    ("actually",), ("correction",), ("on", "second", "thought"), ("on", "second", "thoughts"),
    ("no", ",", "wait"), ("no", "wait"), ("scratch", "that"), ("i", "mean"), ("make", "that"),
    ("sorry",), ("rather", ","), ("or", "rather"), ("let", "me", "correct"), ("better", ":"),
)  # fmt: skip
"""What people say before they replace what they just said."""
_BY_FIRST_WORD = {
    first: tuple(cue for cue in _CORRECTIONS if cue[0] == first) for first, *_ in _CORRECTIONS
}
MOST_CONTEXTS = 64
"""Contexts of one answer that checks look at; real ones hold a dozen, and each runs every rule."""


@dataclass(frozen=True, slots=True)
class Context:
    """Values that are about the same thing.

    Attributes:
        subject: what they are about ("payments"), or "".
        values: for each slot what it is there; several where the answer does not decide.
        own: slots said in the sentence this context is built around.
        borrowed: slots whose value may be about something else: they decide nothing.
    """

    subject: str
    values: Mapping[str, tuple[SlotValue, ...]]
    own: frozenset[str] = frozenset()
    borrowed: frozenset[str] = field(default_factory=frozenset)


def slot_contexts(values: Sequence[SlotValue], reading: Reading) -> tuple[Context, ...]:
    """Return the contexts of an answer, one for each sentence and subject that says something new.

    A context holds what its sentence says; then what its paragraph says of the same subject, of
    none; then what the whole answer says.
    """
    kept = _standing(values, reading)
    anchors: dict[tuple[int, str], None] = {}
    for value in kept:
        anchors.setdefault((value.sentence, value.context))
    found: dict[object, Context] = {}
    for sentence, subject in anchors:
        context = _context(sentence, subject, kept)
        key = frozenset((slot, item.same) for slot, held in context.values.items() for item in held)
        found.setdefault((key, context.borrowed, context.own), context)
        if len(found) == MOST_CONTEXTS:
            break
    return tuple(found.values())


def _standing(values: Sequence[SlotValue], reading: Reading) -> list[SlotValue]:
    """Return the values that are the candidate's own and were not corrected later."""
    own = [value for value in values if not value.default]
    corrections = Corrections(reading)
    return [
        value
        for index, value in enumerate(own)
        if not any(_corrects(later, value, corrections) for later in own[index + 1 :])
    ]


def _corrects(later: SlotValue, value: SlotValue, corrections: "Corrections") -> bool:
    """Tell whether a later value replaces this one: a correction cue stands before it."""
    if later.slot != value.slot or later.same == value.same:
        return False
    if value.context and later.context and not same_subject(later.context, value.context):
        return False
    return corrections.between(value.end, later.start)


class Corrections:
    """The places of an answer where its writer takes something back."""

    def __init__(self, reading: Reading) -> None:
        tokens = [(token, item.sentence) for item in reading.segments for token in item.tokens]
        words = [token.text for token, _ in tokens]
        cues = sorted(
            (tokens[index + len(cue) - 1][0].start, token.start, sentence)
            for index, (token, sentence) in enumerate(tokens)
            for cue in _BY_FIRST_WORD.get(token.text, ())
            if tuple(words[index : index + len(cue)]) == cue
        )
        self._ends = [end for end, _, _ in cues]
        self._latest = list(accumulate(((begin, sentence) for _, begin, sentence in cues), max))
        self._segments = reading.segments

    def between(self, start: int, end: int) -> bool:
        """Tell whether the last sentence before `end`, or the one before, holds a cue.

        Only what stands from `start` on counts.
        """
        number = bisect_left(self._ends, end)
        if not number:
            return False
        begin, sentence = self._latest[number - 1]
        begun = bisect_right(self._segments, end, key=lambda segment: segment.start)
        last = self._segments[begun - 1].sentence if begun else 0
        return begin >= start and sentence >= last - 1


def _context(sentence: int, subject: str, values: Sequence[SlotValue]) -> Context:
    """Return the context built around what one sentence says of one subject."""
    held: dict[str, tuple[SlotValue, ...]] = {}
    own: set[str] = set()
    borrowed: set[str] = set()
    for slot in dict.fromkeys(value.slot for value in values):
        every = [value for value in values if value.slot == slot]
        chosen, near = _choose(sentence, subject, every, values)
        held[slot] = _distinct(chosen)
        if near == "own":
            own.add(slot)
        elif near == "far":
            borrowed.add(slot)
    return Context(subject, held, frozenset(own), frozenset(borrowed))


def _choose(
    sentence: int, subject: str, every: list[SlotValue], values: Sequence[SlotValue]
) -> tuple[list[SlotValue], str]:
    """Return one slot's values for a context, and whether they are its own, near or far."""
    paragraph = next(value.paragraph for value in values if value.sentence == sentence)
    fitting = [value for value in every if same_subject(value.context, subject)]
    here = [value for value in fitting if value.sentence == sentence]
    if here:
        return here, "own"
    unlabelled = [value for value in every if not value.context]
    for group in (
        [value for value in unlabelled if value.sentence == sentence],
        [value for value in fitting if value.paragraph == paragraph],
        [value for value in unlabelled if value.paragraph == paragraph],
    ):
        if group:
            return group, "near"
    alone = len(_distinct(every)) == 1 and _one_subject(values)
    near = alone or len(_distinct(fitting)) == 1
    return fitting or unlabelled or every, "near" if near else "far"


def _one_subject(values: Iterable[SlotValue]) -> bool:
    """Tell whether an answer's values name at most one subject."""
    named = [value.context for value in values if value.context]
    return all(same_subject(one, other) for one, other in combinations(named, 2))


def _distinct(values: Iterable[SlotValue]) -> tuple[SlotValue, ...]:
    """Return the first of each of the different values."""
    first: dict[object, SlotValue] = {}
    for value in values:
        first.setdefault(value.same, value)
    return tuple(first.values())


def points(values: Iterable[SlotValue]) -> tuple[Value, ...]:
    """Return what a slot may be: choices, numbers, and for a range its ends and middle."""
    found: list[Value] = []
    for value in values:
        found += [value.choice] if value.choice is not None else samples(value.low, value.high)
    return tuple(dict.fromkeys(found))
