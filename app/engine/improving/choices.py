"""Where an answer stands on its question's decisions, and which sentences suit it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from app.engine.compiled import CompiledRubric, Option
from app.engine.findings import Findings, matcher_of
from app.engine.match import Match
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.reading import Reading, Segment

Options = frozenset[Option]

_OWN = frozenset(["i", "we", "our", "my", "let"])


class Offered(Protocol):
    """A sentence that could be put in."""

    @property
    def options(self) -> Options:
        """The options that it speaks of."""

    @property
    def is_alternative(self) -> bool:
        """Whether it explains its concept for other designs than the first."""


@dataclass(frozen=True, slots=True)
class Stand:
    """The options that a design speaks of.

    Attributes:
        taken: asserted as its own.
        named: spoken of, asserted or turned down.
    """

    taken: Options = frozenset()
    named: Options = frozenset()

    @classmethod
    def of(cls, findings: Findings, rubric: CompiledRubric) -> "Stand":
        """Find where an answer stands."""
        matcher = findings.matcher
        named = {key for key, texts in rubric.options.items() if matcher.topics(texts)}
        claims = {key: matcher.claims(rubric.options[key]) for key in named}
        own = {
            key: list(filter(findings.admission.is_claim, found)) for key, found in claims.items()
        }
        said = {key: found for key, found in own.items() if found}
        return cls(_meant(said, findings.admission.reading), frozenset(named))

    def joined(self, added: Options) -> "Stand":
        """Return the stand with options that were put in, on decisions it had not spoken of."""
        new = {each for each in added if each[0] not in {choice for choice, _ in self.named}}
        return replace(self, taken=self.taken | new, named=self.named | new) if new else self

    def is_for_others(self, wording: "Offered") -> bool:
        """Tell whether a sentence was written for designs that may not be this one."""
        return wording.is_alternative and not wording.options <= self.taken

    def suits(self, options: Options, *, weighs: bool) -> bool:
        """Tell whether a sentence that speaks of some options may stand in the design.

        On each decision it must speak of none, or only of what the design has taken; of a decision
        that the design leaves open it may speak of all but what was turned down.

        Args:
            weighs: an author's sentence for designs at large: of several options at once it says
                how they compare, which suits who has taken one of them.
        """
        return all(self._suits(choice, options, weighs=weighs) for choice, _ in options)

    def _suits(self, choice: str, options: Options, *, weighs: bool) -> bool:
        theirs, taken, named = (_on(choice, each) for each in (options, self.taken, self.named))
        if not taken:
            return not theirs & named
        if weighs and len(theirs) > 1:
            return bool(theirs & taken)
        return theirs <= taken


def _meant(claims: Mapping[Option, Sequence[Match]], reading: Reading) -> Options:
    """Return the options that a design takes.

    Of several on one decision these are what is said in the first person, if any is: "a counter
    can be guessed, so we take random codes".
    """
    own = {
        key
        for key, found in claims.items()
        if any(_is_own(reading.segments[each]) for match in found for each in match.segments)
    }
    decided = {choice for choice, _ in own}
    return frozenset(key for key in claims if key in own or key[0] not in decided)


def _is_own(segment: Segment) -> bool:
    return any(token.text in _OWN for token in segment.tokens)


def _on(choice: str, options: Options) -> Options:
    return frozenset(each for each in options if each[0] == choice)


@lru_cache(maxsize=4_096)  # the sentences of a few rubrics' authors, as they are put in
def options_in(text: str, rubric: CompiledRubric, nlp: Pipeline) -> Options:
    """Return the options that a sentence speaks of."""
    if not rubric.options:
        return frozenset()
    matcher = matcher_of(read(text, nlp), rubric, nlp)
    return frozenset(key for key, texts in rubric.options.items() if matcher.topics(texts))


def options_of(texts: Iterable[str], rubric: CompiledRubric, nlp: Pipeline) -> Options:
    """Return the options that some sentences speak of."""
    return frozenset(each for text in texts for each in options_in(text, rubric, nlp))
