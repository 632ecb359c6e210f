"""Find a compiled wording in an answer: all its needs, in any order, close together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from app.engine.carried import Carried
from app.engine.going_on import going_on
from app.engine.ideas import Scope
from app.engine.match import Match
from app.engine.occurrences import Found
from app.engine.reading import Reading
from app.engine.search import Search
from app.engine.wordings import CompiledWording

WIDEST_CLAIM = 26
"""Words within which a claim stands that is held against the writer: narrower than credit."""

_EXCUSED_BACK = 2
"""Sentences before an `unless` that it still excuses: "X. It is fast. But at 40 GB it fails."."""


@dataclass(frozen=True, slots=True)
class Matcher:
    """The occurrences of one answer, ready for wordings.

    Attributes:
        continued: numbers of the sentences that go on about what the one before them named.
        distrusting: the answer gets much wrong (app/engine/distrust.py): what excuses a claim must
            stand in its own sentence and be more than a word, and a claim may be heard less firmly.
        before: the matcher of the answer that this one is an edit of, and what is as it was there:
            only the occurrences in other sentences are looked through.
    """

    search: Search
    continued: frozenset[int] = frozenset()
    distrusting: bool = False
    before: "tuple[Matcher, Carried] | None" = None
    _known: dict[tuple[int, bool, bool], list[Match]] = field(default_factory=dict)
    _twin: "list[Matcher]" = field(default_factory=list)
    _loose: "list[Matcher]" = field(default_factory=list)

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
        search = Search(found, scopes, paragraphs, lambda each: by_place.get(each.place - 1, ""))
        return cls(search, going_on(reading), before=before)

    @property
    def found(self) -> Found:
        """The occurrences that are looked through."""
        return self.search.found

    @property
    def paragraphs(self) -> Mapping[int, int]:
        """Paragraph number by sentence number."""
        return self.search.paragraphs

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
        found = self._free().matches(plain) + self.matches(denying)
        return [match for match in found if match.firm]

    def excused(self, wordings: Iterable[CompiledWording]) -> frozenset[int]:
        """Return the sentences in or shortly before which something makes a claim right after all.

        Never those of another paragraph.
        """
        telling = [each for each in wordings if not (self.distrusting and each.is_bare)]
        firm = (match for match in self.matches(telling) if match.firm)
        sentences = {number for match in firm for number in match.sentences}
        back = 0 if self.distrusting else _EXCUSED_BACK
        return frozenset(
            number - each
            for number in sentences
            for each in range(back + 1)
            if self.paragraphs.get(number - each) == self.paragraphs[number]
        )

    def claims(self, wordings: Iterable[CompiledWording]) -> list[Match]:
        """Return matches close enough to be held against the writer: one sentence's thought."""
        return [
            match
            for match in self.matches(wordings)
            if (match.firm or self.distrusting)
            and match.spread <= WIDEST_CLAIM
            and self._one_thought(match.sentences)
        ]

    def in_distrust(self) -> "Matcher":
        """Return the same matcher for an answer that gets much wrong."""
        return replace(self, distrusting=True)

    def _one_thought(self, sentences: frozenset[int]) -> bool:
        """Tell whether sentences are one, or a second that speaks on of what the first named."""
        return len(sentences) == 1 or max(sentences) in self.continued

    def _places(self, wording: CompiledWording) -> list[Match]:
        """Return the best match that begins in each sentence, in the order of the answer.

        No match leaves its paragraph, so those of unchanged paragraphs are as they were.
        """
        key = (id(wording), self.search.any_polarity, self.search.loose)
        if key not in self._known:
            found = self._carried(wording) + self.search.places(wording)
            self._known[key] = sorted(found, key=_first_sentence) if len(found) > 1 else found
        return self._known[key]

    def _carried(self, wording: CompiledWording) -> list[Match]:
        if self.before is None:
            return []
        matcher, kept = self.before
        old = matcher._free() if self.search.any_polarity else matcher  # noqa: SLF001 - of its own kind
        old = matcher.loose() if self.search.loose else old
        return [
            shift.moved(match)
            for match in old._places(wording)  # noqa: SLF001
            if (shift := kept.shifts.get(_first_sentence(match)))
        ]

    def _free(self) -> "Matcher":
        """Return the same matcher for what is spoken about, whether asserted or denied."""
        if not self._twin:
            free = replace(self.search, any_polarity=True)
            self._twin.append(replace(self, search=free))
        return self._twin[0]

    def loose(self) -> "Matcher":
        """Return the same matcher for what goes on explaining something that was found."""
        if not self._loose:
            self._loose.append(replace(self, search=replace(self.search, loose=True)))
        return self._loose[0]


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
