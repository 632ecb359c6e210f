"""Find the names and phrases of slots among the tokens of a sentence."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.content.rubric import Slot
from app.engine.quantities import Measure, Quantity, as_measure
from app.engine.reading import Token
from app.engine.spellings import NUMBER, Choices, Found, words_of
from app.engine.words import stem

_GLUED = re.compile(r"([a-z]+)(\d{1,3})")
_NOTHING_FOLLOWS = frozenset({",", ".", ";", "and", ")", "so", "with"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """A name or phrase of a slot, cut into words.

    Attributes:
        exact: a single word is meant as it is written: `partitions` is not "partition 7".
        plural: the words right behind `<n>` are written in the plural: `<n> consumers` is not
            "read by one consumer".
    """

    slot: str
    parts: tuple[str, ...]
    exact: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern at tokens [first, last); a phrase brings its value along."""

    pattern: Pattern
    first: int
    last: int
    value: Found | None


class Patterns:
    """All names and phrases of some slots, ready to be found by what they begin with."""

    def __init__(self, slots: Mapping[str, Slot]) -> None:
        self.slots = slots
        self._every: list[Pattern] = []
        self._by_first: dict[str, list[int]] = defaultdict(list)
        self._behind_number: dict[str, list[int]] = defaultdict(list)
        self._choices = {
            name: Choices.of(slot) for name, slot in slots.items() if slot.kind == "choice"
        }
        for name, slot in slots.items():
            for text in (*slot.names, *slot.phrases):
                self._add(name, words_of(text))

    def _add(self, slot: str, words: tuple[str, ...]) -> None:
        """File a pattern under its first word: one that begins with a number under the next."""
        plain = tuple(word for word in words if word != "-")
        if not plain:  # nothing that an answer could hold
            return
        exact = len(plain) == 1
        parts = tuple(word if exact or word == NUMBER else stem(word) or word for word in plain)
        counted = plain[plain.index(NUMBER) + 1 :][:1] if NUMBER in plain else ()
        plural = bool(counted) and _is_plural(counted[0])
        number = len(self._every)
        self._every.append(Pattern(slot, parts, exact, plural))
        if parts[0] != NUMBER:
            self._by_first[parts[0]].append(number)
        elif slot in self._choices:
            for word in self._choices[slot].first_words:
                self._by_first[word].append(number)
        else:
            self._behind_number[parts[1] if len(parts) > 1 else NUMBER].append(number)

    def counts(self) -> Mapping[str, int]:
        """Return how many names and phrases begin with each word, or with a number before it."""
        counts = Counter({word: len(filed) for word, filed in self._by_first.items()})
        counts.update({word: len(filed) for word, filed in self._behind_number.items()})
        return counts

    def find(self, tokens: Sequence[Token], quantities: Mapping[int, Quantity]) -> list[Match]:
        """Return the matches that no longer one overlaps, in order; the one of most words wins."""
        every = [
            match for index in range(len(tokens)) for match in self._at(tokens, index, quantities)
        ]
        every.sort(key=lambda match: (-_weight(match, tokens), bool(match.value), match.first))
        kept: list[Match] = []
        taken: dict[int, list[Match]] = defaultdict(list)
        for match in every:
            covered = range(match.first, match.last)
            if all(_may_share(match, other) for index in covered for other in taken[index]):
                kept.append(match)
                for index in covered:
                    taken[index].append(match)
        return sorted(kept, key=lambda match: match.first)

    def _at(
        self, tokens: Sequence[Token], index: int, quantities: Mapping[int, Quantity]
    ) -> Iterator[Match]:
        """Yield the matches that begin at a token."""
        token = tokens[index]
        candidates = {*self._by_first.get(token.text, ()), *self._by_first.get(token.stem, ())}
        if index in quantities:
            candidates.update(self._counting(tokens[index + 1 : quantities[index].last + 2]))
        for number in sorted(candidates):
            if match := self._match(self._every[number], tokens, index, quantities):
                yield match
        if glued := _GLUED.fullmatch(token.text):
            yield from self._glued(token, index, *glued.groups())

    def _counting(self, behind: Sequence[Token]) -> Iterator[int]:
        """Yield the patterns that begin with a number and go on with one of the words behind."""
        yield from self._behind_number.get(NUMBER, ())
        for token in behind:
            yield from self._behind_number.get(token.text, ())
            yield from self._behind_number.get(token.stem, ())

    def _glued(self, token: Token, index: int, name: str, digits: str) -> Iterator[Match]:
        """Yield what a name and number in one word set: RF3, acks1."""
        number = float(digits)
        quantity = Quantity(
            "count", number, number, number, token.start, token.end, index, index + 1, index,
            bare=number,
        )  # fmt: skip
        for filed in self._by_first.get(name, ()):
            pattern = self._every[filed]
            slot = self.slots[pattern.slot]
            if pattern.exact and slot.kind == "count":
                yield Match(pattern, index, index + 1, Found(index, index + 1, quantity, None))
            elif pattern.exact and digits in slot.values:
                yield Match(pattern, index, index + 1, Found(index, index + 1, None, digits))

    def _match(
        self,
        pattern: Pattern,
        tokens: Sequence[Token],
        index: int,
        quantities: Mapping[int, Quantity],
    ) -> Match | None:
        """Return the pattern at this token, hyphens passed over, or None."""
        first, value = index, None
        for number, part in enumerate(pattern.parts):
            if number and index < len(tokens) and tokens[index].text == "-":
                index += 1
            if index >= len(tokens):
                return None
            if part == NUMBER:
                index = _past_about(index, quantities)
                value = self.value_at(pattern.slot, tokens, index, quantities)
                if value is None:
                    return None
                index += 1
                continue
            inside = value.last - index if value else 0
            step = _find(pattern, part, tokens[index : index + max(inside, 0) + 1])
            counted = number > 0 and pattern.parts[number - 1] == NUMBER and pattern.plural
            if step is None or (counted and not _is_plural(tokens[index + step].text)):
                return None
            index += step + 1
        return Match(pattern, first, max(index, value.last if value else 0), value)

    def value_at(
        self, name: str, tokens: Sequence[Token], index: int, quantities: Mapping[int, Quantity]
    ) -> Found | None:
        """Return the value of the slot's kind that begins at this token, or None."""
        slot = self.slots[name]
        if slot.kind == "choice":
            return self._choices[name].at(tokens, index)
        quantity = quantities.get(index)
        if quantity is None or quantity.first != index:
            return None
        fitting = as_measure(quantity, slot.kind)
        if fitting is None or not _is_whole(slot.kind, fitting):
            return None
        return Found(index, fitting.last, fitting, None)


