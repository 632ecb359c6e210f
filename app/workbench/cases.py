"""The texts that a rubric can be tried on, each with what is expected of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.content.question import Question, model_answer
from app.content.rubric import Check, Concept, Misconception, Rubric
from app.engine.report import Standing
from app.evaluation.gold import Gold, GoldAnswer, GoldPair
from app.evaluation.judged import COVERED, Judged

Expected = frozenset[Standing]
"""Standings that would be right: several where readers differ."""

EXPLAINED: Expected = frozenset({"explained"})
ABSENT: Expected = frozenset({"missing", "contradicted"})

PAIRS: Mapping[str, Expected] = {
    "explained": EXPLAINED,
    "mentioned": frozenset({"mentioned"}),
    "absent": ABSENT,
}


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what is expected of it; what is not named is not expected either way.

    Attributes:
        label: how authors recognise it: "copies yes 1", "sample 2", the id of an answer.
        standings: by concept.
        flags: for misconceptions and checks, whether they must be flagged.
        quotes: for a concept or misconception, the words that a reader pointed at.
    """

    label: str
    text: str
    standings: Mapping[str, Expected] = field(default_factory=dict)
    flags: Mapping[str, bool] = field(default_factory=dict)
    quotes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def cases_of(question: Question, rubric: Rubric, gold: Gold | None = None) -> Iterator[Case]:
    """Yield the rubric's own texts, the model answer, and the gold texts of the half `build`."""
    for concept in rubric.concepts:
        yield from _of_concept(concept)
    for item in flaggable(rubric):
        yield from _of_flag(item)
    yield from _samples(rubric)
    answer = {concept.id: EXPLAINED for concept in rubric.concepts}
    yield Case("model answer", model_answer(question), answer, _flags(rubric, frozenset()))
    if gold is not None:
        labelled = gold.only("build", question.id)
        yield from (_of_answer(each, rubric) for each in labelled.answers)
        yield from (_of_pair(place, each) for place, each in enumerate(labelled.pairs, 1))


def _of_concept(concept: Concept) -> Iterator[Case]:
    for place, text in enumerate(concept.yes, 1):
        yield Case(f"{concept.id} yes {place}", text, {concept.id: COVERED})
    for place, text in enumerate(concept.no, 1):
        yield Case(f"{concept.id} no {place}", text, {concept.id: ABSENT})
    yield Case(f"{concept.id} model", concept.model, {concept.id: EXPLAINED})
    for place, text in enumerate(concept.alternatives, 1):
        yield Case(f"{concept.id} alternative {place}", text, {concept.id: EXPLAINED})


def _of_flag(item: Misconception | Check) -> Iterator[Case]:
    for place, text in enumerate(item.yes, 1):
        yield Case(f"{item.id} yes {place}", text, flags={item.id: True})
    for place, text in enumerate(item.no, 1):
        yield Case(f"{item.id} no {place}", text, flags={item.id: False})


def _samples(rubric: Rubric) -> Iterator[Case]:
    for place, sample in enumerate(rubric.samples, 1):
        standings = {id_: frozenset({standing}) for id_, standing in sample.concepts.items()}
        flags = _flags(rubric, frozenset(sample.flags))
        yield Case(f"sample {place}", sample.answer, standings, flags)


def flaggable(rubric: Rubric) -> tuple[Misconception | Check, ...]:
    """The misconceptions and checks of a rubric."""
    return (*rubric.misconceptions, *rubric.checks)


def _flags(rubric: Rubric, raised: frozenset[str]) -> Mapping[str, bool]:
    return {item.id: item.id in raised for item in flaggable(rubric)}


def _of_answer(answer: GoldAnswer, rubric: Rubric) -> Case:
    concepts = [each.id for each in rubric.concepts if each.id in answer.readers[0].standings]
    standings = {
        id_: frozenset(reader.standings.get(id_, "missing") for reader in answer.readers)
        for id_ in concepts
    }
    quotes: dict[str, tuple[str, ...]] = {}
    for reader in answer.readers:
        for id_, quote in (*reader.evidence.items(), *reader.misconceptions.items()):
            if quote and quote not in quotes.get(id_, ()):
                quotes[id_] = (*quotes.get(id_, ()), quote)
    flags = {item.id: item.id in answer.misconceptions for item in rubric.misconceptions}
    return Case(answer.id, answer.text, standings, flags, quotes)


def _of_pair(place: int, pair: GoldPair) -> Case:
    label = f"pair {place}"
    if pair.expect in PAIRS:
        return Case(label, pair.text, {pair.target: PAIRS[pair.expect]})
    return Case(label, pair.text, flags={pair.target: pair.expect == "asserted"})


@dataclass(frozen=True, slots=True)
class Target:
    """A concept, misconception or check: what texts may be wanted to count for.

    Attributes:
        sentences: the author's own about it.
        parts: where its wordings stand that make it count.
    """

    id: str
    sentences: tuple[str, ...]
    parts: frozenset[str]
    is_flag: bool

    @classmethod
    def of(cls, item: Concept | Misconception | Check) -> "Target":
        """Make one."""
        if isinstance(item, Concept):
            own = (item.name, item.model, item.why, *item.yes)
            return cls(item.id, own, frozenset({"mentioned", *item.facets}), is_flag=False)
        return cls(item.id, item.yes, frozenset({"claim"}), is_flag=True)

    def wanted(self, case: Case) -> bool | None:
        """Tell whether a text must count, must not, or may do either."""
        if self.is_flag:
            return case.flags.get(self.id)
        expected = case.standings.get(self.id)
        if expected is None or not (expected <= COVERED or expected <= ABSENT):
            return None
        return expected <= COVERED

    def counted(self, said: Judged) -> bool:
        """Tell whether a text has counted."""
        return self.id in said.flags if self.is_flag else said.covers(self.id)
