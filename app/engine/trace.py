"""Show an author why a wording was found in an answer, or the one idea that it lacked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.engine.compiled import CompiledConcept, CompiledRubric
from app.engine.findings import matcher_of
from app.engine.match import Match
from app.engine.matching import Matcher
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.reading import Reading
from app.engine.wordings import Atom, CompiledWording

_NEAREST = 3
"""Wordings shown for a part that was not found: those that lack least."""


@dataclass(frozen=True, slots=True)
class SentenceTrace:
    """A sentence of the answer with the ideas that were seen in it, in order.

    Attributes:
        stances: how its segments are meant.
        ideas: the words and what they were taken for; whether negated, and whether by a wider word.
    """

    text: str
    stances: tuple[str, ...]
    ideas: tuple[tuple[str, str, bool, bool], ...]


@dataclass(frozen=True, slots=True)
class WordingTrace:
    """A wording with where it was found, or what it lacked at the place that came closest."""

    wording: str
    found: str | None
    lacked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartTrace:
    """One part of a concept: its mention, a facet or what goes against it."""

    concept: str
    part: str
    wordings: tuple[WordingTrace, ...]


def sentence_traces(answer: str, rubric: CompiledRubric, nlp: Pipeline) -> list[SentenceTrace]:
    """Return what was seen in each sentence of an admitted answer."""
    reading = read(answer, nlp)
    found = matcher_of(reading, rubric, nlp).found
    seen = sorted(
        (each for every in found.values() for each in every if each.key.startswith("idea:")),
        key=lambda each: (each.place, each.key),
    )
    traces = []
    for number in sorted({segment.sentence for segment in reading.segments}):
        segments = [segment for segment in reading.segments if segment.sentence == number]
        ideas = tuple(
            (answer[each.start : each.end], each.key[len("idea:") :], each.negated, each.wider)
            for each in seen
            if each.sentence == number
        )
        text = answer[segments[0].start : segments[-1].end]
        stances = tuple(dict.fromkeys(segment.polarity for segment in segments))
        traces.append(SentenceTrace(text, stances, ideas))
    return traces


def concept_traces(
    answer: str, rubric: CompiledRubric, nlp: Pipeline, concept_id: str
) -> list[PartTrace]:
    """Return for each part of a concept which wordings were found, else which came closest."""
    reading = read(answer, nlp)
    matcher = matcher_of(reading, rubric, nlp)
    concept = next(each for each in rubric.concepts if each.id == concept_id)
    return [
        PartTrace(concept_id, part, tuple(_wordings(wordings, matcher, reading)))
        for part, wordings in _parts(concept)
        if wordings
    ]


def _parts(concept: CompiledConcept) -> Iterator[tuple[str, Sequence[CompiledWording]]]:
    yield "mentioned", concept.mentioned
    for facet in concept.facets:
        yield facet.id, (*facet.says, *facet.adds)
    yield "against", concept.against
    yield "against_unless", concept.against_unless
    yield "unless", concept.unless


def _wordings(
    wordings: Sequence[CompiledWording], matcher: Matcher, reading: Reading
) -> Iterator[WordingTrace]:
    matches = matcher.matches(wordings)
    if matches:
        for match in matches:
            yield WordingTrace(match.wording.text, _quote(match, reading))
        return
    nearest = sorted(
        ((_lacked(each, matcher), each) for each in wordings),
        key=lambda pair: (len(pair[0]) / sum(1 for _ in pair[1].needs), len(pair[0])),
    )
    for lacked, wording in nearest[:_NEAREST]:
        yield WordingTrace(wording.text, None, lacked)


def _quote(match: Match, reading: Reading) -> str:
    return reading.answer[match.start : match.end]


def _lacked(wording: CompiledWording, matcher: Matcher) -> tuple[str, ...]:
    """Return the needs that no place near the others fills, at the place that fills most."""
    choice = [need.branches[0] for need in wording.needs]
    atoms = [atom for branch in choice for atom in branch]
    sentences = {
        each.sentence for atom in atoms for key in atom.keys for each in matcher.found.get(key, ())
    }
    tries = [_lacking_at(number, atoms, matcher) for number in sorted(sentences)]
    return min(tries, key=len, default=tuple(_named(atom) for atom in atoms))


def _lacking_at(sentence: int, atoms: Sequence[Atom], matcher: Matcher) -> tuple[str, ...]:
    """Return the atoms that neither a sentence nor the next one of its paragraph holds."""
    home = matcher.paragraphs[sentence]
    near = {each for each in (sentence, sentence + 1) if matcher.paragraphs.get(each) == home}
    return tuple(
        _named(atom)
        for atom in atoms
        if not any(
            each.sentence in near and (atom.negated or not each.negated)
            for key in atom.keys
            for each in matcher.found.get(key, ())
        )
    )


def _named(atom: Atom) -> str:
    names = " or ".join(key.replace("idea:", "<").rstrip() for key in atom.keys[:3])
    names = names.replace("word:", "")
    closed = " or ".join(
        f"{name}>" if name.startswith("<") else name for name in names.split(" or ")
    )
    return f"not {closed}" if atom.negated else closed
