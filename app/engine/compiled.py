"""A rubric compiled once: wordings to ideas, expressions parsed, points dealt, a digest."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from app.content.facet_expression import Expr, parse_facet_expression
from app.content.question import Difficulty, Question
from app.content.rubric import Check, Concept, Lexicon, Misconception, Omission, Rubric, Slot
from app.engine.bars import LevelBars, bars_of
from app.engine.ideas import IdeaBook
from app.engine.patterns import Patterns
from app.engine.pipeline import PIPELINE
from app.engine.points import deal
from app.engine.wordings import CompiledWording, compile_wording

ENGINE = "1"
"""Version of the engine's judgement: raised whenever the same text could get another report."""


Option = tuple[str, str]
"""The ids of a choice and of one of its options."""


@dataclass(frozen=True, slots=True)
class CompiledFacet:
    """One part of an explanation, ready to be matched."""

    id: str
    label: str
    says: tuple[CompiledWording, ...]
    adds: tuple[CompiledWording, ...]
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompiledConcept:
    """A concept ready to be judged; `points` is its share of 100."""

    source: Concept
    points: int
    mentioned: tuple[CompiledWording, ...]
    facets: tuple[CompiledFacet, ...]
    explained: Expr
    against: tuple[CompiledWording, ...]
    against_unless: tuple[CompiledWording, ...]
    unless: tuple[CompiledWording, ...]

    @property
    def id(self) -> str:
        """The concept's id in the rubric file."""
        return self.source.id


@dataclass(frozen=True, slots=True)
class CompiledMisconception:
    """A wrong claim ready to be found."""

    source: Misconception
    claim: tuple[CompiledWording, ...]
    unless: tuple[CompiledWording, ...]


@dataclass(frozen=True, eq=False)
class CompiledRubric:
    """Everything `assess` needs to know about one question.

    Attributes:
        excuses: for each check that has some, by its id, the wordings of its `unless`.
        options: the wordings that speak of an option, by the ids of its choice and its own.
        digest: sha256 of what the judgement depends on: rubric, lexicon, engine, pipeline.
    """

    question: str
    prompt: str
    model_answer: str
    difficulty: Difficulty
    concepts: tuple[CompiledConcept, ...]
    misconceptions: tuple[CompiledMisconception, ...]
    checks: tuple[Check, ...]
    excuses: Mapping[str, tuple[CompiledWording, ...]]
    omissions: tuple[Omission, ...]
    slots: Mapping[str, Slot]
    options: Mapping[Option, tuple[CompiledWording, ...]]
    bars: Mapping[Difficulty, LevelBars]
    book: IdeaBook
    digest: str

    @cached_property
    def surfaces(self) -> frozenset[str]:
        """Every word the rubric's authors wrote in a wording or idea."""
        return frozenset(self.book.surfaces)

    @cached_property
    def patterns(self) -> Patterns:
        """The names and phrases of the rubric's slots, ready to be found."""
        return Patterns(self.slots)


def compile_rubric(
    rubric: Rubric, lexicon: Lexicon, question: Question, model_answer: str
) -> CompiledRubric:
    """Compile a rubric that `whyboard check` has passed.

    Raises:
        ValueError: a wording or expression is broken, which the check would have told.
    """
    book = IdeaBook(rubric.ideas, lexicon.ideas, rubric.wider)
    points = deal([concept.weight for concept in rubric.concepts])
    return CompiledRubric(
        question=rubric.question,
        prompt=question.prompt,
        model_answer=model_answer,
        difficulty=question.difficulty,
        concepts=tuple(
            _concept(concept, share, book)
            for concept, share in zip(rubric.concepts, points, strict=True)
        ),
        misconceptions=tuple(
            CompiledMisconception(each, _all(each.claim, book), _all(each.unless, book))
            for each in rubric.misconceptions
        ),
        checks=rubric.checks,
        excuses={each.id: _all(each.unless, book) for each in rubric.checks if each.unless},
        omissions=rubric.omissions,
        slots=MappingProxyType({**lexicon.slots, **rubric.slots}),
        options={
            (choice, option): _all(texts, book)
            for choice, options in rubric.choices.items()
            for option, texts in options.items()
        },
        bars=bars_of(rubric.bars, question.difficulty),
        book=book,
        digest=judgement_digest(rubric, lexicon),
    )


def _concept(concept: Concept, points: int, book: IdeaBook) -> CompiledConcept:
    facets = tuple(
        CompiledFacet(name, each.label, _all(each.says, book), _all(each.adds, book), each.set)
        for name, each in concept.facets.items()
    )
    return CompiledConcept(
        source=concept,
        points=points,
        mentioned=_all(concept.mentioned, book),
        facets=facets,
        explained=parse_facet_expression(concept.explained),
        against=_all(concept.against, book),
        against_unless=_all(concept.against_unless, book),
        unless=_all(concept.unless, book),
    )


def _all(wordings: Iterable[str], book: IdeaBook) -> tuple[CompiledWording, ...]:
    compiled = (compile_wording(each, book) for each in wordings)
    return tuple(each for each in compiled if each.needs)


def judgement_digest(rubric: Rubric, lexicon: Lexicon) -> str:
    """Return a sum of what a judgement depends on; the order of keys in the files is nothing."""
    content = [
        ENGINE,
        PIPELINE,
        rubric.model_dump(mode="json", by_alias=True),
        lexicon.model_dump(mode="json"),
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
