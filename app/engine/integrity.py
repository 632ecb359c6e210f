"""What is not an answer: the prompt repeated, words for the grader, bare lists of terms."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.engine.reading import Reading, Segment, Token
from app.engine.segments import raw_segments
from app.engine.words import stem
from app.engine.wordings import STOP_WORDS

_TO_THE_GRADER = re.compile(
    r"\b((ignore|disregard|forget|override) (all |any |the |your |previous |prior |above |other )*(instructions?|rules?|rubric|prompts?|criteria)"
    r"|(give|award|grant|assign) (me|this|it|us|the answer|this answer|my answer) .{0,40}(full|top|maximum|highest|best|perfect|100|marks?|points?|scores?|grade)"
    r"|(full|top|maximum|perfect) (marks|points|score)|(deserves?|worth|merits?) .{0,20}(full|top|maximum|highest|strong hire|100|perfect)"
    r"|(dear|hello|hi|note to the) (grader|examiner|evaluator|interviewer|reviewer|assistant|ai|bot)|as (the|a|an) (grader|evaluator|examiner|language model|ai)"
    r"|you are (now )?(a|an|the) (grader|evaluator|helpful|generous|ai|assistant|lenient)|mark (this|it|all|every) .{0,30}(as )?(correct|explained|covered|complete)"
    r"|(system|assistant|user) ?: |strong hire (please|verdict)|rate (this|me|it) .{0,20}(strong|hire|4|100|10)"
    r"|this (answer|response) (covers|contains|addresses|demonstrates|is) .{0,30}(everything|all (concepts|points|the)|complete|perfect|excellent|outstanding|flawless))\b"
)
_LEAST_REPEATED = 5
"""Content words a segment needs before it can count as a repeat of the prompt."""

REPEATED_SHARE = 0.75
"""Share of its content words that the prompt holds too, from which a segment repeats the prompt."""

_BINDING = STOP_WORDS | frozenset(
    "not n't no never without only if when because since per vs versus via over under after before "
    "until unless while where why how each every all both either use uses using set sets keep keeps "
    "get gets make makes need needs means gives = : > < >= <= -> => \u2192 + * / ( %".split()
) - frozenset(["and", "or", "a", "an", "the"])  # fmt: skip
"""Words and marks that bind terms into a statement; a bare list has none of them."""

_LONGEST_BARE = 5
"""Words of the longest item that can still be a bare term."""

_BARE_RUN = 3
"""Bare items in a row that make a list of terms where the sentence says nothing else."""

_BARE_RUN_IN_SENTENCE = 5
"""The same inside a sentence that has a verb: lists of four monitored things are normal."""

_ITEM_MARKS = frozenset([",", ";", "|", ".", "/", "\u2022", "\u2014", "and", "&"])


@dataclass(frozen=True, slots=True)
class Aside:
    """A segment that is not scored, and why."""

    segment: int
    why: str


def set_aside(reading: Reading, prompt: str) -> list[Aside]:
    """Return the segments that repeat the prompt or speak to the grader."""
    prompts = [_content(words) for words in _prompt_words(prompt)]
    found: list[Aside] = []
    for number, segment in enumerate(reading.segments):
        text = " ".join(token.text for token in segment.tokens)
        if _TO_THE_GRADER.search(text):
            found.append(Aside(number, "speaks to the grader instead of answering"))
        elif _repeats(_content([token.text for token in segment.tokens]), prompts):
            found.append(Aside(number, "repeats the question"))
    return found


def _prompt_words(prompt: str) -> Iterator[list[str]]:
    for segment in raw_segments(prompt):
        yield [token.text for token in segment.tokens]


def _content(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if word not in STOP_WORDS and stem(word))


def _repeats(words: frozenset[str], prompts: Sequence[frozenset[str]]) -> bool:
    if len(words) < _LEAST_REPEATED:
        return False
    return any(len(words & prompt) >= REPEATED_SHARE * len(words) for prompt in prompts)


def piled_words(reading: Reading) -> frozenset[int]:
    """Return the numbers of the words (as in Occurrence.place) that stand in bare lists."""
    piled: set[int] = set()
    for paragraph in _by_paragraph(reading):
        for run, has_verb in _bare_runs(paragraph):
            if len(run) >= (_BARE_RUN_IN_SENTENCE if has_verb else _BARE_RUN):
                piled.update(place for item in run for place in item)
    return frozenset(piled)


def _by_paragraph(reading: Reading) -> list[list[tuple[int, Segment]]]:
    """Group segments by paragraph, each with the number of its first word."""
    groups: dict[int, list[tuple[int, Segment]]] = {}
    counted = 0
    for segment in reading.segments:
        groups.setdefault(segment.paragraph, []).append((counted, segment))
        counted += len(segment.tokens) + 1
    return list(groups.values())


def _bare_runs(paragraph: list[tuple[int, Segment]]) -> Iterator[tuple[list[list[int]], bool]]:
    """Yield runs of bare items in a row, and whether a sentence around them says something."""
    run: list[list[int]] = []
    bound = False
    for first, segment in paragraph:
        for item in _items(segment):
            if _is_bare([segment.tokens[index] for index in item]):
                run.append([first + index for index in item])
                continue
            if run:
                yield run, True
            run, bound = [], True
        if run and bound:
            yield run, True
            run = []
        bound = False
    if run:
        yield run, False


def _items(segment: Segment) -> Iterator[list[int]]:
    current: list[int] = []
    for index, token in enumerate(segment.tokens):
        if token.text in _ITEM_MARKS:
            if current:
                yield current
            current = []
        else:
            current.append(index)
    if current:
        yield current


def _is_bare(item: list[Token]) -> bool:
    """Tell whether an item only names something: no verb of its own, value, relation or reason."""
    words = [token for token in item if token.text not in {"a", "an", "the"}]
    if not words or len(words) > _LONGEST_BARE:
        return False
    return not any(token.text in _BINDING or token.number is not None for token in words)
