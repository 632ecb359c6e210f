"""Read settings and numbers from an answer: which slot, what value, about what, how surely."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby, pairwise

from app.content.rubric import Slot
from app.engine.patterns import Found, Match, Patterns
from app.engine.quantities import Quantity, quantities_in
from app.engine.reading import Reading, Segment, Token
from app.engine.subjects import headline, mentions, subject_at
from app.engine.tokens import parts
from app.engine.units import DURATIONS, SIZES

_TIGHT = frozenset({"=", ":", "==", "->", "\u2192", "=>", "|"})
_LINKS = _TIGHT | {
    "of", "is", "to", "at", "set", "becomes", "become", "as", "be", "should", "must", "will",
    "would", "are", "equal", "equals", "stays", "stay", "remains", "was", "just", "only", "a",
    "an", "the", "our", "from", "(", "[", "'", '"', "*", "-", "\u2014", "gets", "configured",
    "value", "then", "goes", "by", "default", "defaults", "**", "still", "already", "now",
}  # fmt: skip
"""What may stand between a name and its value."""
_TAIL_LINKS = _TIGHT | {"is", "to", "at", "are", "of", "becomes", "should", "must", "will", "would"}
_LONGEST_LINK = 6
_LONGEST_TAIL = 5
_JOINTS = frozenset({"and", "/", ",", "&", "+"})
_NOT_SAID = frozenset({"not", "n't", "never", "no", "avoid", "without", "than", "vs", "versus",
                       "unlike", "instead"})  # fmt: skip
"""Before a value these say that it is not the candidate's choice."""
_NOT_SAID_REACH = 3
_SUPPOSED = frozenset({"if", "suppose", "imagine", "say", "unless", "were", "had", "whether"})
_SUPPOSED_REACH = 8
_NO_VALUE = frozenset({"negated", "rejected", "asked", "reported"})
_OWN = frozenset({"we", "i", "our", "my"})
_GONE = frozenset({"down", "left", "fail", "die", "dead", "lose", "lag", "gone", "crash", "offline",
                   "unavail", "behind", "slow", "away", "out"})  # fmt: skip
"""Behind a counted phrase these say that some are lost: "2 replicas die" sets nothing."""
_TAKEN = frozenset({"lose", "other", "remain", "kill", "another", "surviv", "extra", "more"})


@dataclass(frozen=True, slots=True)
class SlotValue:
    """A value of a slot, as an answer says it.

    Attributes:
        low, high: the value in base units, or the ends of a range; 0 for a choice.
        choice: the canonical value of a choice, else None.
        start, end: the stretch from the name to the end of the value.
        segment: index in the reading.
        context: the subject it is about ("payments"), or "".
        default: said to be what holds by default, not the candidate's own setting.
        unsure: hypothetical, or one of several compared.
        named: beside its name, not read from a phrase.
    """

    slot: str
    kind: str
    low: float
    high: float
    choice: str | None
    start: int
    end: int
    segment: int
    sentence: int
    paragraph: int
    context: str = ""
    default: bool = False
    unsure: bool = False
    named: bool = True
    approximate: bool = False

    @property
    def same(self) -> tuple[float, float, str | None]:
        """What makes two values equal."""
        return self.low, self.high, self.choice


def read_slots(reading: Reading, slots: Mapping[str, Slot]) -> tuple[SlotValue, ...]:
    """Return every value the answer gives to one of `slots`, in order of the answer.

    Negated, rejected, asked and reported stretches give none.
    """
    patterns = Patterns(slots)
    found: list[SlotValue] = []
    heading, heading_paragraph = "", -1
    numbered = enumerate(reading.segments)
    for _, group in groupby(numbered, key=lambda item: item[1].sentence):
        line = _Line(patterns, list(group))
        first = line.segments[0][1]
        if first.kind == "heading":
            heading, heading_paragraph = headline(first), first.paragraph
        found += line.values(heading if first.paragraph == heading_paragraph else "")
    return tuple(sorted(found, key=lambda value: (value.start, value.end)))


@dataclass(frozen=True, slots=True)
class _Bound:
    """A name or phrase with its value: what a number belongs to."""

    match: Match
    found: Found

    @property
    def distance(self) -> int:
        """Tokens between name and value; none inside a phrase."""
        return 0 if self.match.value else self.found.first - self.match.last


