"""Phrases to look for: what an author wrote, as word families in order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.engine.canonical import canonicalise
from app.engine.tokens import parts, tokenise
from app.engine.words import stem

ANY_NUMBER = "#"
"""Stands for a number in a phrase."""

MOST_BETWEEN = 2
"""Other words that may stand between two words of a phrase ("falls *too far* behind")."""

ARTICLES = frozenset(["a", "an", "the"])
NEGATORS = frozenset("not n't no never without nothing nobody none neither nor".split())


@dataclass(frozen=True, slots=True)
class Families:
    """A phrase as word families.

    Attributes:
        stems: in order; `ANY_NUMBER` for a number.
        negated: the phrase holds a negator ("not caught up"), so its words must be negated.
        exact: no other words may stand between.
    """

    stems: tuple[str, ...]
    negated: bool = False
    exact: bool = False


def words_of(text: str) -> list[str]:
    """Return the canonical words of authored text, names taken apart, articles dropped."""
    found: list[str] = []
    for index, chunk in enumerate(text.split("<n>")):
        if index:
            found.append(ANY_NUMBER)
        canonical = canonicalise(chunk, 0, len(chunk))
        every = (part for token in tokenise(canonical.text) for part in parts(token.text))
        found += [part for part in every if part not in ARTICLES]
    return found


def families_of(phrase: str, *, exact: bool = False) -> Families | None:
    """Return the families of a phrase, or None if nothing of it can be looked for."""
    words = words_of(phrase)
    kept = [word for word in words if word not in NEGATORS] or words
    if words[-2:] == ["or", "nothing"]:
        kept = words  # "all or nothing" denies nothing
    stems = tuple(ANY_NUMBER if word == ANY_NUMBER else stem(word) for word in kept)
    stems = tuple(each for each in stems if each)
    if not stems:
        return None
    return Families(stems, negated=len(kept) < len(words), exact=exact)


@dataclass(slots=True)
class PhraseBook:
    """All phrases of a rubric, found by their first word family."""

    _by_first: dict[str, list[tuple[str, Families]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, key: str, phrases: Iterable[Families]) -> None:
        """Look for `phrases` from now on, and report them under `key`."""
        for phrase in phrases:
            entry = (key, phrase)
            if entry not in self._by_first[phrase.stems[0]]:
                self._by_first[phrase.stems[0]].append(entry)

    def starting_with(self, family: str) -> Iterator[tuple[str, Families]]:
        """Yield every key and phrase that begins with a word family."""
        yield from self._by_first.get(family, ())
