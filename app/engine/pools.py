"""The occurrences that may fill one place of a wording, found by paragraph and by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from app.engine.occurrences import Occurrence

WIDEST = 24
"""Words from the first to the last idea of a match within one sentence: a long spoken sentence."""

place = attrgetter("place")
"""Key that sorts occurrences in the order of the answer."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Occurrences that may fill one place of a wording.

    Attributes:
        by_paragraph: in the order in which they are tried.
        by_place: in the order of the answer.
    """

    by_paragraph: Mapping[int, Sequence[Occurrence]]
    by_place: Sequence[Occurrence]

    @classmethod
    def of(cls, occurrences: Iterable[Occurrence], paragraphs: Mapping[int, int]) -> "Pool":
        """Make a pool; `paragraphs` gives the paragraph of each sentence."""
        every = list(occurrences)
        groups: dict[int, list[Occurrence]] = {}
        for each in every:
            groups.setdefault(paragraphs[each.sentence], []).append(each)
        return cls(groups, sorted(every, key=place))

    def near(self, anchor: int, widest: int = WIDEST) -> Sequence[Occurrence]:
        """Return the occurrences at most `widest` words from a place."""
        first = bisect_left(self.by_place, anchor - widest, key=place)
        last = bisect_right(self.by_place, anchor + widest, key=place)
        return self.by_place[first:last]
