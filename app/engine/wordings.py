"""Compile authored sentences: words to ideas, small words dropped, required polarity kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from app.content.wording_syntax import Alternatives, Idea, Item, Number, Phrase, Word, parse_wording
from app.engine.ideas import IdeaBook
from app.engine.phrases import ARTICLES, NEGATORS, words_of
from app.engine.words import stem

STOP_WORDS = ARTICLES | frozenset(
    "of in on at to for by with from into as that this these those it its they them their there "
    "is are was were be been being am have has had do does did will would can could may might must "
    "shall should i we you he she our your my his her us me who which what whose and or but then "
    "so also any some such 's 're 've 'll 'd 'm than about just very much".split()
)
"""Words that carry no idea of their own, dropped from wordings unless part of a known phrase."""

LONGEST_PHRASE = 6
"""Words of the longest lexicon phrase that a wording is searched for."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One thing that must stand in the answer.

    Attributes:
        keys: ideas ("idea:lag-behind"), word families ("word:leader"), exact phrases or numbers;
            one of them is enough.
        negated: it belongs to the negated part of the wording.
    """

    keys: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """A place in a wording that one of several branches fills; a branch needs all its atoms."""

    branches: tuple[tuple[Atom, ...], ...]


@dataclass(frozen=True)
class CompiledWording:
    """A wording ready to be matched.

    Attributes:
        text: as the author wrote it, to be shown.
        roles: needs before this index do it to the needs behind it; None without roles.
    """

    text: str
    needs: tuple[Need, ...]
    roles: int | None = None

    @cached_property
    def keys(self) -> tuple[frozenset[str], ...]:
        """For each need the keys of which one at least must stand in the answer."""
        return tuple(
            frozenset(key for branch in need.branches for atom in branch for key in atom.keys)
            for need in self.needs
        )

    @cached_property
    def is_bare(self) -> bool:
        """Whether it is one place that plain words fill, without any idea."""
        return len(self.needs) == 1 and not any(key.startswith("idea:") for key in self.keys[0])

    @cached_property
    def denies(self) -> bool:
        """Whether some of it must be negated in the answer."""
        return any(
            atom.negated for need in self.needs for branch in need.branches for atom in branch
        )


def compile_wording(text: str, book: IdeaBook) -> CompiledWording:
    """Return what `text` needs; every atom is registered in `book`.

    Raises:
        WordingError: the syntax is broken; `whyboard check` reports it with its place.
    """
    syntax = parse_wording(text)
    if syntax.roles is None:
        return CompiledWording(text, tuple(_needs(syntax.items, book)))
    left = _needs(syntax.items[: syntax.roles], book)
    right = _needs(syntax.items[syntax.roles :], book)
    return CompiledWording(text, (*left, *right), roles=len(left))


def _needs(items: Sequence[Item], book: IdeaBook) -> list[Need]:
    """Compile items in order; a negator reaches to the end of the wording."""
    needs: list[Need] = []
    negated = False
    for run in _runs(items):
        if isinstance(run, Alternatives):
            branches = (_atoms(list(branch), book, negated=negated)[0] for branch in run.branches)
            kept = _merged([branch for branch in branches if branch])
            needs += [Need(kept)] if kept else []
            continue
        atoms, negated = _atoms(run, book, negated=negated)
        needs += [Need(((atom,),)) for atom in atoms]
    return needs


def _merged(branches: list[tuple[Atom, ...]]) -> tuple[tuple[Atom, ...], ...]:
    """Join branches of one atom each into one atom with several keys, so that cost stays linear."""
    several = tuple(branch for branch in branches if len(branch) > 1)
    joined: list[tuple[Atom, ...]] = []
    for negated in (False, True):
        single = [b[0] for b in branches if len(b) == 1 and b[0].negated is negated]
        if single:
            keys = tuple(dict.fromkeys(key for atom in single for key in atom.keys))
            joined.append((Atom(keys, negated),))
    return (*joined, *several)


def _runs(items: Sequence[Item]) -> list[Alternatives | list[Item]]:
    """Group the items between alternatives, so that phrases of several words are seen."""
    runs: list[Alternatives | list[Item]] = []
    for item in items:
        if isinstance(item, Alternatives):
            runs.append(item)
        elif runs and isinstance(runs[-1], list):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _atoms(items: list[Item], book: IdeaBook, *, negated: bool) -> tuple[tuple[Atom, ...], bool]:
    """Return the atoms of plain items, and whether what follows is negated."""
    atoms: list[Atom] = []
    words: list[str] = []
    for item in [*items, Word("")]:
        if isinstance(item, Word) and item.text:
            words += words_of(item.text)
            continue
        found, negated = _word_atoms(words, book, negated=negated)
        atoms += found
        words = []
        if not isinstance(item, Word | Alternatives):
            atoms.append(Atom((_key(item, book),), negated))
    return tuple(atoms), negated


def _key(item: Idea | Number | Phrase, book: IdeaBook) -> str:
    if isinstance(item, Idea):
        return book.use_idea(item.id)
    return book.use_number() if isinstance(item, Number) else book.use_phrase(item.text)


def _word_atoms(words: list[str], book: IdeaBook, *, negated: bool) -> tuple[list[Atom], bool]:
    """Replace the longest known phrases by their ideas, drop small words, keep the rest."""
    atoms: list[Atom] = []
    for run, idea in resolved(words, book):
        if idea is not None:
            atoms.append(Atom((book.use_idea(idea),), negated))
        elif run[0] in NEGATORS:
            negated = True
        elif run[0] not in STOP_WORDS and stem(run[0]):
            atoms.append(Atom((book.use_word(run[0]),), negated))
    return atoms, negated


def resolved(words: list[str], book: IdeaBook) -> Iterator[tuple[list[str], str | None]]:
    """Yield the words in runs, each with the idea that it names; a run without one is one word."""
    at = 0
    while at < len(words):
        length, idea = _longest(words, at, book)
        yield words[at : at + length], idea
        at += length


def _longest(words: list[str], at: int, book: IdeaBook) -> tuple[int, str | None]:
    """Return how many words from `at` on name an idea, and which; 1 and None if none do."""
    for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
        idea = book.named_by(tuple(words[at : at + length]))
        if idea is not None and not (length == 1 and words[at] in NEGATORS | STOP_WORDS):
            return length, idea
    return 1, None
