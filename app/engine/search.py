"""Look for one wording: each way to fill its needs, around its rarest word, close together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import islice, product

from app.engine.ideas import Scope
from app.engine.match import Match
from app.engine.occurrences import Found, Occurrence
from app.engine.phrases import ANY_NUMBER
from app.engine.pools import WIDEST, Pool, place
from app.engine.wordings import Atom, CompiledWording

WIDEST_OVER_TWO = 18
"""The same where the ideas stand in two neighbouring sentences: less surely one thought."""

_NEAR_NUMBER = 4
"""Words between a number and what it counts."""

_MOST_BRANCHES = 64
"""Ways to fill a wording's alternatives that are tried; `whyboard check` refuses more."""


MOST_WIDER, LEAST_FIRM, WIDEST_COMPANY = 1, 2, 12
"""Places of a wording that words of the wider kind may fill, places filled firmly beside them, and
words from the first to the last of them, in one sentence. Measured on answers that no author had
read: with one firm place half of what such a word brings is wrong (docs/accuracy-log.md)."""

WIDEST_LOOSE = 40
"""Words from the first to the last idea where the rest of an explanation is looked for."""

MOST_STEPS = 400_000
"""Occurrences weighed for all wordings on one answer, twenty times what a model answer takes.
Only a rubric and a text made for each other reach it: what is left is then taken for not said."""


class Steps:
    """Counts what is left of `MOST_STEPS`."""

    def __init__(self) -> None:
        self.left = MOST_STEPS


