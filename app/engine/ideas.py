"""The ideas a rubric may use, and the patterns of those that it does use."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.content.rubric import ScopedIdea
from app.engine.phrases import ANY_NUMBER, Families, PhraseBook, families_of, words_of
from app.engine.words import stem

IdeaContent = tuple[str, ...] | ScopedIdea


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an idea's words have its sense: keys that must, and must not, share its sentence."""

    of: frozenset[str] = frozenset()
    not_of: frozenset[str] = frozenset()
    either: bool = False


@dataclass(slots=True)
class IdeaBook:
    """The ideas a rubric may name; `patterns` holds those in use.

    Attributes:
        own: the rubric's ideas: a plain word of a wording that one of them lists stands for it.
        shared: the lexicon's: used only by name (`<replica>`), so that a word added to the
            lexicon never changes what another rubric's sentence means.
        wider: more words for ideas, which mean them in company only; no wording's plain word
            stands for an idea because of them.
    """

    own: Mapping[str, IdeaContent]
    shared: Mapping[str, IdeaContent] = field(default_factory=dict)
    wider: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    patterns: PhraseBook = field(default_factory=PhraseBook)
    scopes: dict[str, Scope] = field(default_factory=dict)
    surfaces: set[str] = field(default_factory=set)
    _names: dict[tuple[str, ...], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for idea, content in self.own.items():
            for phrase in (idea.replace("-", " "), *_phrases(content)):
                self._names.setdefault(_stems(words_of(phrase)), idea)
        self.patterns.add(ANY_NUMBER, [Families((ANY_NUMBER,))])  # what `<n>` in a wording finds

    def named_by(self, words: tuple[str, ...]) -> str | None:
        """Return the first listed idea that has these words as a phrase or as its id."""
        return self._names.get(_stems(list(words)))

    def use_idea(self, idea: str) -> str:
        """Return the key of an idea, after registering its phrases."""
        key = f"idea:{idea}"
        if key not in self.scopes:
            content = self._content(idea)
            self.scopes[key] = Scope()  # ends a circle of scopes that name one another
            self._register(key, _phrases(content))
            self._register_wider(key, self.wider.get(idea, ()))
            self.scopes[key] = self._scope(content)
        return key

    def use_word(self, word: str) -> str:
        """Return the key of one word family."""
        key = f"word:{stem(word)}"
        self._register(key, (word,))
        return key

    def use_number(self) -> str:
        """Return the key of any number."""
        self.patterns.add(ANY_NUMBER, [Families((ANY_NUMBER,))])
        return ANY_NUMBER

    def use_phrase(self, phrase: str) -> str:
        """Return the key of exactly these words in this order."""
        key = f'"{" ".join(_stems(words_of(phrase)))}"'
        self._register(key, (phrase,), exact=True)
        return key

    def _register(self, key: str, phrases: tuple[str, ...], *, exact: bool = False) -> None:
        for each in phrases:
            self.patterns.add(key, families_of(each, exact=exact or each.startswith('"')))
        for phrase in phrases:
            self.surfaces.update(words_of(phrase))

    def _register_wider(self, key: str, phrases: tuple[str, ...]) -> None:
        for each in phrases:
            families = families_of(each, exact=each.startswith('"'))
            self.patterns.add(key, (replace(family, wider=True) for family in families))

    def _scope(self, content: IdeaContent) -> Scope:
        if not isinstance(content, ScopedIdea):
            return Scope()
        of = frozenset(self._word_or_idea(each) for each in content.of)
        not_of = frozenset(self._word_or_idea(each) for each in content.not_of)
        return Scope(of, not_of, content.either)

    def _word_or_idea(self, text: str) -> str:
        name = text.strip("<>")
        known = name in self.own or name in self.shared
        return self.use_idea(name) if known else self.use_phrase(text)

    def _content(self, idea: str) -> IdeaContent:
        return self.own[idea] if idea in self.own else self.shared[idea]


def _phrases(content: IdeaContent) -> tuple[str, ...]:
    return content.words if isinstance(content, ScopedIdea) else content


def _stems(words: list[str]) -> tuple[str, ...]:
    return tuple(ANY_NUMBER if word == ANY_NUMBER else stem(word) for word in words)
