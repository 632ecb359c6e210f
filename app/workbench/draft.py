"""A rubric guessed from a model answer: its terms, and its sentences gathered under them.

Nothing is learned or looked up: terms are noun phrases whose words one paragraph uses and others
hardly do, so the same text always gives the same draft.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.engine.door import admit
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.reading import Reading
from app.engine.words import stem
from app.workbench.draft_wordings import Point, Topic, WordingWriter
from app.workbench.terms import (
    Sentence,
    Term,
    families,
    families_of,
    terms,
    terms_of,
)

MOST_CONCEPTS = 14
"""As many as the largest rubrics have; more than fifteen nobody can weigh."""

MOST_POINTS = 4
"""Sentences of one concept that become facets; the rest stays with its samples."""

_CONTROL = re.compile(r"[^\S\n\t ]|[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""What a content file may not hold, and white space that other tools take for a new line."""


@dataclass(frozen=True, slots=True)
class DraftConcept:
    """A candidate: a term and the sentences it explains.

    Attributes:
        forms: the term as the text spells it, the most frequent first.
        area: the heading it stands under, "" if there is none.
        lexicon: ideas of the lexicon that hold the term, which have more words for it.
    """

    term: str
    forms: tuple[str, ...]
    area: str
    points: tuple[Point, ...]
    lexicon: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What was guessed.

    Attributes:
        numbers: stretches with a number or a setting, which checks may read.
        unplaced: sentences that no term explains.
    """

    answer: str
    concepts: tuple[DraftConcept, ...]
    numbers: tuple[str, ...]
    unplaced: tuple[str, ...]


def draft(text: str, pipeline: Pipeline, lexicon: Mapping[str, Sequence[str]]) -> Draft:
    """Guess a rubric from a model answer.

    Args:
        lexicon: the phrases of each shared idea.

    Raises:
        TooLong: the text has more than 20,000 code points.
    """
    answer = admit(_CONTROL.sub(" ", text))
    sentences = list(_sentences(read(answer, pipeline)))
    chosen = _chosen(sentences)
    writer = WordingWriter(Counter(t for each in sentences for t in families(each)), pipeline)
    holders = _holders(lexicon)
    concepts = tuple(
        DraftConcept(
            term=topic.forms[0],
            forms=topic.forms,
            area=_usual(each.heading for each in topic.sentences),
            points=tuple(writer.point(each, topic) for each in topic.sentences),
            lexicon=tuple(holders.get(topic.term, ())),
        )
        for topic in chosen
    )
    placed = {each.number for topic in chosen for each in topic.sentences}
    unplaced = tuple(each.text for each in sentences if each.number not in placed)
    numbers = tuple(dict.fromkeys(found for each in sentences for found in _numbers(each)))
    return Draft(answer, concepts, numbers, unplaced)


def _usual(texts: Iterable[str]) -> str:
    """Return the text that stands most often, "" if there is none."""
    return next((text for text, _ in Counter(filter(None, texts)).most_common(1)), "")


def _sentences(reading: Reading) -> Iterator[Sentence]:
    """Yield the sentences of prose and bullets, each with the heading above it."""
    parts = defaultdict(list)
    for segment in reading.segments:
        parts[segment.sentence].append(segment)
    heading = ""
    for number, segments in sorted(parts.items()):
        text = " ".join(reading.answer[segments[0].start : segments[-1].end].split())
        if segments[0].kind == "heading":
            heading = text.strip("# ")
        elif segments[0].kind != "code":
            tokens = tuple(token for segment in segments for token in segment.tokens)
            yield Sentence(number, segments[0].paragraph, heading, text, tokens)


def _chosen(sentences: Sequence[Sentence]) -> list[Topic]:
    """Choose the terms of each paragraph, and keep those with most sentences, in their order."""
    spelt: dict[Term, Counter[str]] = defaultdict(Counter)
    for each in sentences:
        for term, form in terms(each):
            spelt[term][form] += 1
    paragraphs = [list(group) for _, group in groupby(sentences, key=lambda each: each.paragraph)]
    homes = Counter(family for every in paragraphs for family in families_of(every))
    owned: dict[Term, list[Sentence]] = defaultdict(list)
    for paragraph in paragraphs:
        for sentence, term in _dealt(paragraph, terms_of(paragraph, homes, len(paragraphs))):
            owned[term].append(sentence)
    kept = sorted(owned, key=lambda term: (-len(owned[term]), owned[term][0].number))
    kept = sorted(kept[:MOST_CONCEPTS], key=lambda term: owned[term][0].number)
    return [
        Topic(term, tuple(form for form, _ in spelt[term].most_common()), tuple(owned[term]))
        for term in kept
    ]


def _dealt(
    paragraph: Sequence[Sentence], chosen: Sequence[Term]
) -> Iterator[tuple[Sentence, Term]]:
    """Yield each sentence with the term it names, else with that of the sentence before it."""
    current = None
    waiting: list[Sentence] = []
    for sentence in paragraph:
        named = {term for term, _ in terms(sentence)}
        current = next((term for term in chosen if term in named), current)
        waiting.append(sentence)
        if current is not None:
            yield from ((each, current) for each in waiting)
            waiting = []


def _holders(lexicon: Mapping[str, Sequence[str]]) -> Mapping[Term, Sequence[str]]:
    """Return the shared ideas by the terms they hold."""
    found: dict[Term, list[str]] = defaultdict(list)
    for idea, phrases in lexicon.items():
        for phrase in (idea.replace("-", " "), *phrases):
            term = tuple(stem(word) for word in re.findall(r"[\w.]+", phrase.lower()))
            if idea not in found[term]:
                found[term].append(idea)
    return found


def _numbers(sentence: Sentence) -> Iterator[str]:
    """Yield the numbers of a sentence with the words around them."""
    for at, token in enumerate(sentence.tokens):
        if token.number is not None and token.text[:1].isdigit():
            around = sentence.tokens[max(0, at - 3) : at + 3]
            yield " ".join(each.text for each in around if each.stem or each.text in "=%")
