"""Find a compiled wording in an answer: all its needs, in any order, close together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product

from app.engine.carried import Carried
from app.engine.going_on import going_on
from app.engine.ideas import Scope
from app.engine.match import Match
from app.engine.occurrences import Found, Occurrence
from app.engine.phrases import ANY_NUMBER
from app.engine.pools import WIDEST, Pool, place
from app.engine.reading import Reading
from app.engine.wordings import Atom, CompiledWording

WIDEST_OVER_TWO = 18
"""The same where the ideas stand in two neighbouring sentences: less surely one thought."""

WIDEST_CLAIM = 26
"""Words within which a claim stands that is held against the writer: narrower than credit."""

_EXCUSED_BACK = 2
"""Sentences before an `unless` that it still excuses: "X. It is fast. But at 40 GB it fails."."""

_NEAR_NUMBER = 4
"""Words between a number and what it counts."""

_MOST_BRANCHES = 64
"""Ways to fill a wording's alternatives that are tried; `whyboard check` refuses more."""


MOST_STEPS = 300_000
"""Occurrences weighed for all wordings on one answer, a hundred times what a model answer takes.
Only a rubric and a text made for each other reach it: what is left is then taken for not said."""


class Steps:
    """Counts what is left of `MOST_STEPS`."""

    def __init__(self) -> None:
        self.left = MOST_STEPS


