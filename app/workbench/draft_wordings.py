"""A sentence of a draft to the wording that the engine finds in it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.engine.ideas import IdeaBook
from app.engine.matching import Matcher
from app.engine.occurrences import find
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.reading import Token
from app.engine.wordings import compile_wording
from app.engine.words import stem
from app.workbench.terms import BEFORE_NAMES, Sentence, Term, is_content, terms

MOST_WORDS = 3
"""Words of a sentence that its wording asks for beside the term (docs: two to four ideas)."""

_TELLING = BEFORE_NAMES | {"VERB"}


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence of a concept.

    Attributes:
        words: what a wording asks for beside the term ("keeps order", "not lost"); None if the
            engine finds no such wording in the sentence.
        holds_term: the sentence names the term, so that its wording may stand alone.
    """

    sentence: str
    words: str | None
    holds_term: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """A chosen term with its spellings, the most frequent first, and its sentences."""

    term: Term
    forms: tuple[str, ...]
    sentences: tuple[Sentence, ...]


def slug(words: str) -> str:
    """Words as an id: lower case, joined by hyphens; "term" if nothing is left."""
    return "-".join(re.findall(r"[a-z0-9]+", words.lower()))[:60].strip("-") or "term"


@dataclass(frozen=True, slots=True)
class WordingWriter:
    """Writes wordings for sentences; `shares` counts the sentences that hold a word family."""

    shares: Mapping[str, int]
    pipeline: Pipeline

    def point(self, sentence: Sentence, topic: Topic) -> Point:
        """Return a sentence with the rarest words of it that the engine finds there together.

        Fewer and fewer are tried, as negation and distance may keep some from counting.
        """
        holds_term = topic.term in {term for term, _ in terms(sentence)}
        words = self._rare(sentence, topic.term)
        least = 1 if holds_term else 2
        for count in range(len(words), least - 1, -1):
            denied = [each.text for each in words[:count] if each.negated]
            plain = [each.text for each in words[:count] if not each.negated]
            text = " ".join([*plain, *(["not", *denied] if denied else [])])
            name = f"<{slug(topic.forms[0])}> " if holds_term else ""
            if _stands(name + text, topic, sentence.text, self.pipeline):
                return Point(sentence.text, text, holds_term)
        return Point(sentence.text, None, holds_term)

    def _rare(self, sentence: Sentence, term: Term) -> list[Token]:
        words: dict[str, Token] = {}
        for token in sentence.tokens:
            if token.pos in _TELLING and is_content(token) and token.stem not in term:
                words.setdefault(token.stem, token)
        rare = sorted(words.values(), key=lambda t: (t.negated, self.shares[t.stem], t.start))
        return sorted(rare[:MOST_WORDS], key=lambda t: (t.negated, t.start))


def _stands(wording: str, topic: Topic, text: str, pipeline: Pipeline) -> bool:
    book = IdeaBook({slug(topic.forms[0]): topic.forms})
    compiled = compile_wording(wording, book)
    reading = read(text, pipeline)
    matcher = Matcher.of(reading, find(reading, book, stem), book.scopes)
    return bool(matcher.matches([compiled]))
