"""How segments beside one another settle how each of them is meant."""

from collections.abc import Iterator
from dataclasses import replace

from app.engine.reading import Segment
from app.engine.stance import rejects_list, rejects_previous

_ARROWS = frozenset(["->", "\u2192", "=>"])
"""Marks behind which a statement goes on with what follows from it."""

_CARRIED = frozenset(["negated", "reported"])
_CARRIED_BY_ARROWS = frozenset(["rejected", "hypothetical"])
"""Stances that go on within a sentence; the last two only behind an arrow."""


def with_neighbours(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Mark as rejected what the next sentence calls wrong; a denial reaches its whole sentence."""
    changed = list(segments)
    for index in range(len(changed) - 1):
        following = changed[index + 1]
        if _goes_on(changed[index], following):
            following = replace(following, polarity=changed[index].polarity)
            changed[index + 1] = following
    for index in range(1, len(changed)):
        words = [token.text for token in changed[index].tokens]
        if rejects_previous(words):
            for before in _sentence_before(changed, index):
                changed[before] = replace(changed[before], polarity="rejected")
    return tuple(_with_rejected_lists(changed))


def _sentence_before(segments: list[Segment], index: int) -> Iterator[int]:
    """Yield the segment before one, and those of the same sentence and paragraph that it ends."""
    last = segments[index - 1]
    if last.paragraph != segments[index].paragraph:
        return
    yield index - 1
    for before in range(index - 2, -1, -1):
        segment = segments[before]
        if segment.sentence != last.sentence or segment.tokens[-1].text not in _ARROWS:
            return
        yield before


def _with_rejected_lists(segments: list[Segment]) -> Iterator[Segment]:
    """Mark as rejected what is listed under a heading that says so ("Common mistakes:")."""
    head: Segment | None = None
    for segment in segments:
        if head is not None and not _is_listed(segment, head):
            head = None
        if head is not None and segment.polarity == "asserted":
            segment = replace(segment, polarity="rejected")  # noqa: PLW2901
        words = [token.text for token in segment.tokens]
        if segment.kind != "bullet" and rejects_list(words):
            head = segment
        yield segment


def _is_listed(segment: Segment, head: Segment) -> bool:
    """Tell whether a segment is a bullet under a heading, or goes on behind its colon."""
    if segment.paragraph != head.paragraph:
        return False
    return segment.kind == "bullet" or segment.sentence == head.sentence


def _goes_on(segment: Segment, following: Segment) -> bool:
    """Tell whether a denial or report goes on behind a dash, an arrow or a cut for length."""
    last = segment.tokens[-1].text
    carried = _CARRIED | _CARRIED_BY_ARROWS if last in _ARROWS else _CARRIED
    return (
        segment.polarity in carried
        and following.polarity == "asserted"
        and segment.sentence == following.sentence
        and last != ";"
    )
