"""A wording found in an answer."""

from dataclasses import dataclass

from app.engine.occurrences import Occurrence
from app.engine.wordings import CompiledWording


@dataclass(frozen=True, slots=True)
class Match:
    """A wording found.

    Attributes:
        occurrences: in the order of the answer.
        loose: found where more is allowed than a wording asks for by itself.
    """

    wording: CompiledWording
    occurrences: tuple[Occurrence, ...]
    loose: bool = False

    @property
    def firm(self) -> bool:
        """Whether it rests on words that mean their idea by themselves, and close together."""
        return not (self.loose or any(each.wider for each in self.occurrences))

    @property
    def start(self) -> int:
        """Where the first of its words begins, in code points."""
        return min(each.start for each in self.occurrences)

    @property
    def end(self) -> int:
        """Where the last of its words ends."""
        return max(each.end for each in self.occurrences)

    @property
    def spread(self) -> int:
        """Words from the first to the last."""
        return max(each.last for each in self.occurrences) - min(
            each.place for each in self.occurrences
        )

    @property
    def sentences(self) -> frozenset[int]:
        """Numbers of the sentences it stands in: one, or two neighbours."""
        return frozenset(each.sentence for each in self.occurrences)

    @property
    def segments(self) -> frozenset[int]:
        """Numbers of the segments it stands in."""
        return frozenset(each.segment for each in self.occurrences)
