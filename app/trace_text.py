"""The trace of one answer as lines of text: for authors who ask why a wording did not match."""

from collections.abc import Iterator, Sequence

from app.engine.door import admit
from app.engine.scorer import Scorer
from app.engine.trace import PartTrace, concept_traces, sentence_traces


def trace_lines(scorer: Scorer, question: str, text: str, concepts: Sequence[str]) -> Iterator[str]:
    """Yield the ideas seen in each sentence, then the parts of each concept.

    Raises:
        TooLong: the answer has more than 20,000 code points.
    """
    answer, rubric, pipeline = admit(text), scorer.rubric(question), scorer.pipeline
    for trace in sentence_traces(answer, rubric, pipeline):
        yield f"{'/'.join(trace.stances)}: {' '.join(trace.text.split())}"
        for words, idea, negated, wider in trace.ideas:
            sense = f"{'not ' if negated else ''}<{idea}>{' (in company)' if wider else ''}"
            yield f"    {' '.join(words.split())} -> {sense}"
    for concept in concepts:
        for part in concept_traces(answer, rubric, pipeline, concept):
            yield from _part_lines(part)


def _part_lines(part: PartTrace) -> Iterator[str]:
    yield f"{part.concept}, {part.part}:"
    for each in part.wordings:
        if each.found is not None:
            yield f"    found: {each.wording} | {' '.join(each.found.split())}"
        else:
            yield f"    lacks {', '.join(each.lacked) or 'nearness or order'}: {each.wording}"