@dataclass(frozen=True, slots=True)
class Matcher:
    """The occurrences of one answer, ready for wordings.

    Attributes:
        paragraphs: paragraph number by sentence number.
        any_polarity: negation does not matter.
        word_before: the word that stands before an occurrence, "" at the start.
        continued: numbers of the sentences that go on about what the one before them named.
        steps: shared by all who look for something in this answer.
        before: the matcher of the answer that this one is an edit of, and what is as it was there:
            only the occurrences in other sentences are in `found`.
    """

    found: Found
    scopes: Mapping[str, Scope]
    paragraphs: Mapping[int, int]
    word_before: Callable[[Occurrence], str]
    continued: frozenset[int] = frozenset()
    any_polarity: bool = False
    steps: Steps = field(default_factory=Steps)
    before: "tuple[Matcher, Carried] | None" = None
    _pools: dict[tuple[Atom, bool], Pool] = field(default_factory=dict)
    _known: dict[tuple[int, bool], list[Match]] = field(default_factory=dict)
    _twin: "list[Matcher]" = field(default_factory=list)

    @classmethod
    def of(
        cls,
        reading: Reading,
        found: Found,
        scopes: Mapping[str, Scope],
        before: "tuple[Matcher, Carried] | None" = None,
    ) -> "Matcher":
        """Make a matcher for a reading and what was found in it."""
        if before is not None:
            found = _within(found, before[1].fresh)
        paragraphs = {segment.sentence: segment.paragraph for segment in reading.segments}
        by_place = _words_by_place(reading)
        return cls(
            found,
            scopes,
            paragraphs,
            lambda each: by_place.get(each.place - 1, ""),
            going_on(reading),
            before=before,
        )

    def matches(self, wordings: Iterable[CompiledWording]) -> list[Match]:
        """Return the best match of each wording at each place where it stands."""
        return [match for wording in wordings for match in self._places(wording)]

    def topics(self, wordings: Iterable[CompiledWording]) -> list[Match]:
        """Return matches of what is spoken about, whether asserted or denied.

        A wording that itself denies something ("does not keep order") still needs the denial.
        """
        every = list(wordings)
        plain = [each for each in every if not each.denies]
        denying = [each for each in every if each.denies]
        return self._free().matches(plain) + self.matches(denying)

    def excused(self, wordings: Iterable[CompiledWording]) -> frozenset[int]:
        """Return the sentences in or shortly before which something makes a claim right after all.

        Never those of another paragraph.
        """
        sentences = {number for match in self.matches(wordings) for number in match.sentences}
        return frozenset(
            number - back
            for number in sentences
            for back in range(_EXCUSED_BACK + 1)
            if self.paragraphs.get(number - back) == self.paragraphs[number]
        )

    def claims(self, wordings: Iterable[CompiledWording]) -> list[Match]:
        """Return matches close enough to be held against the writer: one sentence's thought."""
        return [
            match
            for match in self.matches(wordings)
            if match.spread <= WIDEST_CLAIM and self._one_thought(match.sentences)
        ]

    def _one_thought(self, sentences: frozenset[int]) -> bool:
        """Tell whether sentences are one, or a second that speaks on of what the first named."""
        return len(sentences) == 1 or max(sentences) in self.continued

    def _places(self, wording: CompiledWording) -> list[Match]:
        """Return the best match that begins in each sentence, in the order of the answer.

        No match leaves its paragraph, so those of unchanged paragraphs are as they were.
        """
        key = (id(wording), self.any_polarity)
        if key not in self._known:
            found = self._carried(wording) + self._looked_for(wording)
            self._known[key] = sorted(found, key=_first_sentence) if len(found) > 1 else found
        return self._known[key]

    def _carried(self, wording: CompiledWording) -> list[Match]:
        if self.before is None:
            return []
        matcher, kept = self.before
        old = matcher._free() if self.any_polarity else matcher  # noqa: SLF001 - of its own kind
        return [
            shift.moved(match)
            for match in old._places(wording)  # noqa: SLF001
            if (shift := kept.shifts.get(_first_sentence(match)))
        ]

    def _free(self) -> "Matcher":
        """Return the same matcher for what is spoken about, whether asserted or denied."""
        if not self._twin:
            self._twin.append(replace(self, any_polarity=True))
        return self._twin[0]

    def _looked_for(self, wording: CompiledWording) -> list[Match]:
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
                    yield Match(wording, tuple(sorted(chosen, key=place)))

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
            within = pool.near(anchor.place)
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

    def _together(self, one: Occurrence, other: Occurrence) -> bool:
        """Tell whether two occurrences lie in one sentence or in neighbours of one paragraph."""
        apart = abs(one.place - other.place)
        if one.sentence == other.sentence:
            return apart <= WIDEST
        neighbours = abs(one.sentence - other.sentence) == 1
        same = self.paragraphs[one.sentence] == self.paragraphs[other.sentence]
        return neighbours and same and apart <= WIDEST_OVER_TWO

    def _holds(self, choice: tuple[Atom, ...], chosen: list[Occurrence], left: int) -> bool:
        """Check what concerns the occurrences together: spread, negation, roles, numbers."""
        sentences = {each.sentence for each in chosen}
        if max(sentences) - min(sentences) > 1:
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


def _first_sentence(match: Match) -> int:
    return min(each.sentence for each in match.occurrences)


def _within(found: Found, sentences: frozenset[int]) -> Found:
    """Return the occurrences in some sentences."""
    inside = {
        key: [each for each in every if each.sentence in sentences] for key, every in found.items()
    }
    return {key: every for key, every in inside.items() if every}


def _words_by_place(reading: Reading) -> dict[int, str]:
    words: dict[int, str] = {}
    counted = 0
    for segment in reading.segments:
        for index, token in enumerate(segment.tokens):
            words[counted + index] = token.text
        counted += len(segment.tokens) + 1
    return words


def _looseness(match: Match) -> tuple[int, int]:
    """Return a key that sorts matches within one sentence first, the tightest first."""
    return len(match.sentences), match.spread


def _remoteness(anchor: Occurrence, other: Occurrence) -> tuple[bool, int, int]:
    """Return a key that sorts what stands in the anchor's own sentence first, nearest first."""
    return other.sentence != anchor.sentence, abs(other.place - anchor.place), other.place


def _beside(number: Occurrence, chosen: list[Occurrence]) -> bool:
    return any(
        each is not number and abs(each.place - number.place) <= _NEAR_NUMBER for each in chosen
    )
