"""What a rubric may cost: counted in what it compiles to, never in seconds.

Why: a rubric is read by a program for every answer that anybody sends, so whoever may write one
could otherwise make a site stand still. Each budget is several times what our largest rubric takes;
within them a text made to be slow is scored in seconds (tests/workbench/test_costs.py). What
remains, the same ideas in every place of a text, the engine itself ends (`MOST_STEPS`,
`MOST_OCCURRENCES`).
"""

import math
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from types import MappingProxyType
from typing import Protocol

from app.content.loader import Loaded, Sources
from app.content.problems import Problem
from app.content.rubric import Lexicon, Rubric, ScopedIdea, Slot
from app.content.vocabulary import ideas_of, slots_of
from app.engine.ideas import IdeaBook
from app.engine.patterns import Patterns
from app.engine.spellings import words_of
from app.engine.wordings import CompiledWording, compile_wording
from app.workbench.places import wordings_of

COST_CODES: Mapping[str, str] = MappingProxyType(
    {"too-costly": "a rubric would make scoring slow: it holds far more than any that is needed"}
)
"""The code of every problem found here, with one line about it."""

MOST_PARTS = 12
"""Ideas that a wording asks for at once, in the longest way to fill its alternatives; ours: 6."""

MOST_WAYS = 64
"""Ways to fill a wording's alternatives, as many as the engine tries; ours: 5."""

MOST_WORK = 12_000
"""Ways times parts of all wordings together; ours: 1,350."""

MOST_FIRST = 1_200
"""Words of all phrases that begin with the same word: so many may be compared there; ours: 613."""

MOST_PHRASES = 25_000
"""Phrases of all ideas that the rubric uses; ours: 9,100."""

MOST_WORDS = 10_000
"""Different words in them, each of which may be what a typing mistake meant; ours: 2,200."""

MOST_CONTEXTS = 1_000
"""Entries of `of` and `not_of`; ours: 104."""

DEEPEST_CONTEXT = 30
"""Ideas that name one another in their contexts, one after the other; ours: 3."""

MOST_SLOT_FIRST = 100
"""Names and phrases of slots that begin with the same word; ours: 30."""

MOST_SHARING = 8
"""Slots of one rubric that have the same name; ours: 3."""

MOST_TEXTS = 2_000
"""Sentences and samples that the deep check scores; ours: 170."""

LONGEST_TEXTS = 200_000
"""Code points of all texts that the deep check scores; ours: 26,000."""

MOST_RULES = 60
"""Misconceptions, checks, omissions, and conditions in one place; ours: 7."""

LONGEST_SENTENCE = 1_000
"""Code points of what a check says: an answer may make it say that sixty times; ours: 215."""

Steps = tuple[Hashable, ...]
Found = Iterator[tuple[Steps, str]]


class _Blames(Protocol):
    def problem(self, path: Steps, code: str, message: str) -> Problem: ...


def cost_problems(sources: Sources) -> list[Problem]:
    """Everything that costs too much in content that has no other problems, in reading order."""
    lexicon = sources.lexicon
    found = [_problem(lexicon, *each) for each in _depth(lexicon.model.ideas)]
    if not found:  # else a rubric that uses the lexicon cannot be compiled
        for rubric in sources.rubrics:
            found += rubric_cost_problems(rubric, lexicon.model)
    return sorted(set(found))


def rubric_cost_problems(rubric: Loaded[Rubric], lexicon: Lexicon) -> list[Problem]:
    """Everything that costs too much in one rubric."""
    return [_problem(rubric, *each) for each in costs_of(rubric.model, lexicon)]


def costs_of(rubric: Rubric, lexicon: Lexicon) -> Found:
    """Yield place and message of everything that costs too much in a rubric."""
    yield from _rules(rubric)
    yield from _texts(rubric)
    if too_deep := tuple(_depth(ideas_of(rubric, lexicon))):
        yield from too_deep
        return
    book = IdeaBook(rubric.ideas, lexicon.ideas, rubric.wider)
    yield from _wordings(rubric, book)
    yield from _phrases(book)
    yield from _slots(slots_of(rubric, lexicon))


def _problem(file: _Blames, path: Steps, message: str) -> Problem:
    return file.problem(path, "too-costly", message)


def _over(path: Steps, count: int, most: int, what: str) -> Found:
    if count > most:
        yield path, f"{count:,} {what}; at most {most:,}"


