"""Hear what an answer says of one concept: plainly, in parts side by side, or loosely."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.engine.admissible import Admission
from app.engine.compiled import CompiledConcept
from app.engine.match import Match
from app.engine.matching import Matcher
from app.engine.wordings import CompiledWording


@dataclass(frozen=True, slots=True)
class Finding:
    """A match that justifies a standing.

    Attributes:
        facet: the part of the explanation it meets.
        against: it contradicts the concept.
    """

    match: Match
    facet: str | None = None
    against: bool = False


@dataclass(frozen=True, slots=True)
class Hearing:
    """What one answer holds, and which of it counts as evidence."""

    matcher: Matcher
    admission: Admission

    def mentions(self, concept: CompiledConcept, *, reported: bool) -> list[Finding]:
        """Return what mentions the concept by itself: its mentions and self-standing facets."""
        barred = self._barred(concept)
        found = self.found(concept.mentioned, None, reported=reported)
        for facet in concept.facets:
            found += self.found(facet.says, facet.id, reported=reported)
        return [each for each in found if not each.match.sentences & barred]

    def pieced_together(self, concept: CompiledConcept) -> list[Finding]:
        """Return what parts of the explanation say side by side where nothing names the concept.

        One addition alone is as often about something else; of two that belong to different facets
        and stand in the same sentence or in neighbours, four in five are about the concept.
        """
        barred = self._barred(concept)
        added = [
            each
            for facet in concept.facets
            for each in self.found(facet.adds, facet.id, reported=False)
            if not each.match.sentences & barred
        ]
        return [each for each in added if any(self._beside(each, other) for other in added)]

    def loosely(self, concept: CompiledConcept, met: frozenset[str]) -> list[Finding]:
        """Return what says further parts of an explanation, in wider words and further apart too.

        Args:
            met: the ids of the facets that are there already.
        """
        loose = self.matcher.loose()
        said = [
            Finding(match, facet.id)
            for facet in concept.facets
            if facet.id not in met
            for match in loose.matches((*facet.says, *facet.adds))
        ]
        return [each for each in said if self.admission.is_evidence(each.match, reported=False)]

    def found(
        self, wordings: Iterable[CompiledWording], facet: str | None, *, reported: bool
    ) -> list[Finding]:
        """Return where wordings stand as evidence, for a facet if one is named."""
        matches = self.matcher.matches(wordings)
        return [
            Finding(match, facet)
            for match in matches
            if self.admission.is_evidence(match, reported=reported)
        ]

    def neighbourhood(self, mentions: Sequence[Finding]) -> frozenset[int]:
        """Return the sentences of the paragraphs that mention the concept.

        Never those of a neighbouring paragraph: the order of paragraphs decides nothing.
        """
        paragraphs = self.matcher.paragraphs
        sentences = {number for each in mentions for number in each.match.sentences}
        homes = {paragraphs[number] for number in sentences}
        return frozenset(number for number, paragraph in paragraphs.items() if paragraph in homes)

    def _barred(self, concept: CompiledConcept) -> frozenset[int]:
        """Return the sentences in which the concept's words have another sense."""
        near_misses = self.matcher.topics(concept.unless)
        return frozenset(number for match in near_misses for number in match.sentences)

    def _beside(self, one: Finding, other: Finding) -> bool:
        """Tell whether two findings meet different facets, by different words, side by side."""
        if one.facet == other.facet or _words(one.match) & _words(other.match):
            return False
        paragraphs = self.matcher.paragraphs
        return any(
            abs(here - there) <= 1 and paragraphs[here] == paragraphs[there]
            for here in one.match.sentences
            for there in other.match.sentences
        )


def _words(match: Match) -> frozenset[int]:
    return frozenset(each.place for each in match.occurrences)
