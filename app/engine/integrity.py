"""What is not an answer: the prompt repeated, and words for the grader."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.engine.cues import TO_THE_GRADER
from app.engine.reading import Reading
from app.engine.segments import raw_segments
from app.engine.wordings import STOP_WORDS
from app.engine.words import stem

_LEAST_REPEATED = 5
"""Content words a segment needs before it can count as a repeat of the prompt ..."""

_REPEATED_ALONE = 7
"""... and where neither neighbour repeats it: an answer may use a few of its words."""

REPEATED_SHARE = 0.75
"""Share of its content words that the prompt holds too, from which a segment repeats it."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A segment that is not scored, and why."""

    segment: int
    why: str


def set_aside(reading: Reading, prompt: str) -> list[Aside]:
    """Return the segments that repeat the prompt or speak to the grader."""
    contents = [_content(token.text for token in each.tokens) for each in reading.segments]
    prompts = prompt_sentences(prompt)
    repeats = [_repeats(each, prompts) for each in contents]
    found: list[Aside] = []
    for number, segment in enumerate(reading.segments):
        beside = any(repeats[max(0, number - 1) : number]) or any(repeats[number + 1 : number + 2])
        if TO_THE_GRADER.search(" ".join(token.text for token in segment.tokens)):
            found.append(Aside(number, "speaks to the grader instead of answering"))
        elif repeats[number] and (beside or len(contents[number]) >= _REPEATED_ALONE):
            found.append(Aside(number, "repeats the question"))
    return found


@lru_cache(maxsize=256)  # one entry a question
def prompt_sentences(prompt: str) -> tuple[frozenset[str], ...]:
    """Return the families of the content words of each sentence of a prompt."""
    return tuple(
        _content(token.text for token in segment.tokens) for segment in raw_segments(prompt)
    )


def _content(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if word not in STOP_WORDS and stem(word))


def _repeats(words: frozenset[str], prompts: Sequence[frozenset[str]]) -> bool:
    if len(words) < _LEAST_REPEATED:
        return False
    return any(len(words & prompt) >= REPEATED_SHARE * len(words) for prompt in prompts)
