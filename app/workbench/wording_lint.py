"""What is doubtful about a wording: parts that say nothing, words taken for ideas, shared words."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from app.content.rubric import Lexicon, Rubric, ScopedIdea
from app.content.wording_syntax import Alternatives, Item, Phrase, Word, parse_wording
from app.engine.ideas import IdeaBook, IdeaContent
from app.engine.phrases import ANY_NUMBER, NEGATORS, words_of
from app.engine.wordings import (
    STOP_WORDS,
    CompiledWording,
    Need,
    compile_wording,
    resolved,
)
from app.engine.words import stem
from app.workbench.phrase_lint import (
    SHOWN,
    Doubt,
    forms_of,
    lost_parts,
    phrase_doubts,
)

SHARED = 0.5
"""Share of the smaller place's phrases from which two places are told to be alike. Below it the
shared words are by the way: at a tenth there are 700 in our bank, most of them meant."""

Stems = tuple[str, ...]


@dataclass(frozen=True)
class WordingLint:
    """Looks at wordings of one rubric."""

    rubric: Rubric
    lexicon: Lexicon
    _phrases: dict[str, Mapping[Stems, str]] = field(default_factory=dict)

    @cached_property
    def book(self) -> IdeaBook:
        """The ideas that wordings may name."""
        return IdeaBook(self.rubric.ideas, self.lexicon.ideas)

    @cached_property
    def listing(self) -> Mapping[Stems, Sequence[str]]:
        """For each phrase of the rubric's ideas, the ideas that list it or are called so."""
        found: dict[Stems, list[str]] = defaultdict(list)
        for idea, content in self.rubric.ideas.items():
            for phrase in (_plain_name(idea), *_phrases_of(content)):
                ideas = found[_stems(phrase)]
                if idea not in ideas:
                    ideas.append(idea)
        return found

    def doubts(self, text: str) -> Iterator[Doubt]:
        """Yield everything that is doubtful about a wording that `whyboard check` has passed."""
        compiled = compile_wording(text, self.book)
        if not compiled.needs:
            yield Doubt("says-nothing", f"nothing of '{text}' is looked for: only small words")
            return
        items = parse_wording(text).items
        yield from _group_doubts(items, self.book)
        if isinstance(items[-1], Word) and items[-1].text in NEGATORS:
            yield Doubt("idle-negator", f"'{items[-1].text}' ends the wording and negates nothing")
        for item in _flat(items):
            if isinstance(item, Phrase):
                yield from phrase_doubts(item.text)
            elif isinstance(item, Word):
                yield from lost_parts(item.text)
        yield from self._taken(items)
        yield from self._shared(compiled)

    def _taken(self, items: Sequence[Item]) -> Iterator[Doubt]:
        """Yield plain words that become an idea which their author hardly thought of."""
        for run in _word_runs(items):
            for words, idea in resolved(run, self.book):
                if idea is None or len(words) > 1 or stem(words[0]) in _stems(_plain_name(idea)):
                    continue
                others = [each for each in self.listing[(stem(words[0]),)] if each != idea]
                scoped = isinstance(self.rubric.ideas[idea], ScopedIdea)
                if others or scoped:
                    yield Doubt("taken-word", _taken_message(words[0], idea, others))

    def _shared(self, compiled: CompiledWording) -> Iterator[Doubt]:
        """Yield pairs of places that the same words fill."""
        for one, other in combinations(compiled.needs, 2):
            if one == other:  # said twice on purpose: `<n> "ms" ... <n> "ms"`
                continue
            left, right = self._fillers(one), self._fillers(other)
            both = [left[stems] for stems in left if stems in right]
            if both and len(both) >= SHARED * min(len(left), len(right)):
                shown = ", ".join(f"'{phrase}'" for phrase in both[:SHOWN])
                message = f"two places share {shown}; a word that is said once fills only one"
                yield Doubt("shared-words", message)

    def _fillers(self, need: Need) -> Mapping[Stems, str]:
        """Return the phrases each of which fills a place alone, as written."""
        found: dict[Stems, str] = {}
        for branch in need.branches:
            if len(branch) == 1:
                for key in branch[0].keys:
                    found |= self._of_key(key)
        return found

    def _of_key(self, key: str) -> Mapping[Stems, str]:
        if key not in self._phrases:
            self._phrases[key] = self._read_key(key)
        return self._phrases[key]

    def _read_key(self, key: str) -> Mapping[Stems, str]:
        kind, _, name = key.partition(":")
        if kind == "idea":
            every = _phrases_of(self.book.own.get(name) or self.book.shared[name])
            return {form.stems: each for each in every for form in forms_of(each)}
        if key == ANY_NUMBER:
            return {}
        stems = (name,) if kind == "word" else tuple(key.strip('"').split())
        return {stems: " ".join(stems)}


def _group_doubts(items: Sequence[Item], book: IdeaBook) -> Iterator[Doubt]:
    """Yield alternatives that are dropped because they hold nothing but small words."""
    for group in items:
        for branch in group.branches if isinstance(group, Alternatives) else ():
            if not all(isinstance(item, Word) for item in branch):
                continue
            words = [word for run in _word_runs(branch) for word in run]
            kept = [idea or stem(run[0]) for run, idea in resolved(words, book)
                    if idea or run[0] not in STOP_WORDS | NEGATORS]  # fmt: skip
            if any(kept):
                continue
            said = " ".join(words)
            if NEGATORS.intersection(words):
                message = f"the alternative '{said}' negates nothing and is dropped; write what"
                yield Doubt("idle-negator", f"{message} is negated behind it: ({said} x | y)")
            else:
                message = f"the alternative '{said}' is dropped, as small words are"
                yield Doubt("says-nothing", f"{message}; quote it to look for it")


def _flat(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Alternatives):
            for branch in item.branches:
                yield from branch
        else:
            yield item


def _word_runs(items: Sequence[Item]) -> Iterator[list[str]]:
    """Yield the plain words that stand side by side, as the engine takes them."""
    run: list[str] = []
    for item in items:
        if isinstance(item, Word):
            run += words_of(item.text)
            continue
        yield run
        run = []
        if isinstance(item, Alternatives):
            for branch in item.branches:
                yield from _word_runs(branch)
    yield run


def _taken_message(word: str, idea: str, others: Sequence[str]) -> str:
    also = f", the first that lists it (also {', '.join(others[:SHOWN])})" if others else ""
    return f"""'{word}' stands for <{idea}>{also}; write <{idea}> if meant, else '"{word}"'"""


def _plain_name(idea: str) -> str:
    return idea.replace("-", " ")


def _phrases_of(content: IdeaContent) -> tuple[str, ...]:
    return content.words if isinstance(content, ScopedIdea) else content


def _stems(phrase: str) -> Stems:
    return tuple(stem(word) for word in words_of(phrase))