@dataclass(frozen=True, slots=True)
class Search:
    """What a wording is looked for in.

    Attributes:
        paragraphs: paragraph number by sentence number.
        word_before: the word that stands before an occurrence, "" at the start.
        any_polarity: negation does not matter.
        loose: what is looked for goes on explaining what was found already, so it may be told in
            words of the wider kind, and further apart.
        steps: shared by all who look for something in this answer.
    """

    found: Found
    scopes: Mapping[str, Scope]
    paragraphs: Mapping[int, int]
    word_before: Callable[[Occurrence], str]
    any_polarity: bool = False
    loose: bool = False
    steps: Steps = field(default_factory=Steps)
    _pools: dict[tuple[Atom, bool], Pool] = field(default_factory=dict)

    def places(self, wording: CompiledWording) -> list[Match]:
        """Return the best match that begins in each sentence."""
        if any(keys.isdisjoint(self.found) for keys in wording.keys):
            return []
        best: dict[int, Match] = {}
        for choice, left in self._choices(wording):
            for match in self._with(wording, choice, left):
                first = min(match.sentences)
                if first not in best or _looseness(match) < _looseness(best[first]):
                    best[first] = match
        return list(best.values())

    def _choices(self, wording: CompiledWording) -> Iterator[tuple[tuple[Atom, ...], int]]:
        """Yield each way to fill the alternatives whose words all stand somewhere.

        With each comes how many of its atoms stand left of `->`.
        """
        options = [
            [branch for branch in need.branches if all(map(self._stands, branch))]
            for need in wording.needs
        ]
        for choice in islice(product(*options), _MOST_BRANCHES):
            left = sum(len(branch) for branch in choice[: wording.roles or 0])
            yield tuple(atom for branch in choice for atom in branch), left

    def _stands(self, atom: Atom) -> bool:
        """Tell whether anything of an atom stands in the answer."""
        return any(key in self.found for key in atom.keys)

    def _with(
        self, wording: CompiledWording, choice: tuple[Atom, ...], left: int
    ) -> Iterator[Match]:
        """Yield matches of one way to fill the alternatives, around each use of its rarest atom.

        The rarest of each paragraph: what other paragraphs hold changes nothing in this one.
        """
        if self.steps.left < 0:
            return
        denied = any(atom.negated for atom in choice)
        pools = [self._pool(atom, denied=denied) for atom in choice]
        self.steps.left -= sum(len(pool.by_paragraph) for pool in pools)
        shared = set.intersection(*(set(pool.by_paragraph) for pool in pools))
        for paragraph in sorted(shared):
            here = [pool.by_paragraph[paragraph] for pool in pools]
            rarest = min(range(len(choice)), key=lambda index: len(here[index]))
            for anchor in here[rarest]:
                if self.steps.left < 0:
                    return
                chosen = self._around(anchor, rarest, pools)
                if chosen and self._holds(choice, chosen, left):
                    yield Match(wording, tuple(sorted(chosen, key=place)), self.loose)

    def _pool(self, atom: Atom, *, denied: bool) -> Pool:
        """Return the occurrences of an atom whose polarity suits it.

        Where a wording denies something, the denial may stand at any of its words: "no write is
        lost" negates the write, "a write is never lost" the losing.
        """
        free = denied or self.any_polarity
        key = (atom, free)
        if key not in self._pools:
            suited = (
                each
                for name in atom.keys
                for each in self.found.get(name, ())
                if free or not each.negated or self._either(name)
            )
            self._pools[key] = Pool.of(suited, self.paragraphs)
        return self._pools[key]

    def _either(self, key: str) -> bool:
        scope = self.scopes.get(key)
        return scope is not None and scope.either

    def _around(self, anchor: Occurrence, rarest: int, pools: Sequence[Pool]) -> list[Occurrence]:
        """Return for each pool the occurrence nearest to the anchor, or nothing if one is far.

        No word fills two places: "columnar" alone is not both the file and the rewriting of it.
        """
        chosen: list[Occurrence] = []
        for index, pool in enumerate(pools):
            if index == rarest:
                chosen.append(anchor)
                continue
            taken = {(each.place, each.last) for each in (anchor, *chosen)}
            within = pool.near(anchor.place, self._widest)
            self.steps.left -= len(within) + 1
            near = [
                each
                for each in within
                if (each.place, each.last) not in taken and self._together(anchor, each)
            ]
            if not near:
                return []
            chosen.append(min(near, key=lambda each: _remoteness(anchor, each)))
        return chosen

    @property
    def _widest(self) -> int:
        return WIDEST_LOOSE if self.loose else WIDEST

    def _together(self, one: Occurrence, other: Occurrence) -> bool:
        """Tell whether two occurrences lie in one sentence or in neighbours of one paragraph."""
        apart = abs(one.place - other.place)
        if one.sentence == other.sentence:
            return apart <= self._widest
        neighbours = abs(one.sentence - other.sentence) == 1
        same = self.paragraphs[one.sentence] == self.paragraphs[other.sentence]
        return neighbours and same and (self.loose or apart <= WIDEST_OVER_TWO)

    def _holds(self, choice: tuple[Atom, ...], chosen: list[Occurrence], left: int) -> bool:
        """Check what concerns the occurrences together: spread, negation, roles, numbers."""
        sentences = {each.sentence for each in chosen}
        if max(sentences) - min(sentences) > 1:
            return False
        if not (_firm_at_all(chosen) if self.loose else _in_company(chosen, sentences)):
            return False
        negated = [each for each, atom in zip(chosen, choice, strict=True) if atom.negated]
        if negated and not any(each.negated for each in negated):
            return False
        if 0 < left < len(chosen) and not self._roles_fit(chosen[:left], chosen[left:]):
            return False
        return all(
            _beside(each, chosen)
            for each, atom in zip(chosen, choice, strict=True)
            if atom.keys == (ANY_NUMBER,)
        )

    def _roles_fit(self, left: list[Occurrence], right: list[Occurrence]) -> bool:
        """Tell whether the left side acts: it comes first, or stands behind "by"."""
        if max(each.place for each in left) < min(each.place for each in right):
            return True
        return any(self.word_before(each) == "by" for each in left)


def _in_company(chosen: Sequence[Occurrence], sentences: AbstractSet[int]) -> bool:
    """Tell whether what was found by wider words stands beside enough that is firm."""
    wider = sum(each.wider for each in chosen)
    firm = len(chosen) - wider
    if not wider:
        return True
    apart = max(each.last for each in chosen) - min(each.place for each in chosen)
    near = len(sentences) == 1 and apart <= WIDEST_COMPANY
    return near and wider <= MOST_WIDER and firm >= LEAST_FIRM


def _firm_at_all(chosen: Sequence[Occurrence]) -> bool:
    return not all(each.wider for each in chosen)


def _looseness(match: Match) -> tuple[bool, int, int]:
    """Return a key that sorts firm matches first, then those within one sentence, the tightest."""
    return not match.firm, len(match.sentences), match.spread


def _remoteness(anchor: Occurrence, other: Occurrence) -> tuple[bool, bool, int, int]:
    """Return a key that sorts firm ones first, then the anchor's own sentence, then the nearest."""
    apart = abs(other.place - anchor.place)
    return other.wider, other.sentence != anchor.sentence, apart, other.place


def _beside(number: Occurrence, chosen: list[Occurrence]) -> bool:
    return any(
        each is not number and abs(each.place - number.place) <= _NEAR_NUMBER for each in chosen
    )
