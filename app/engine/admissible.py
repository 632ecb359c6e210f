"""Which matches count: as evidence for a concept, and as a claim that can be held against."""

from dataclasses import dataclass

from app.engine.match import Match
from app.engine.reading import Reading


@dataclass(frozen=True, slots=True)
class Admission:
    """What is known about an answer's stretches before any concept is judged.

    Attributes:
        aside: segments that repeat the prompt, address the grader, or are not read.
        piled: numbers of words that stand in a bare list of terms.
        flagged: segments that are evidence of a misconception or a failed check.
    """

    reading: Reading
    aside: frozenset[int]
    piled: frozenset[int]
    flagged: frozenset[int] = frozenset()

    def is_evidence(self, match: Match, *, reported: bool) -> bool:
        """Tell whether a match may earn credit; only reported ones count with `reported`.

        A question alone says nothing; a question together with its answer does.
        """
        if match.segments & (self.aside | self.flagged) or self._is_pile(match):
            return False
        stances = {self.reading.segments[number].polarity for number in match.segments}
        if "negated" in stances or stances == {"asked"}:
            return False
        return ("reported" in stances) is reported or reported

    def is_claim(self, match: Match) -> bool:
        """Tell whether the learner asserts the match as their own view."""
        if match.segments & self.aside or self._is_pile(match):
            return False
        if 2 * sum(each.avoided for each in match.occurrences) > len(match.occurrences):
            return False
        return all(
            self.reading.segments[number].polarity == "asserted" for number in match.segments
        )

    def _is_pile(self, match: Match) -> bool:
        """Tell whether a match lives by the words of a bare list: most of them stand there."""
        piled = sum(each.place in self.piled for each in match.occurrences)
        return 2 * piled > len(match.occurrences)
