"""Read an answer: segments parsed alone, with word families, numbers, negation and stance."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from app.engine.clauses import Node
from app.engine.negation import negations
from app.engine.pipeline import Pipeline
from app.engine.reading import Reading, Segment, Token
from app.engine.recent import Recent
from app.engine.report import Polarity
from app.engine.segments import RawSegment, raw_segments
from app.engine.stance import rejects_list, rejects_previous, stance
from app.engine.words import number_value, stem

CACHED_SEGMENTS = 4_096
"""Parses kept by a process: some 80 answers, a few megabytes; a revision re-reads its changes."""


_Parse = tuple[Polarity, tuple[tuple[str, str, int, bool, bool], ...]]
"""What is known of one segment from its own words: how it is meant; and of each token its part of
speech, dependency, head, whether it is negated and whether avoided."""


class Reader:
    """Reads answers with one pipeline; parses are remembered by the segment's own words."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline
        self._cache: Recent[_Parse] = Recent(CACHED_SEGMENTS)

    def read(self, answer: str) -> Reading:
        """Return the answer (as admitted at the door) cut into parsed segments."""
        raw = list(raw_segments(answer))
        parses = self._parses(raw)
        segments = tuple(_segment(piece, parse) for piece, parse in zip(raw, parses, strict=True))
        return Reading(answer, _with_neighbours(segments))

    def _parses(self, raw: Sequence[RawSegment]) -> list[_Parse]:
        wanted = {piece.key: piece for piece in raw}
        known = {key: parse for key in wanted if (parse := self._cache.get(key))}
        new = [piece for key, piece in wanted.items() if key not in known]
        texts = [[token.text for token in piece.tokens] for piece in new]
        for piece, nodes in zip(new, self.pipeline.parse(texts), strict=True):
            known[piece.key] = _understood(nodes)
            self._cache.keep(piece.key, known[piece.key])
        return [known[piece.key] for piece in raw]


@lru_cache(maxsize=1)
def reader_of(pipeline: Pipeline) -> Reader:
    """Return the one reader of a pipeline, so that its cache serves every caller."""
    return Reader(pipeline)


def read(answer: str, pipeline: Pipeline) -> Reading:
    """Read an admitted answer."""
    return reader_of(pipeline).read(answer)


def _understood(nodes: tuple[Node, ...]) -> _Parse:
    negated, avoided = negations(nodes)
    words = [node.text for node in nodes]
    tokens = zip(nodes, negated, avoided, strict=True)
    return stance(words), tuple(
        (node.pos, node.dep, node.head, denied, shunned) for node, denied, shunned in tokens
    )


def _segment(raw: RawSegment, parse: _Parse) -> Segment:
    """Join a raw segment with its parse; offsets become the answer's."""
    polarity, parsed = parse
    tokens = tuple(
        Token(
            start=raw.canonical.starts[token.start],
            end=raw.canonical.ends[token.end - 1],
            text=token.text,
            stem=stem(token.text),
            number=number_value(token.text),
            pos=pos,
            head=head,
            dep=dep,
            negated=negated,
            avoided=avoided,
        )
        for token, (pos, dep, head, negated, avoided) in zip(raw.tokens, parsed, strict=True)
    )
    return Segment(
        start=tokens[0].start,
        end=tokens[-1].end,
        tokens=tokens,
        sentence=raw.sentence,
        paragraph=raw.paragraph,
        kind=raw.kind,
        words=raw.key,
        polarity=polarity,
    )


def _with_neighbours(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Mark as rejected what the next sentence calls wrong; a denial reaches its whole sentence."""
    changed = list(segments)
    for index in range(len(changed) - 1):
        following = changed[index + 1]
        if _goes_on(changed[index], following):
            following = replace(following, polarity=changed[index].polarity)
            changed[index + 1] = following
        words = [token.text for token in following.tokens]
        if changed[index].paragraph == following.paragraph and rejects_previous(words):
            changed[index] = replace(changed[index], polarity="rejected")
    return tuple(_with_rejected_lists(changed))


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
    return (
        segment.polarity in ("negated", "reported")
        and following.polarity == "asserted"
        and segment.sentence == following.sentence
        and segment.tokens[-1].text != ";"
    )