class _Line:
    """The segments of one sentence, read together: `RF -> 3` is cut at its arrow."""

    def __init__(self, patterns: Patterns, segments: list[tuple[int, Segment]]) -> None:
        self.patterns = patterns
        self.segments = segments
        self.tokens: list[Token] = [token for _, segment in segments for token in segment.tokens]
        self.owner = [item for item in segments for _ in item[1].tokens]
        self.quantities = _by_first_token(quantities_in(self.tokens))
        self.matches = patterns.find(self.tokens, self.quantities)

    @cached_property
    def names(self) -> set[int]:
        """The tokens that belong to names and phrases."""
        return {index for match in self.matches for index in range(match.first, match.last)}

    def values(self, heading: str) -> Iterator[SlotValue]:
        """Yield the values of this sentence; `heading` names their subject if it does not."""
        bound = [pair for pair in _one_each(self._bound()) if self._is_said(pair)]
        if not bound:
            return
        taken = self.names | {
            index for pair in bound for index in range(pair.found.first, pair.found.last)
        }
        starts = [self._start_of(index) for index, _ in self.segments]
        subjects = mentions(self.tokens, starts, taken)
        first = min(pair.match.first for pair in bound)
        for pair in bound:
            begin, end = self._reach(pair)
            yield self._value(pair, subject_at(begin, end, subjects, first) or heading)

    def _start_of(self, segment: int) -> int:
        """Return the first token of a segment."""
        return next(i for i, (index, _) in enumerate(self.owner) if index == segment)

    def _bound(self) -> Iterator[_Bound]:
        """Yield every match with a value it may claim."""
        shared = self._shared_names()
        for match in self.matches:
            found = match.value or self._value_after(match)
            if found is None:
                continue
            tight = found.first > match.last and self.tokens[match.last].text in _TIGHT
            if match.value or tight or match.first not in shared:
                yield _Bound(match, found)

    def _shared_names(self) -> set[int]:
        """Return where names stand that are joined to others: "RF and min ISR are 3 and 2"."""
        shared: set[int] = set()
        for one, other in pairwise(self.matches):
            between = self.tokens[one.last : other.first]
            joined = between and all(token.text in _JOINTS for token in between)
            if joined and not one.value and not other.value:
                shared |= {one.first, other.first}
        return shared

    def _value_after(self, match: Match) -> Found | None:
        """Return the value that follows a name: beside it, behind a link, or behind its subject."""
        index = match.last
        tail_allowed = True
        while index < min(len(self.tokens), match.last + _LONGEST_LINK + _LONGEST_TAIL):
            if found := self._fitting(match, index):
                return found
            if index in self.quantities and self.tokens[index].text not in _LINKS:
                return None
            if self.tokens[index].text in ("for", "on", "in") and tail_allowed:
                index, tail_allowed = self._behind_tail(index), False
            elif self.tokens[index].text in _LINKS and index not in self.names:
                index += 1
            else:
                return None
        return None

    def _fitting(self, match: Match, index: int) -> Found | None:
        """Return the value of the match's slot at a token, unless it is cut off from the name."""
        quantity = self.quantities.get(index)
        at = quantity.first if quantity else index
        found = self.patterns.value_at(match.pattern.slot, self.tokens, at, self.quantities)
        if found is None and quantity:
            found = self._in_unit_of_name(match, quantity)
        if found is None and quantity and quantity.begins == index:
            return None
        if found and found.choice is not None and not self._choice_stands(match, found):
            return None
        return found

    def _in_unit_of_name(self, match: Match, quantity: Quantity) -> Found | None:
        """Return a plain number in the unit that its name ends in: retention.ms=604800000."""
        unit = parts(self.tokens[match.last - 1].text)[-1]
        kind = self.patterns.slots[match.pattern.slot].kind
        factor = {"duration": DURATIONS, "size": SIZES}.get(kind, {}).get(unit)
        if factor is None or quantity.measure != "count" or quantity.value < 0:
            return None
        scaled = replace(quantity, low=quantity.low * factor, high=quantity.high * factor)
        return Found(quantity.first, quantity.last, scaled, None)

    def _choice_stands(self, match: Match, found: Found) -> bool:
        """Tell whether a choice beside its name is its value: "acks all", not "acks all writes"."""
        if found.first > match.last or found.last >= len(self.tokens):
            return True
        noun = self.tokens[found.last].pos in ("NOUN", "PROPN", "ADJ", "DET", "PRON")
        return found.last in self.names or not noun

    def _behind_tail(self, index: int) -> int:
        """Step over "for the payments topic" behind a name; no step if nothing links behind it."""
        for step in range(index + 1, min(index + _LONGEST_TAIL + 1, len(self.tokens))):
            if step in self.names or step in self.quantities:
                break
            if self.tokens[step].text in _TAIL_LINKS:
                return step
        return len(self.tokens)

    def _is_said(self, pair: _Bound) -> bool:
        """Tell whether a value is one the candidate sets."""
        begin, end = self._reach(pair)
        if self._polarity(pair) in _NO_VALUE:
            return False
        inside = self.tokens[begin:end]
        before = self.tokens[max(0, begin - _NOT_SAID_REACH) : begin]
        if any(token.negated for token in inside) or _denies(before):
            return False
        return pair.match.value is None or not self._is_lost(begin, end)

    def _is_lost(self, begin: int, end: int) -> bool:
        """Tell whether a counted phrase speaks of some that are lost, or of the rest."""
        behind = self.tokens[end : end + 3]
        before = self.tokens[max(0, begin - 2) : begin]
        return any({token.text, token.stem} & _GONE for token in behind) or any(
            token.stem in _TAKEN for token in before
        )

    def _polarity(self, pair: _Bound) -> str:
        """Return the stance of the segment that holds the value."""
        return self.owner[pair.found.first][1].polarity

    def _reach(self, pair: _Bound) -> tuple[int, int]:
        """Return the tokens from the name to the end of the value."""
        return min(pair.match.first, pair.found.first), max(pair.match.last, pair.found.last)

    def _value(self, pair: _Bound, subject: str) -> SlotValue:
        """Return the value with all that is known of it."""
        begin, end = self._reach(pair)
        number, segment = self.owner[pair.found.first]
        low, high, approximate = _range(pair)
        return SlotValue(
            slot=pair.match.pattern.slot,
            kind=self.patterns.slots[pair.match.pattern.slot].kind,
            low=low,
            high=high,
            choice=pair.found.choice,
            start=self.tokens[begin].start,
            end=self.tokens[end - 1].end,
            segment=number,
            sentence=segment.sentence,
            paragraph=segment.paragraph,
            context=subject,
            default=self._is_default(begin, end),
            unsure=segment.polarity == "hypothetical" or self._is_supposed(begin),
            named=pair.match.value is None,
            approximate=approximate,
        )

    def _is_supposed(self, begin: int) -> bool:
        """Tell whether a value is weighed against another, or stands under an if."""
        words = [token.text for token in self.tokens]
        clause = words[max(0, begin - _SUPPOSED_REACH) : begin]
        supposed = any(word in _SUPPOSED and "," not in clause[at:] for at, word in enumerate(clause))
        return supposed or "vs" in words or "versus" in words

    def _is_default(self, begin: int, end: int) -> bool:
        """Tell whether the value is called the default, and not "our default"."""
        near = self.tokens[max(0, begin - 4) : end + 4]
        said = any(token.stem == "default" for token in near)
        return said and not any(token.text in _OWN for token in self.tokens)


