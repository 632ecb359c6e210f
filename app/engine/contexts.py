"""Put values together that are about the same thing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from app.engine.expressions import Value, judge, samples, slots_in
from app.engine.reading import Reading
from app.engine.slots import SlotValue
from app.engine.subjects import same_subject

_CORRECTIONS = (
    ("actually",), ("correction",), ("on", "second", "thought"), ("on", "second", "thoughts"),
    ("no", ",", "wait"), ("no", "wait"), ("scratch", "that"), ("i", "mean"), ("make", "that"),
    ("sorry",), ("rather", ","), ("or", "rather"), ("let", "me", "correct"), ("better", ":"),
)  # fmt: skip
"""What people say before they replace what they just said."""


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
    return tuple(found.values())


def _standing(values: Sequence[SlotValue], reading: Reading) -> list[SlotValue]:
    """Return the values that are the candidate's own and were not corrected later."""
    own = [value for value in values if not value.default]
    return [
        value
        for index, value in enumerate(own)
        if not any(_corrects(later, value, reading) for later in own[index + 1 :])
    ]


def _corrects(later: SlotValue, value: SlotValue, reading: Reading) -> bool:
    """Tell whether a later value replaces this one: a correction cue stands before it."""
    if later.slot != value.slot or later.same == value.same:
        return False
    if value.context and later.context and not same_subject(later.context, value.context):
        return False
    return has_correction(reading, value.end, later.start)


def has_correction(reading: Reading, start: int, end: int) -> bool:
    """Tell whether the last sentence before `end`, from `start` on, corrects what was said."""
    last = max((item.sentence for item in reading.segments if item.start <= end), default=0)
    words = [
        token.text
        for item in reading.segments
        for token in item.tokens
        if item.sentence >= last - 1 and start <= token.start < end
    ]
    return any(
        tuple(words[index : index + len(cue)]) == cue
        for cue in _CORRECTIONS
        for index in range(len(words))
    )


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


def holds_nearby(
    expression: str, values: Sequence[SlotValue], sentence: int, paragraph: int
) -> bool | None:
    """Tell whether a condition holds for what is said in a sentence, else in its paragraph.

    Returns:
        None if a slot it needs is said in neither, or what is said does not decide it. Defaults
        and hypothetical values count as not said.
    """
    sure = [value for value in values if not value.default and not value.unsure]
    choices: dict[str, tuple[Value, ...]] = {}
    for slot in slots_in(expression):
        here = [value for value in sure if value.slot == slot and value.paragraph == paragraph]
        same = [value for value in here if value.sentence == sentence]
        choices[slot] = points(same or here)
    return judge(expression, choices)


def points(values: Iterable[SlotValue]) -> tuple[Value, ...]:
    """Return what a slot may be: choices, numbers, and for a range its ends and middle."""
    found: list[Value] = []
    for value in values:
        found += [value.choice] if value.choice is not None else samples(value.low, value.high)
    return tuple(dict.fromkeys(found))
