"""Keep an author's amounts away from where the learner has given their own."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from app.engine.compiled import CompiledRubric
from app.engine.improving.layout import Layout
from app.engine.improving.trials import Desk
from app.engine.pipeline import Pipeline
from app.engine.quantities import Measure, Quantity
from app.engine.ranges import quantities
from app.engine.reader import read
from app.engine.reading import Reading, Segment

Amount = tuple[Measure, float]
"""What is measured, and how much; numbers without a unit are none."""


def measured_in(starts: Iterable[int], layout: Layout) -> frozenset[Measure]:
    """Return what the learner measures in the sentences that hold some offsets."""
    held = {layout.at(start) for start in starts} if layout.sentences else set()
    spans = [(layout.sentences[each].start, layout.sentences[each].end) for each in held]
    segments = [
        segment
        for segment in layout.reading.segments
        if any(start <= segment.start < end for start, end in spans)
    ]
    return frozenset(measure for measure, _ in _amounts(segments))


def rivals(text: str, beside: frozenset[Measure], answer: Reading, desk: Desk) -> bool:
    """Tell whether a text gives an amount of its own beside one of the learner's.

    Amounts that the question or the answer gives are nobody's own.

    Args:
        beside: what the learner measures there.
    """
    own = {each for each in _amounts(read(text, desk.nlp).segments) if each[0] in beside}
    if not own:
        return False
    known = set(_amounts(answer.segments)) | _asked(desk.rubric, desk.nlp)
    return bool(own - known)


@lru_cache(maxsize=64)
def _asked(rubric: CompiledRubric, nlp: Pipeline) -> frozenset[Amount]:
    return frozenset(_amounts(read(rubric.prompt, nlp).segments))


def _amounts(segments: Sequence[Segment]) -> Iterator[Amount]:
    for segment in segments:
        yield from (_amount(each) for each in quantities(segment) if each.measure != "count")


def _amount(quantity: Quantity) -> Amount:
    return quantity.measure, quantity.value
