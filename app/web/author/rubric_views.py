"""A rubric in readable form: what each concept asks for, in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.content.facet_expression import And, AtLeast, Expr, Name, Or, parse_facet_expression
from app.content.rubric import Concept, Rubric
from app.web.wording import title_of

WEIGHTS = {1: "bonus", 2: "important", 3: "core"}
"""What the weights are called."""


@dataclass(frozen=True, slots=True)
class ConceptReading:
    """One concept as a reader understands it.

    Attributes:
        needs: which of its parts explain it, in words.
    """

    concept: Concept
    weight: str
    needs: str


@dataclass(frozen=True, slots=True)
class AreaReading:
    """The concepts of one area."""

    name: str
    concepts: tuple[ConceptReading, ...]


@dataclass(frozen=True, slots=True)
class RubricReading:
    """A rubric in readable form.

    Attributes:
        points: the weights added up.
    """

    rubric: Rubric
    areas: tuple[AreaReading, ...]
    points: int


def rubric_reading(rubric: Rubric) -> RubricReading:
    """The rubric by areas, in the order in which it names them."""
    by_area: dict[str, list[ConceptReading]] = {}
    for concept in rubric.concepts:
        by_area.setdefault(concept.area, []).append(_reading(concept))
    return RubricReading(
        rubric=rubric,
        areas=tuple(AreaReading(title_of(name), tuple(own)) for name, own in by_area.items()),
        points=sum(concept.weight for concept in rubric.concepts),
    )


def _reading(concept: Concept) -> ConceptReading:
    labels = {id_: facet.label for id_, facet in concept.facets.items()}
    needs = in_words(parse_facet_expression(concept.explained), labels)
    return ConceptReading(concept, WEIGHTS[concept.weight], needs)


def in_words(expression: Expr, labels: Mapping[str, str], *, inner: bool = False) -> str:
    """An expression over facets as a sentence: `a and (b or c)` with their labels.

    Args:
        inner: it stands in another one, so what it joins is put in brackets.
    """
    match expression:
        case Name(id):
            return f"\u201c{labels.get(id, id)}\u201d"
        case AtLeast(count, parts):
            told = "; ".join(in_words(part, labels, inner=True) for part in parts)
            return f"{count} of these {len(parts)}: {told}" if not inner else f"({count} of {told})"
        case And(parts) | Or(parts):
            word = " and " if isinstance(expression, And) else " or "
            told = word.join(in_words(part, labels, inner=True) for part in parts)
            return f"({told})" if inner else told
