"""Judge one concept: evidence, facets met, and the standing that follows."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.content.facet_expression import holds
from app.engine.admissible import Admission
from app.engine.compiled import CompiledConcept, CompiledFacet
from app.engine.hearing import Finding, Hearing
from app.engine.matching import Matcher
from app.engine.report import Standing
from app.engine.settings_held import Conditions


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

    @property
    def hearing(self) -> Hearing:
        """What counts as evidence."""
        return Hearing(self.matcher, self.admission)

    def judge(self, concept: CompiledConcept, *, spoiled: bool, trusting: bool = False) -> Verdict:
        """Return the verdict.

        Args:
            spoiled: a misconception or failed check contradicts it.
            trusting: what seems to speak against it is taken for misheard.
        """
        against = () if trusting else self._against(concept)
        sure = [
            *self.hearing.mentions(concept, reported=False),
            *self.hearing.pieced_together(concept),
        ]
        findings = sure or self.hearing.mentions(concept, reported=True)
        if against or spoiled:
            # Both places of a contradiction are shown; beside a wrong claim, which has a flag of
            # its own, right words would look accused.
            found = (*against, *findings) if against else ()
            return Verdict(concept, "contradicted", frozenset(), found)
        if not findings:
            return Verdict(concept, "missing", frozenset(), ())
        findings = [*findings, *self._explaining(concept, findings)]
        met = _facets(findings)
        explained = bool(sure) and holds(concept.explained, met)
        standing: Standing = "explained" if explained else "mentioned"
        return Verdict(concept, standing, met, tuple(findings), unsure=not sure)

    def _explaining(self, concept: CompiledConcept, mentions: Sequence[Finding]) -> list[Finding]:
        """Return what explains the concept near its mentions; once begun, loosely told too."""
        nearby = self._nearby(concept, mentions)
        met = _facets([*mentions, *nearby])
        return [*nearby, *(self._going_on(concept, mentions, met) if met else ())]

    def _nearby(self, concept: CompiledConcept, mentions: Sequence[Finding]) -> list[Finding]:
        """Return the additions that stand near a mention, and the facets whose settings hold."""
        near = self.hearing.neighbourhood(mentions)
        found: list[Finding] = []
        for facet in concept.facets:
            added = self.hearing.found(facet.adds, facet.id, reported=False)
            found += [each for each in added if each.match.sentences <= near]
            found += self._set(facet, mentions, near)
        return found

    def _going_on(
        self, concept: CompiledConcept, mentions: Sequence[Finding], met: frozenset[str]
    ) -> list[Finding]:
        """Return what explains on, in the same paragraph, a concept that is partly explained."""
        near = self.hearing.neighbourhood(mentions)
        further = self.hearing.loosely(concept, met)
        return [each for each in further if each.match.sentences <= near]

    def _set(
        self, facet: CompiledFacet, mentions: Sequence[Finding], near: frozenset[int]
    ) -> list[Finding]:
        if not facet.conditions:
            return []
        met = all(self.conditions.holds(each, near) for each in facet.conditions)
        return [Finding(mentions[0].match, facet.id)] if met else []

    def _against(self, concept: CompiledConcept) -> list[Finding]:
        excused = self.matcher.excused(concept.against_unless)
        return [
            Finding(match, against=True)
            for match in self.matcher.claims(concept.against)
            if self.admission.is_claim(match) and not match.sentences & excused
        ]


def _facets(findings: Sequence[Finding]) -> frozenset[str]:
    return frozenset(each.facet for each in findings if each.facet)
