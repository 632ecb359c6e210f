"""Sentences that should have counted for a concept and did not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.engine.phrases import NEGATORS, words_of
from app.engine.wordings import STOP_WORDS
from app.engine.words import stem
from app.evaluation.judged import Judged
from app.evaluation.mutants import sentences
from app.workbench.cases import Case, Target
from app.workbench.firing import Firing

ALIKE = 2
"""Word families that a sentence of a long answer shares with the author's own texts, at least,
to be taken for the one that should have counted."""

SHORT = 2
"""Sentences up to which a text is taken whole: pairs and yes sentences speak of one thing."""


GENERAL = frozenset(
    "each every all most many more one two both other another same only even still yet already now "
    "here there where when while because since until before after again how why if though although "
    "maybe perhaps really quite actually basically always often usually ever else let like get got "
    "make makes made use uses used using want need needs say says said see way thing things lot "
    "okay well first second next last new own per via without".split()
)
"""Words that a sentence about anything may hold, beside those that wordings drop."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A sentence that should have counted.

    Attributes:
        case: the label of its text.
        words: its content words, as written.
    """

    case: str
    sentence: str
    words: tuple[str, ...]


def missed_sentences(
    target: Target, cases: Sequence[tuple[Case, Judged]], firing: Firing
) -> Iterator[Missed]:
    """Yield for each text that should count and does not the words that should.

    Texts in which a wording stands already are left out: there it does not count (a bare list of
    terms, something denied or asked), and no further wording would.
    """
    own = own_families(target)
    for case, said in cases:
        if target.wanted(case) and not target.counted(said) and not _stands(target, case, firing):
            for sentence in _telling(case, target, own):
                words = tuple(dict.fromkeys(content_words(sentence)))
                yield Missed(case.label, sentence, words)


def content_words(text: str) -> Iterator[str]:
    """Yield the words of a text that may carry a meaning of their own."""
    for word in words_of(text):
        if word not in STOP_WORDS | NEGATORS | GENERAL and len(word) > 2 and word.isalpha():
            yield word


def own_families(target: Target) -> frozenset[str]:
    """The word families that an author's own sentences about something use."""
    return _families(" ".join(target.sentences))


def _stands(target: Target, case: Case, firing: Firing) -> bool:
    fired = firing.fired(firing.matcher(case.text))
    return any(each.owner == target.id and each.part in target.parts for each in fired)


def _telling(case: Case, target: Target, own: frozenset[str]) -> Iterator[str]:
    if case.quotes.get(target.id):
        yield from case.quotes[target.id]
        return
    every = sentences(case.text)
    if len(every) <= SHORT:
        yield case.text
        return
    best = max(every, key=lambda each: len(own & _families(each)))
    if len(own & _families(best)) >= ALIKE:
        yield best


def _families(text: str) -> frozenset[str]:
    return frozenset(map(stem, content_words(text)))
