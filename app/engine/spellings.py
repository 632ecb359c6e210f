"""How authors spell names, phrases and choices of slots, cut into words as answers are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.content.rubric import Slot
from app.engine.quantities import Quantity
from app.engine.reading import Token
from app.engine.tokens import tokenise

NUMBER = "<n>"


@dataclass(frozen=True, slots=True)
class Found:
    """What a number or choice beside a name, or inside a phrase, says: tokens [first, last)."""

    first: int
    last: int
    quantity: Quantity | None
    choice: str | None


@lru_cache(maxsize=5_000)
def words_of(text: str) -> tuple[str, ...]:
    """Cut an author's name, phrase or value into words, as answers are cut; `<n>` stays whole."""
    words: list[str] = []
    for index, piece in enumerate(text.lower().split(NUMBER)):
        words += [NUMBER] if index else []
        words += [token.text for token in tokenise(piece)]
    return tuple(words)


@dataclass(frozen=True, slots=True)
class Choices:
    """The spellings of a slot's choices, by their first word and by themselves in one word."""

    filed: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]

    @classmethod
    def of(cls, slot: Slot) -> "Choices":
        """File the choices of a slot; a choice's key is a word for itself."""
        filed: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for choice, spellings in slot.values.items():
            for words in map(words_of, (choice, *spellings)):
                for key in dict.fromkeys((*words[:1], "".join(words))):
                    filed[key].append((words, choice))
        return cls(filed)

    @property
    def first_words(self) -> Iterable[str]:
        """The words at which a choice may begin."""
        return self.filed

    def at(self, tokens: Sequence[Token], index: int) -> Found | None:
        """Return the choice whose longest spelling stands at this token."""
        found: Found | None = None
        for words, choice in self.filed.get(tokens[index].text, ()):
            last = _spelt(tokens, index, words)
            if last > (found.last if found else index):
                found = Found(index, last, None, choice)
        return found


def _spelt(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> int:
    """Return the token behind the words that stand at a token, 0 if they do not."""
    if "".join(words) == tokens[index].text:
        return index + 1
    there = tokens[index : index + len(words)]
    return index + len(words) if [token.text for token in there] == list(words) else 0