def _weight(match: Match, tokens: Sequence[Token]) -> int:
    """Return how much a match explains: its words, unless it is a name that no value can follow."""
    after = tokens[match.last].text if match.last < len(tokens) else "."
    return len(match.pattern.parts) if match.value or after not in _NOTHING_FOLLOWS else 0


def _past_about(index: int, quantities: Mapping[int, Quantity]) -> int:
    """Step over "about" and the like before a number; bounds ("at least") are words that tell."""
    found = quantities.get(index)
    return found.first if found and found.begins == index and found.approximate else index


def _is_plural(word: str) -> bool:
    """Tell whether a word is written in the plural; cheap, for nouns that are counted."""
    return len(word) > 3 and word.endswith("s") and not word.endswith("ss")


def _find(pattern: Pattern, part: str, tokens: Sequence[Token]) -> int | None:
    """Return which of the tokens is the part: a unit may hold it ("50k events per second")."""
    for step, token in enumerate(tokens):
        if part == token.text or (part == token.stem and not pattern.exact):
            return step
    return None


def _may_share(match: Match, other: Match) -> bool:
    """Tell whether two matches that overlap may both stand.

    One stretch that two slots claim by name; or a word between two numbers that belongs to both:
    "6 billion links at 500 bytes".
    """
    if match.value and other.value and match.pattern.slot != other.pattern.slot:
        return not (_covers(match, other.value.first) or _covers(other, match.value.first))
    same = (match.first, match.last) == (other.first, other.last)
    return same and match.value is None and match.pattern.slot != other.pattern.slot


def _covers(match: Match, index: int) -> bool:
    return match.first <= index < match.last


def _is_whole(kind: Measure | str, quantity: Quantity) -> bool:
    """Tell whether a count counts something: 3.7 is a version, not a number of replicas."""
    return kind != "count" or float(quantity.value).is_integer()
