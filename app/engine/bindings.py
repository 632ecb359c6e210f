"""Bind numbers and choices to the names they stand beside, within one sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from app.engine.meant import (
    is_counted_for_each,
    is_denied,
    is_lost,
    is_part_of,
    is_share,
)
from app.engine.patterns import Match, Patterns
from app.engine.quantities import Quantity
from app.engine.ranges import quantities_in
from app.engine.reading import Segment, Token
from app.engine.spellings import Found
from app.engine.subjects import Mention, mentions, subject_at
from app.engine.tokens import parts
from app.engine.units import DURATIONS, SIZES

_NO_VALUE = frozenset({"negated", "rejected", "asked", "reported"})
_TIGHT = frozenset({"=", ":", "==", "->", "\u2192", "=>", "|"})
_LINKS = _TIGHT | {
    "of", "is", "to", "at", "set", "becomes", "become", "as", "be", "should", "must", "will",
    "would", "are", "equal", "equals", "stays", "stay", "remains", "was", "just", "only", "a",
    "an", "the", "our", "from", "(", "[", "'", '"', "*", "\u2014", "gets", "configured",
    "value", "then", "goes", "by", "default", "defaults", "**", "still", "already", "now",
}  # fmt: skip
"""What may stand between a name and its value."""
_TAIL_LINKS = _TIGHT | {"is", "to", "at", "are", "of", "becomes", "should", "must", "will", "would"}
_LONGEST_LINK = 6
_LONGEST_TAIL = 5
_JOINTS = frozenset({"and", "/", ",", "&", "+"})


@dataclass(frozen=True, slots=True)
class Bound:
    """A name or phrase with its value: what a number belongs to."""

    match: Match
    found: Found

    @property
    def distance(self) -> int:
        """Tokens between name and value; none inside a phrase."""
        return 0 if self.match.value else self.found.first - self.match.last


class Line:
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

    @cached_property
    def bound(self) -> list[Bound]:
        """The names and phrases with the values the candidate gives them."""
        return [pair for pair in _one_each(self._bound()) if self._is_said(pair)]

    @cached_property
    def is_compared(self) -> bool:
        """The sentence weighs one thing against another."""
        return any(token.text in ("vs", "versus") for token in self.tokens)

    def subject(self, pair: Bound) -> str:
        """Return what a value is about, as its sentence says: "" if it does not."""
        return subject_at(*self.reach(pair), self._subjects, self._first_bound)

    @cached_property
    def _first_bound(self) -> int:
        """The token of the first name that has a value."""
        return min(pair.match.first for pair in self.bound)

    @cached_property
    def _subjects(self) -> list[Mention]:
        """The subjects that the sentence names."""
        taken = self.names | {
            index for pair in self.bound for index in range(pair.found.first, pair.found.last)
        }
        starts = {
            index
            for index, (number, _) in enumerate(self.owner)
            if not index or number != self.owner[index - 1][0]
        }
        return mentions(self.tokens, starts, taken)

    def _bound(self) -> Iterator[Bound]:
        """Yield every match with a value it may claim."""
        joined = self._joined()
        for match in self.matches:
            if match.value:
                yield Bound(match, match.value)
            elif match.first not in joined and (found := self._value_after(match)):
                yield Bound(match, found)
        yield from self._pairs(joined)

    def _joined(self) -> dict[int, tuple[Match, Match]]:
        """Return the names that share what follows: "RF/ISR = 3/2", "RF and ISR are 3 and 2".

        A list of settings is none of it: "idempotence and acks=all".
        """
        found: dict[int, tuple[Match, Match]] = {}
        for one, other in pairwise(self.matches):
            between = [token.text for token in self.tokens[one.last : other.first]]
            tight = self._text(other.last) in _TIGHT and "/" not in between
            if between and _JOINTS.issuperset(between) and not (one.value or other.value or tight):
                found |= {one.first: (one, other), other.first: (one, other)}
        return found

    def _pairs(self, joined: Mapping[int, tuple[Match, Match]]) -> Iterator[Bound]:
        """Yield the values of two joined names, if two values follow, joined as well."""
        for first, (one, other) in joined.items():
            found = self._value_after(other) if first == one.first else None
            if found is None or self._text(found.last) not in _JOINTS:
                continue
            second = self._fitting(other, found.last + 1)
            again = self._fitting(one, found.first)
            if second and again:
                yield from (Bound(one, again), Bound(other, second))

    def _text(self, index: int) -> str:
        """Return a token's text, or nothing behind the last."""
        return self.tokens[index].text if index < len(self.tokens) else ""

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

    def _is_said(self, pair: Bound) -> bool:
        """Tell whether a value is one the candidate sets."""
        begin, end = self.reach(pair)
        if self.polarity(pair) in _NO_VALUE or is_denied(self.tokens, begin, end):
            return False
        if is_share(self.tokens, end):
            return False
        if pair.match.value is None:
            return True
        counted = self._is_count(pair)
        part = is_part_of(self.tokens, begin) or is_counted_for_each(self.tokens, begin, end)
        return not (counted and part) and not is_lost(self.tokens, begin, end)

    def _is_count(self, pair: Bound) -> bool:
        """Tell whether the value counts something."""
        return self.patterns.slots[pair.match.pattern.slot].kind == "count"

    def polarity(self, pair: Bound) -> str:
        """Return the stance of the segment that holds the value."""
        return self.owner[pair.found.first][1].polarity

    def reach(self, pair: Bound) -> tuple[int, int]:
        """Return the tokens from the name to the end of the value."""
        return min(pair.match.first, pair.found.first), max(pair.match.last, pair.found.last)


def _by_first_token(found: Sequence[Quantity]) -> dict[int, Quantity]:
    """File quantities under the token of their number and the one where "at least" begins."""
    filed = {quantity.begins: quantity for quantity in found}
    return filed | {quantity.first: quantity for quantity in found}


def _one_each(bound: Iterator[Bound]) -> list[Bound]:
    """Give each number to the nearest name, and each name one number."""
    kept: list[Bound] = []
    names: set[int] = set()
    values: set[int] = set()
    for pair in sorted(bound, key=lambda pair: (pair.distance, pair.match.first)):
        own = range(pair.found.first, pair.found.last)
        if pair.match.first not in names and values.isdisjoint(own):
            kept.append(pair)
            names.add(pair.match.first)
            values.update(own)
    return kept
