"""Judge one concept: evidence, facets met, and the standing that follows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.content.facet_expression import holds
from app.engine.admissible import Admission
from app.engine.compiled import CompiledConcept, CompiledFacet
from app.engine.match import Match
from app.engine.matching import Matcher
from app.engine.report import Standing
from app.engine.settings_held import Conditions
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
class Verdict:
    """What the answer does with a concept.

    Attributes:
        met: ids of the facets that are there.
        unsure: everything found is only reported, or its sense is in doubt.
    """

    concept: CompiledConcept
    standing: Standing
    met: frozenset[str]
    findings: tuple[Finding, ...]
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Judge:
    """Everything about one answer that a verdict depends on."""

    matcher: Matcher
    admission: Admission
    conditions: Conditions

    def judge(self, concept: CompiledConcept, *, spoiled: bool) -> Verdict:
        """Return the verdict; `spoiled`: a misconception or failed check contradicts it."""
        against = self._against(concept)
        sure = (
            self._mentions(concept, reported=False)
            or self._pieced_together(concept)
            or self._corroborated(concept)
        )
        findings = sure or self._mentions(concept, reported=True)
        if against or spoiled:
            # Both places of a contradiction are shown; beside a wrong claim, which has a flag of
            # its own, right words would look accused.
            found = (*against, *findings) if against else ()
            return Verdict(concept, "contradicted", frozenset(), found)
        if not findings:
            return Verdict(concept, "missing", frozenset(), ())
        findings = [*findings, *self._nearby(concept, findings)]
        met = frozenset(each.facet for each in findings if each.facet)
        if met:
            findings = [*findings, *self._going_on(concept, findings, met)]
            met = frozenset(each.facet for each in findings if each.facet)
        explained = bool(sure) and holds(concept.explained, met)
        standing: Standing = "explained" if explained else "mentioned"
        return Verdict(concept, standing, met, tuple(findings), unsure=not sure)

    def _mentions(self, concept: CompiledConcept, *, reported: bool) -> list[Finding]:
        """Return what mentions the concept by itself: its mentions and self-standing facets."""
        barred = self._barred(concept)
        found = self._found(concept.mentioned, None, reported=reported)
        for facet in concept.facets:
            found += self._found(facet.says, facet.id, reported=reported)
        return [each for each in found if not each.match.sentences & barred]

    def _pieced_together(self, concept: CompiledConcept) -> list[Finding]:
        """Return what parts of the explanation say side by side where nothing names the concept.

        One addition alone is as often about something else; of two that belong to different facets
        and stand in the same sentence or in neighbours, four in five are about the concept.
        """
        barred = self._barred(concept)
        added = [
            each
            for facet in concept.facets
            for each in self._found(facet.adds, facet.id, reported=False)
            if not each.match.sentences & barred
        ]
        return [each for each in added if any(self._beside(each, other) for other in added)]

    def _corroborated(self, concept: CompiledConcept) -> list[Finding]:
        """Return what says the concept side by side in two ways, either of them too loosely alone.

        Each rests on one firm word at least: plain speech has few of them, but seldom none.
        """
        barred = self._barred(concept)
        said = [
            each
            for each in self._loosely(concept)
            if not each.match.sentences & barred
            and len(each.match.occurrences) > 1
            and any(not occurrence.wider for occurrence in each.match.occurrences)
        ]
        return [each for each in said if any(self._beside(each, other) for other in said)]

    def _loosely(self, concept: CompiledConcept) -> list[Finding]:
        """Return all that speaks of a concept, in words of the wider kind and further apart too."""
        loose = self.matcher.loose()
        said = [Finding(each) for each in loose.matches(concept.mentioned)]
        for facet in concept.facets:
            wordings = (*facet.says, *facet.adds)
            said += [Finding(each, facet.id) for each in loose.matches(wordings)]
        return [each for each in said if self.admission.is_evidence(each.match, reported=False)]

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

    def _barred(self, concept: CompiledConcept) -> frozenset[int]:
        """Return the sentences in which the concept's words have another sense."""
        near_misses = self.matcher.topics(concept.unless)
        return frozenset(number for match in near_misses for number in match.sentences)

    def _found(
        self, wordings: Iterable[CompiledWording], facet: str | None, *, reported: bool
    ) -> list[Finding]:
        matches = self.matcher.matches(wordings)
        return [
            Finding(match, facet)
            for match in matches
            if self.admission.is_evidence(match, reported=reported)
        ]

    def _nearby(self, concept: CompiledConcept, mentions: Sequence[Finding]) -> list[Finding]:
        """Return the additions that stand near a mention, and the facets whose settings hold."""
        near = self._neighbourhood(mentions)
        found: list[Finding] = []
        for facet in concept.facets:
            added = self._found(facet.adds, facet.id, reported=False)
            found += [each for each in added if each.match.sentences <= near]
            found += self._set(facet, mentions, near)
        return found

    def _going_on(
        self, concept: CompiledConcept, mentions: Sequence[Finding], met: frozenset[str]
    ) -> list[Finding]:
        """Return what explains on, in the same paragraph, a concept that is partly explained."""
        near = self._neighbourhood(mentions)
        return [
            each
            for each in self._loosely(concept)
            if each.facet and each.facet not in met and each.match.sentences <= near
        ]

    def _set(
        self, facet: CompiledFacet, mentions: Sequence[Finding], near: frozenset[int]
    ) -> list[Finding]:
        if not facet.conditions:
            return []
        met = all(self.conditions.holds(each, near) for each in facet.conditions)
        return [Finding(mentions[0].match, facet.id)] if met else []

    def _neighbourhood(self, mentions: Sequence[Finding]) -> frozenset[int]:
        """Return the sentences of the paragraphs that mention the concept.

        Never those of a neighbouring paragraph: the order of paragraphs decides nothing.
        """
        paragraphs = self.matcher.paragraphs
        sentences = {number for each in mentions for number in each.match.sentences}
        homes = {paragraphs[number] for number in sentences}
        return frozenset(number for number, paragraph in paragraphs.items() if paragraph in homes)

    def _against(self, concept: CompiledConcept) -> list[Finding]:
        excused = self.matcher.excused(concept.against_unless)
        return [
            Finding(match, against=True)
            for match in self.matcher.claims(concept.against)
            if self.admission.is_claim(match) and not match.sentences & excused
        ]


def _words(match: Match) -> frozenset[int]:
    return frozenset(each.place for each in match.occurrences)
