"""A drafted rubric as YAML: what was guessed filled in, what only an author knows left empty."""

import json
import re
from collections.abc import Iterator, Sequence

from app.content.skeleton import SCHEMA_LINE
from app.workbench.draft import MOST_POINTS, Draft, DraftConcept
from app.workbench.draft_wordings import Point, slug

MARK = "DRAFT"
"""Stands in the first line of every draft."""

_HEAD = f"""\
{SCHEMA_LINE}
# {MARK}, made from a model answer by a program that understands nothing: every line is a guess.
# Keep the concepts you would ask for, merge or drop the others, give each its weight, put everyday
# words into its idea and fill in what is empty: `whyboard check` names each place that still is."""

_PLAIN = re.compile(r"[A-Za-z<][A-Za-z0-9 .,'/()<>_-]*")
_NOT_TEXT = frozenset("yes no on off true false null y n".split())

LABEL = 90
"""Characters of a facet's label: the report shows it in one line."""


def draft_text(draft: Draft, question: str) -> str:
    """The file of a drafted rubric for a question."""
    return "\n".join(_lines(draft, question)) + "\n"


def _lines(draft: Draft, question: str) -> Iterator[str]:
    yield _HEAD
    yield f"question: {question}"
    yield ""
    yield "# The terms of the text, as it spells them; add twenty everyday ways of saying each."
    yield "ideas:"
    names = _names(draft.concepts)
    for concept, name in zip(draft.concepts, names, strict=True):
        more = ", ".join(f"<{idea}>" for idea in concept.lexicon)
        note = f"  # the lexicon has more words: {more}" if more else ""
        yield f"  {name}: [{', '.join(map(_scalar, concept.forms))}]{note}"
    yield ""
    if draft.numbers:
        yield "# Numbers and settings of the text, for checks (docs/rubric-language.md):"
        yield from (f"#   {found}" for found in draft.numbers)
        yield ""
    yield "concepts:"
    for place, (concept, name) in enumerate(zip(draft.concepts, names, strict=True)):
        yield from _concept(concept, name, _weight(place, draft.concepts))
    if draft.unplaced:
        yield "# Sentences that no term explains; a concept may be missing:"
        yield from (f"#   {sentence}" for sentence in draft.unplaced)
        yield ""
    yield "samples:"
    yield "  - level: 4"
    yield f"    answer: {json.dumps(draft.answer.strip(), ensure_ascii=False)}"


def _names(concepts: Sequence[DraftConcept]) -> list[str]:
    """Return an id for each concept, no two alike."""
    names: list[str] = []
    for concept in concepts:
        name, count = slug(concept.term), 2
        while name in names:
            name, count = f"{slug(concept.term)}-{count}", count + 1
        names.append(name)
    return names


def _weight(place: int, concepts: Sequence[DraftConcept]) -> int:
    """Return 3 for the third with most sentences, 1 for that with fewest."""
    ranked = sorted(range(len(concepts)), key=lambda each: -len(concepts[each].points))
    return 3 - 3 * ranked.index(place) // len(concepts)


def _concept(concept: DraftConcept, name: str, weight: int) -> Iterator[str]:
    points = _facets(concept.points)
    yield f"  - id: {name}"
    yield f"    name: {_scalar(concept.term.capitalize())}"
    yield f"    area: {slug(concept.area) if concept.area else 'design'}"
    yield f"    weight: {weight}  # by the number of its sentences; yours to judge"
    yield "    mentioned:"
    alone = "" if " " in concept.term else "  # a single word is rarely enough: add another idea"
    yield f"      - <{name}>{alone}"
    yield "    facets:"
    for place, point in enumerate(points, 1):
        yield f"      point-{place}:"
        yield f"        label: {_scalar(_short(point.sentence))}"
        yield from _says(point, name)
    yield f"    explained: {_explained(len(points))}"
    yield "    why:  # why it matters"
    yield "    follow_up:  # what an interviewer would ask next"
    yield f"    model: {_scalar(' '.join(point.sentence for point in points[:2]))}"
    yield "    source:  # where it can be checked"
    yield '    "yes":'
    named = [point for point in points if point.holds_term]
    yield from (f"      - {_scalar(point.sentence[:400])}" for point in named)
    yield from ["      -"] * (2 - len(named))
    yield '    "no":  # near misses, which only you can think of'
    yield "      -"
    yield "      -"
    yield ""


def _facets(points: Sequence[Point]) -> Sequence[Point]:
    """Return the sentences that become facets: those that a wording finds, if any does."""
    found = [point for point in points if point.words]
    return (found or list(points))[:MOST_POINTS]


def _says(point: Point, name: str) -> Iterator[str]:
    if point.words is None:
        yield "        says:"
        yield f"          -  # no wording of its own words finds it: <{name}> and what?"
    elif point.holds_term:
        yield "        says:"
        yield f"          - {_scalar(f'<{name}> {point.words}')}"
    else:
        yield "        adds:  # it does not name the concept, so it counts only near a mention"
        yield f"          - {_scalar(point.words)}"


def _explained(count: int) -> str:
    names = [f"point-{place}" for place in range(1, count + 1)]
    return f"2 of ({', '.join(names)})" if count > 2 else " or ".join(names)


def _short(sentence: str) -> str:
    if len(sentence) <= LABEL:
        return sentence.rstrip(".")
    return sentence[: LABEL - 3].rsplit(" ", 1)[0] + "..."


def _scalar(text: str) -> str:
    """The text as one YAML value on one line."""
    plain = _PLAIN.fullmatch(text) and not text.endswith((" ", ":")) and "," not in text
    return text if plain and text.lower() not in _NOT_TEXT else json.dumps(text, ensure_ascii=False)
