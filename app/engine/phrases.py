"""Phrases to look for: what an author wrote, as word families in order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from app.engine.canonical import canonicalise
from app.engine.tokens import parts, tokenise
from app.engine.words import stem

ANY_NUMBER = "#"
"""Stands for a number in a phrase."""

MOST_BETWEEN = 2
"""Other words that may stand between two words of a phrase ("falls *too far* behind")."""

ARTICLES = frozenset(["a", "an", "the"])
NEGATORS = frozenset("not n't no never without nothing nobody none neither nor".split())

_SMALL = frozenset(
    map(
        stem,
        "this that for from per each all so just simply one on yet it them if is are was be been "
        "do does did has have had can could may must will would should to of in at by with".split(),
    )
)
"""Word families that are negated here and there in any text: they must stand as written."""


@dataclass(frozen=True, slots=True)
class Families:
    """A phrase as word families.

    Attributes:
        stems: in order; `ANY_NUMBER` for a number.
        negated: the phrase holds a negator ("not caught up"), so its words must be negated.
        exact: no other words may stand between.
        literal: its negators stand among the stems ("no matter how", "never"), so whether its
            words are negated is settled.
        wider: it means its idea in company only.
    """

    stems: tuple[str, ...]
    negated: bool = False
    exact: bool = False
    literal: bool = False
    wider: bool = False


def words_of(text: str) -> list[str]:
    """Return the canonical words of authored text, names taken apart, articles dropped."""
    return list(_words_of(text))


@lru_cache(maxsize=50_000)  # a bank's phrases: each is read when compiled, linted, compiled again
def _words_of(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for index, chunk in enumerate(text.split("<n>")):
        if index:
            found.append(ANY_NUMBER)
        canonical = canonicalise(chunk, 0, len(chunk))
        every = (part for token in tokenise(canonical.text) for part in parts(token.text))
        found += [part for part in every if part not in ARTICLES]
    return tuple(found)


@lru_cache(maxsize=50_000)
def families_of(phrase: str, *, exact: bool = False) -> tuple[Families, ...]:
    """Return what to look for: nothing, the phrase, or with a negator its two ways of standing.

    "does not matter" is found as these very words, and wherever "matter" is negated.
    """
    words = words_of(phrase)
    every = _stems(words)
    if not every:
        return ()
    if NEGATORS.isdisjoint(words):
        return (Families(every, exact=exact),)
    as_written = Families(every, exact=exact, literal=True)
    denied = _stems(word for word in words if word not in NEGATORS)
    # "all or nothing" denies nothing; who writes "not for this" means these words
    if _SMALL.issuperset(denied) or words[-2:] == ["or", "nothing"]:
        return (as_written,)
    return (as_written, Families(denied, negated=True, exact=exact))


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    stems = (ANY_NUMBER if word == ANY_NUMBER else stem(word) for word in words)
    return tuple(each for each in stems if each)


@dataclass(slots=True)
class PhraseBook:
    """All phrases of a rubric, found by their first word family."""

    _by_first: dict[str, dict[tuple[str, Families], None]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def add(self, key: str, phrases: Iterable[Families]) -> None:
        """Look for `phrases` from now on, and report them under `key`."""
        for phrase in phrases:
            self._by_first[phrase.stems[0]].setdefault((key, phrase))

    def starting_with(self, family: str) -> Iterator[tuple[str, Families]]:
        """Yield every key and phrase that begins with a word family."""
        yield from self._by_first.get(family, ())

    def sizes(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """Return how many phrases begin with each word family, and how many words they have."""
        counts = {family: len(entries) for family, entries in self._by_first.items()}
        words = {
            family: sum(len(phrase.stems) for _, phrase in entries)
            for family, entries in self._by_first.items()
        }
        return counts, words
