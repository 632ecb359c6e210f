"""Where the engine and the readers differ, one by one; of the half `build` only."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.engine.report import Standing
from app.evaluation.gold import GoldAnswer
from app.evaluation.judged import Judged, Judgements
from app.evaluation.pairs import is_right


@dataclass(frozen=True, slots=True)
class StandingError:
    """A concept of an answer whose standing differs from at least one reader's.

    Attributes:
        readers: the standings the readers gave, in their order.
        pointed_at: the words they pointed at.
        ours_from: the words that justify ours.
    """

    answer: str
    concept: str
    readers: tuple[Standing, ...]
    ours: Standing
    pointed_at: tuple[str, ...]
    ours_from: tuple[str, ...]

    @property
    def alone(self) -> bool:
        """Whether no reader agrees with us."""
        return self.ours not in self.readers


@dataclass(frozen=True, slots=True)
class FlagError:
    """A misconception of an answer that was flagged by us and no reader, or by readers only."""

    answer: str
    flag: str
    flagged_by_us: bool
    pointed_at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelError:
    """An answer whose band is a level or more away from the readers' mean."""

    answer: str
    readers: float
    ours: float
    score: float


@dataclass(frozen=True, slots=True)
class PairError:
    """A pair that was judged wrong; `ours` is a standing, or whether the claim was flagged."""

    question: str
    target: str
    expect: str
    ours: str
    text: str


@dataclass(frozen=True, slots=True)
class Disagreements:
    """All of them, standings that no reader shares first."""

    standings: tuple[StandingError, ...]
    flags: tuple[FlagError, ...]
    levels: tuple[LevelError, ...]
    pairs: tuple[PairError, ...]

    def as_data(self) -> Mapping[str, Any]:
        """As plain data for JSON."""
        return asdict(self)


def disagreements(seen: Judgements) -> Disagreements:
    """List what differs. Nothing of the half `aside` is ever listed, whoever asks."""
    answers = [(answer, said) for answer, said in seen.answers if answer.half == "build"]
    standings = [error for pair in answers for error in _standings(*pair)]
    return Disagreements(
        standings=tuple(sorted(standings, key=lambda e: (e.answer, not e.alone, e.concept))),
        flags=tuple(error for pair in answers for error in _flags(*pair)),
        levels=tuple(error for pair in answers for error in _level(*pair)),
        pairs=tuple(_pairs(seen)),
    )


def _standings(answer: GoldAnswer, said: Judged) -> Iterator[StandingError]:
    for concept in answer.readers[0].standings:
        readers = tuple(reader.standings[concept] for reader in answer.readers)
        ours = said.standing(concept)
        if set(readers) != {ours}:
            quotes = (reader.evidence.get(concept, "") for reader in answer.readers)
            pointed_at = tuple(dict.fromkeys(quote for quote in quotes if quote))
            yield StandingError(
                answer.id, concept, readers, ours, pointed_at, said.quotes.get(concept, ())
            )


def _flags(answer: GoldAnswer, said: Judged) -> Iterator[FlagError]:
    for flag in sorted(answer.misconceptions ^ said.flags):
        quotes = [r.misconceptions[flag] for r in answer.readers if flag in r.misconceptions]
        ours = said.quotes.get(flag, ())
        yield FlagError(answer.id, flag, flag in said.flags, tuple(quotes) or ours)


def _level(answer: GoldAnswer, said: Judged) -> Iterator[LevelError]:
    if abs(answer.level - said.level) >= 1:
        yield LevelError(answer.id, answer.level, said.level, said.score)


def _pairs(seen: Judgements) -> Iterator[PairError]:
    for pair, said in seen.pairs:
        if pair.half == "build" and not is_right(pair, said):
            about_claim = pair.expect in ("asserted", "not-asserted")
            flagged = "flagged" if pair.target in said.flags else "not flagged"
            ours = flagged if about_claim else said.standing(pair.target)
            yield PairError(pair.question, pair.target, pair.expect, ours, pair.text)
