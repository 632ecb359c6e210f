"""Read an answer: segments parsed alone, with word families, numbers, negation and stance."""

from collections.abc import Sequence
from functools import lru_cache

from app.engine.clauses import Node
from app.engine.negation import negations
from app.engine.neighbours import with_neighbours
from app.engine.pipeline import Pipeline
from app.engine.reading import Reading, Segment, Token
from app.engine.recent import Recent
from app.engine.report import Polarity
from app.engine.segments import RawSegment, raw_segments
from app.engine.stance import stance
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
        return Reading(answer, with_neighbours(segments))

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
