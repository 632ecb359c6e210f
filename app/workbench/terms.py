"""The terms of a text: noun phrases whose words one paragraph uses and others hardly do."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from app.engine.phrases import NEGATORS
from app.engine.reading import Token
from app.engine.wordings import STOP_WORDS
from app.engine.words import stem
from app.workbench.missed import GENERAL

LONGEST_TERM = 3
"""Words: "unclean leader election"; longer noun phrases are sentences in disguise."""

TERM_WORTH = {1: 1.0, 2: 2.0, 3: 2.3}
"""What a sentence counts for a term of so many words: two words name a notion, one rarely does."""

SENTENCES_A_TERM = 3
"""Sentences of a paragraph for which one term is chosen: a notion, its reason, its price."""

NAMES = frozenset({"NOUN", "PROPN"})
BEFORE_NAMES = NAMES | {"ADJ"}
Term = tuple[str, ...]
"""Word families, in order."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the model answer.

    Attributes:
        heading: what stands above it, "" if nothing does.
    """

    number: int
    paragraph: int
    heading: str
    text: str
    tokens: tuple[Token, ...]


def families(sentence: Sentence) -> set[str]:
    """The word families of a sentence."""
    return {token.stem for token in sentence.tokens if token.stem}


@dataclass(frozen=True, slots=True)
class _Unit:
    """A word, or several joined by hyphens: "in-sync"."""

    text: str
    stems: Term
    pos: str


def terms(sentence: Sentence) -> Iterator[tuple[Term, str]]:
    """Yield the noun phrases of a sentence, and what ends them, with their spelling."""
    run: list[_Unit] = []
    for unit in (*_units(sentence.tokens), None):
        if unit is not None and unit.pos in BEFORE_NAMES:
            run.append(unit)
            continue
        while run and run[-1].pos not in NAMES:
            run.pop()
        for start in range(max(0, len(run) - LONGEST_TERM), len(run)):
            words = run[start:]
            stems = tuple(stem_ for each in words for stem_ in each.stems)
            yield stems, " ".join(each.text for each in words)
        run = []


def _units(tokens: Sequence[Token]) -> Iterator[_Unit]:
    """Yield words, some joined by hyphens; what cannot be part of a term has no part of speech."""
    at = 0
    while at < len(tokens):
        joined = [tokens[at]]
        while _hyphen_behind(tokens, at):
            joined.append(tokens[at + 2])
            at += 2
        at += 1
        names = all(_may_name(each) for each in joined)
        if len(joined) > 1:
            names = all(each.text.isalpha() for each in joined)
        pos = joined[-1].pos if joined[-1].pos in NAMES or len(joined) == 1 else "ADJ"
        stems = tuple(each.stem for each in joined if each.stem)
        yield _Unit("-".join(each.text for each in joined), stems, pos if names else "")


def _hyphen_behind(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a hyphen joins the word at `at` to the next without space."""
    three = tokens[at : at + 3]
    if len(three) < 3 or three[1].text != "-":
        return False
    return three[0].end == three[1].start and three[1].end == three[2].start


def _may_name(token: Token) -> bool:
    plain = token.text.replace(".", "").replace("_", "").isalpha()
    return token.pos in BEFORE_NAMES and plain and is_content(token)


def is_content(token: Token) -> bool:
    """Tell whether a word may carry a meaning of its own."""
    small = token.text in STOP_WORDS | NEGATORS | GENERAL
    return bool(token.stem) and len(token.text) > 1 and not small and token.number is None


def terms_of(paragraph: Sequence[Sentence], homes: Mapping[str, int], among: int) -> list[Term]:
    """Return the terms that a paragraph is about: each the best for what is left of it.

    Args:
        homes: how many paragraphs hold a word family, of as many as `among` says.
    """
    holds = {each.number: {term for term, _ in terms(each)} for each in paragraph}
    here = Counter(family for each in paragraph for family in families(each))
    heading = {stem(word) for word in re.findall(r"\w+", paragraph[0].heading.lower())}

    def worth(term: Term) -> float:
        own = [(here[each] + (each in heading)) * log((1 + among) / homes[each]) for each in term]
        return TERM_WORTH[min(len(term), LONGEST_TERM)] * sum(own) / len(own)

    left, chosen = set(holds), list[Term]()
    for _ in range(max(1, round(len(paragraph) / SENTENCES_A_TERM))):
        counts = Counter(term for number in left for term in holds[number])
        best = max(counts, key=lambda t: (counts[t] * worth(t), len(t), t), default=None)
        if best is None:
            break
        chosen.append(best)
        left -= {number for number in left if best in holds[number]}
    return chosen


def families_of(paragraph: Sequence[Sentence]) -> set[str]:
    """The word families of a paragraph."""
    return {family for each in paragraph for family in families(each)}