def _by_first_token(found: Sequence[Quantity]) -> dict[int, Quantity]:
    """File quantities under the token of their number and the one where "at least" begins."""
    filed = {quantity.begins: quantity for quantity in found}
    return filed | {quantity.first: quantity for quantity in found}


def _one_each(bound: Iterator[_Bound]) -> list[_Bound]:
    """Give each number to the nearest name, and each name one number."""
    kept: list[_Bound] = []
    for pair in sorted(bound, key=lambda pair: (pair.distance, pair.match.first)):
        taken = (
            (pair.found.first < other.found.last and other.found.first < pair.found.last)
            or pair.match.first == other.match.first
            for other in kept
        )
        if not any(taken):
            kept.append(pair)
    return kept


def _denies(before: Sequence[Token]) -> bool:
    """Tell whether a value is preceded by words that turn it down; a comma ends their reach."""
    denied = False
    for token in before:
        denied = token.text not in (",", ";", ":") and (denied or token.text in _NOT_SAID)
    return denied


def _range(pair: _Bound) -> tuple[float, float, bool]:
    """Return the ends of a value; bounds that the phrase itself says are no range."""
    quantity = pair.found.quantity
    if quantity is None:
        return 0.0, 0.0, False
    if pair.match.value and pair.match.first <= quantity.begins < quantity.first:
        return quantity.value, quantity.value, quantity.approximate
    return quantity.low, quantity.high, quantity.approximate
