"""The sentences of a rubric's author that could be said for a concept, tried once a rubric."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.content.rubric import Concept
from app.engine.compiled import CompiledRubric
from app.engine.findings import gather
from app.engine.improving.choices import Options, options_in
from app.engine.improving.sentences import Part, shorter
from app.engine.improving.topics import families
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.report import Standing
from app.engine.slots import SlotValue
from app.engine.topicality import share_within

_NOTES = ("->", "=>", " + ", "\u2192", ">>")
"""Marks by which a wording is a note: it suits a list of notes and no prose."""

_FAMILIAR = 0.9
"""Share of a wording's content words that the rubric's explanations use too: below it the wording
is a picture ("each strip of the diary") that would read oddly in somebody's design."""

_LEAST = 8
"""Words: what is said in fewer teaches little, whatever it earns."""
_PREFERRED = 8
"""Words by which an explanation may be longer than an example and is still chosen."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A complete sentence for a concept, and what it earns where nothing else is said.

    Attributes:
        met: facets that it meets by itself.
        values: slots it gives values to.
        options: of the question's decisions, those it speaks of.
        opens: it names its own subject: not the second half of a longer explanation.
        is_model: out of an explanation, not one of the examples.
        is_alternative: out of an explanation for other designs than the first.
        is_note: telegraphic, for lists of notes.
    """

    text: str
    standing: Standing
    met: frozenset[str]
    values: tuple[SlotValue, ...]
    options: Options
    opens: bool
    is_model: bool
    is_alternative: bool
    is_note: bool

    @property
    def words(self) -> int:
        """How long it is."""
        return len(self.text.split())


@lru_cache(maxsize=1_024)  # some fifteen concepts a rubric; parsing them again is what costs
def wordings_for(rubric: CompiledRubric, concept_id: str, nlp: Pipeline) -> tuple[Wording, ...]:
    """Return what could be said for a concept, the shortest first; all of it earns something."""
    concept = next(each.source for each in rubric.concepts if each.id == concept_id)
    parts = {part.text: part for part in _parts(rubric, concept, nlp)}.values()
    tried = (_tried(part, concept, rubric, nlp) for part in parts)
    return tuple(sorted((each for each in tried if each), key=_effort))


def _parts(rubric: CompiledRubric, concept: Concept, nlp: Pipeline) -> Iterator[Part]:
    for text in (concept.model, *concept.alternatives):
        model = " ".join(text.split())
        yield from (each for each in shorter(read(model, nlp)) if len(each.text.split()) >= _LEAST)
        yield Part(model, opens=True)
    familiar = _vocabulary(rubric)
    for text in concept.yes:
        if share_within(read(text, nlp), familiar) >= _FAMILIAR:
            yield Part(" ".join(text.split()), opens=True)


@lru_cache(maxsize=64)
def _vocabulary(rubric: CompiledRubric) -> frozenset[str]:
    """Return the word families of a rubric's explanations and of the question's model answer."""
    texts = [rubric.model_answer, rubric.prompt]
    for each in rubric.concepts:
        texts += [each.source.model, *each.source.alternatives]
    return families(texts)


def _effort(wording: Wording) -> int:
    """Return how much there is to read; examples are chosen where they are much shorter."""
    return wording.words + (0 if wording.is_model else _PREFERRED)


def _tried(part: Part, concept: Concept, rubric: CompiledRubric, nlp: Pipeline) -> Wording | None:
    """Return a wording with what it earns alone; None if that is nothing, or it is flagged."""
    reading = read(part.text, nlp)
    findings = gather(reading, rubric, nlp)
    if any(flag.points < 0 or flag.kind == "contradiction" for flag in findings.flags):
        return None
    verdict = next(each for each in findings.verdicts if each.concept.id == concept.id)
    if verdict.standing in ("missing", "contradicted") or verdict.unsure:
        return None
    return Wording(
        text=part.text,
        standing=verdict.standing,
        met=verdict.met,
        values=findings.values,
        options=options_in(part.text, rubric, nlp),
        opens=part.opens,
        is_model=part.text not in concept.yes,
        is_alternative=any(_bare(part.text) in _bare(text) for text in concept.alternatives),
        is_note=any(mark in part.text for mark in _NOTES) or not part.text.endswith("."),
    )


def _bare(text: str) -> str:
    return " ".join(text.lower().split()).rstrip(".")
