"""The grammar of a wording: text to words, ideas, numbers, phrases and alternatives."""

import re
from dataclasses import dataclass
from functools import lru_cache

NUMBER = "n"
"""The name between angle brackets that stands for any number."""

TRAILING_MARKS = ",.;:!?"
"""Marks that end a written sentence and mean nothing to the engine."""

_TOKEN = re.compile(
    r"""(?P<arrow>->|→) | (?P<mark>[()|]) | <(?P<idea>[^<>\s]*)> | ["“](?P<phrase>[^"“”]*)["”]
      | (?P<word>(?:(?!->)[^\s()|<>"“”→])+)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A plain word, as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Idea:
    """Exactly this idea of the rubric or the lexicon: `<lag-behind>`."""

    id: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number stands here: `<n>`."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Exactly these words in this order: `"at least once"`."""

    text: str


@dataclass(frozen=True, slots=True)
class Alternatives:
    """One of these, each of one or several items: `(crash | clean restart)`."""

    branches: tuple[tuple["Item", ...], ...]


Item = Word | Idea | Number | Phrase | Alternatives


@dataclass(frozen=True, slots=True)
class WordingSyntax:
    """A wording taken apart.

    Attributes:
        roles: how many items stand left of `->`; None if the wording has no roles.
    """

    items: tuple[Item, ...]
    roles: int | None = None


class WordingError(ValueError):
    """A wording that does not follow the grammar; the message tells an author what to change."""


@lru_cache(maxsize=20_000)  # a bank of a hundred rubrics has about this many wordings
def parse_wording(text: str) -> WordingSyntax:
    """Take a wording apart.

    Raises:
        WordingError: parentheses, quotes, alternatives or `->` are used wrongly.
    """
    parser = _Parser()
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        found = _TOKEN.match(text, position)
        if found is None:
            raise WordingError(f"{_STRAY[text[position]]} in '{text}'")
        parser.take(found)
        position = found.end()
    return parser.finish()


_STRAY = {
    "<": "'<' opens an idea and needs its name and '>'",
    ">": "'>' stands alone; roles are written '->'",
    '"': "a quotation mark is not closed",
    "“": "a quotation mark is not closed",
    "”": "a quotation mark closes nothing",
}


def ideas_in(syntax: WordingSyntax) -> frozenset[str]:
    """Ids of all ideas that a wording names in angle brackets."""
    items: list[Item] = [item for item in syntax.items if not isinstance(item, Alternatives)]
    for group in syntax.items:
        if isinstance(group, Alternatives):
            items += [item for branch in group.branches for item in branch]
    return frozenset(item.id for item in items if isinstance(item, Idea))


class _Parser:
    """Collects items; `branches` is None outside parentheses."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.roles: int | None = None
        self.branches: list[list[Item]] | None = None

    def take(self, token: re.Match[str]) -> None:
        if token["mark"]:
            _MARKS[token["mark"]](self)
        elif token["arrow"]:
            self.arrow()
        elif (item := _item(token)) is not None:
            (self.items if self.branches is None else self.branches[-1]).append(item)

    def open(self) -> None:
        if self.branches is not None:
            raise WordingError("'(' inside '( )': alternatives cannot be nested")
        self.branches = [[]]

    def bar(self) -> None:
        if self.branches is None:
            raise WordingError("'|' separates alternatives, which need '( )' around them")
        self.branches.append([])

    def close(self) -> None:
        if self.branches is None:
            raise WordingError("')' closes nothing")
        if not all(self.branches):
            raise WordingError("an alternative between '(', '|' and ')' is empty")
        if len(self.branches) == 1:
            raise WordingError("'( )' needs at least two alternatives with '|' between them")
        self.items.append(Alternatives(tuple(tuple(branch) for branch in self.branches)))
        self.branches = None

    def arrow(self) -> None:
        if self.branches is not None:
            raise WordingError("'->' cannot stand inside '( )'")
        if self.roles is not None:
            raise WordingError("'->' may stand only once")
        self.roles = len(self.items)

    def finish(self) -> WordingSyntax:
        if self.branches is not None:
            raise WordingError("'(' is not closed")
        if self.roles is not None and not 0 < self.roles < len(self.items):
            raise WordingError("'->' needs something on both sides")
        if not self.items:
            raise WordingError("the wording says nothing")
        return WordingSyntax(tuple(self.items), self.roles)


_MARKS = {"(": _Parser.open, "|": _Parser.bar, ")": _Parser.close}


def _item(token: re.Match[str]) -> Item | None:
    """The item a token stands for; None for a word that is only punctuation."""
    if token["idea"] is not None:
        return _idea(token["idea"])
    if token["phrase"] is not None:
        if not token["phrase"].strip():
            raise WordingError("a quoted phrase is empty")
        return Phrase(token["phrase"].strip())
    word = token["word"].rstrip(TRAILING_MARKS)
    return Word(word) if word else None


def _idea(name: str) -> Item:
    if not name:
        raise WordingError("'< >' needs the name of an idea")
    return Number() if name == NUMBER else Idea(name)