def _rules(rubric: Rubric) -> Found:
    for key in ("misconceptions", "checks", "omissions"):
        yield from _over((key,), len(getattr(rubric, key)), MOST_RULES, key)
    for place, check in enumerate(rubric.checks):
        yield from _over(("checks", place, "slots"), len(check.slots), MOST_RULES, "slots")
        for key in ("fails", "confirms"):
            length = len(getattr(check, key))
            yield from _over(("checks", place, key), length, LONGEST_SENTENCE, "characters")
    for place, item in enumerate(rubric.misconceptions):
        conditions = len(item.with_slots) + len(item.without)
        yield from _over(("misconceptions", place), conditions, MOST_RULES, "conditions")
    for place, concept in enumerate(rubric.concepts):
        conditions = sum(len(facet.set) for facet in concept.facets.values())
        yield from _over(("concepts", place, "facets"), conditions, MOST_RULES, "conditions")


def _texts(rubric: Rubric) -> Found:
    every = [sample.answer for sample in rubric.samples]
    for concept in rubric.concepts:
        every += [*concept.yes, *concept.no, concept.model, *concept.alternatives]
    for misconception in rubric.misconceptions:
        every += [*misconception.yes, *misconception.no]
    for check in rubric.checks:
        every += [*check.yes, *check.no]
    yield from _over((), len(every), MOST_TEXTS, "sentences and samples to score")
    length = sum(map(len, every))
    yield from _over((), length, LONGEST_TEXTS, "characters in sentences and samples to score")


def _depth(ideas: Mapping[str, tuple[str, ...] | ScopedIdea]) -> Found:
    """Yield ideas from which too long a chain of contexts begins; a ring ends where it closes.

    Longest chains are found from their ends: who names nothing first, then who names only those.
    Whoever is left lies on a ring, or before one, and counts with all that are left.
    """
    named = {idea: _contexts(content, ideas) for idea, content in ideas.items()}
    depth: dict[str, int] = {}
    for _ in range(DEEPEST_CONTEXT):
        ended = [
            idea for idea, names in named.items() if idea not in depth and names <= depth.keys()
        ]
        if not ended:
            break
        depth |= {idea: 1 + max((depth[n] for n in named[idea]), default=0) for idea in ended}
    left = [idea for idea in ideas if idea not in depth]
    if len(left) > DEEPEST_CONTEXT:
        message = f"more than {DEEPEST_CONTEXT} ideas name one another in `of` and `not_of`"
        yield ("ideas", left[0]), message


def _contexts(content: tuple[str, ...] | ScopedIdea, ideas: Mapping[str, object]) -> frozenset[str]:
    if not isinstance(content, ScopedIdea):
        return frozenset()
    names = (text.strip("<>") for text in (*content.of, *content.not_of))
    return frozenset(name for name in names if name in ideas)


def _wordings(rubric: Rubric, book: IdeaBook) -> Found:
    work = 0
    for placed in wordings_of(rubric):
        wording = compile_wording(placed.text, book)
        ways, parts = _size(wording)
        yield from _over(placed.path, ways, MOST_WAYS, "ways to fill its alternatives")
        yield from _over(placed.path, parts, MOST_PARTS, "ideas asked for at once")
        work += ways * parts
        if work > MOST_WORK:
            yield placed.path, f"up to here wordings take {work:,} steps; at most {MOST_WORK:,}"
            return


def _size(wording: CompiledWording) -> tuple[int, int]:
    """Return the ways to fill a wording's alternatives, and its parts in the longest of them."""
    ways = math.prod(len(need.branches) for need in wording.needs)
    return ways, sum(max(map(len, need.branches)) for need in wording.needs)


def _phrases(book: IdeaBook) -> Found:
    """Yield what is too much of the ideas in use, which the book knows from the wordings."""
    counts, words = book.patterns.sizes()
    yield from _over(("ideas",), sum(counts.values()), MOST_PHRASES, "phrases in use")
    yield from _over(("ideas",), len(book.surfaces), MOST_WORDS, "different words in phrases")
    for family, length in words.items():
        what = f"words in phrases that begin with '{family}'"
        yield from _over(("ideas",), length, MOST_FIRST, what)
    scopes = book.scopes.values()
    contexts = sum(len(scope.of) + len(scope.not_of) for scope in scopes)
    yield from _over(("ideas",), contexts, MOST_CONTEXTS, "entries of `of` and `not_of` in use")


def _slots(slots: Mapping[str, Slot]) -> Found:
    shared = Counter(
        words
        for slot in slots.values()
        for words in {words_of(t) for t in (*slot.names, *slot.phrases)}
    )
    for words, count in shared.items():
        what = f"slots are called '{' '.join(words)}'"
        yield from _over(("slots",), count, MOST_SHARING, what)
    for word, count in Patterns(slots).counts().items():
        what = f"names of slots begin with '{word}'"
        yield from _over(("slots",), count, MOST_SLOT_FIRST, what)
