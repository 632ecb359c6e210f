"""The labelled answers and sentence pairs, as read from tests/gold."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from app.engine.report import Standing

Half = Literal["build", "aside"]
Expectation = Literal[
    "explained",
    "part",
    "mentioned",
    "absent",
    "contradicted",
    "not-contradicted",
    "asserted",
    "not-asserted",
]

HALVES: tuple[Half, ...] = ("build", "aside")

STANDINGS: Mapping[int, Standing] = {
    -1: "contradicted",
    0: "missing",
    1: "mentioned",
    2: "explained",
}

DIGEST_LENGTH = 16
"""Hexadecimal digits of a pair's sha256 that split.json lists (tests/gold/README.md)."""


class GoldError(ValueError):
    """The gold folder is missing, or a file in it is not as its README says."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One reading of an answer.

    Attributes:
        level: 0 not an answer to 4 strong hire, in halves.
        evidence: for a concept, the words the reader pointed at; not every concept has them.
        misconceptions: for a misconception the reader found asserted, where.
    """

    level: float
    standings: Mapping[str, Standing]
    evidence: Mapping[str, str]
    misconceptions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class GoldAnswer:
    """An answer with its readings."""

    id: str
    question: str
    text: str
    half: Half
    readers: tuple[Reader, ...]

    @property
    def level(self) -> float:
        """The mean of the readers' levels."""
        return sum(reader.level for reader in self.readers) / len(self.readers)

    @property
    def misconceptions(self) -> frozenset[str]:
        """What any reader found asserted."""
        return frozenset(id_ for reader in self.readers for id_ in reader.misconceptions)


@dataclass(frozen=True, slots=True)
class GoldPair:
    """A short text and what it does with one concept or one misconception.

    Attributes:
        target: the id of the concept, or of the misconception for the expectations `asserted` and
            `not-asserted`.
        part: for the expectation `part`, the id of the facet that the text states.
    """

    question: str
    text: str
    half: Half
    target: str
    expect: Expectation
    part: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    """Labelled answers and pairs, of one half or of both."""

    answers: tuple[GoldAnswer, ...]
    pairs: tuple[GoldPair, ...]

    def only(self, half: Half | None = None, question: str | None = None) -> "Gold":
        """The part that is of this half and of this question."""
        return Gold(
            tuple(x for x in self.answers if _fits(x, half, question)),
            tuple(x for x in self.pairs if _fits(x, half, question)),
        )

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of the questions, sorted."""
        ids = {answer.question for answer in self.answers} | {pair.question for pair in self.pairs}
        return tuple(sorted(ids))


def load_gold(folder: Path) -> Gold:
    """Read answers, pairs and their split.

    Raises:
        GoldError: the folder is not there, or something in it is not as expected.
    """
    try:
        split = json.loads((folder / "split.json").read_text(encoding="utf-8"))
        answers = tuple(_answer(row, split["answers"]) for row in _rows(folder / "answers"))
        pairs = tuple(_pair(row, split["pairs"]) for row in _rows(folder / "pairs"))
    except FileNotFoundError as error:
        raise GoldError(f"no gold at {folder}: {error.filename} is missing") from error
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        raise GoldError(f"the gold at {folder} is not as its README says") from error
    return Gold(answers, pairs)


def _fits(item: GoldAnswer | GoldPair, half: Half | None, question: str | None) -> bool:
    return half in (None, item.half) and question in (None, item.question)


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def _answer(row: dict[str, Any], split: Mapping[str, list[str]]) -> GoldAnswer:
    readers = tuple(_reader(reader) for reader in row["raters"])
    return GoldAnswer(row["id"], row["question"], row["text"], _half(row["id"], split), readers)


def _reader(row: dict[str, Any]) -> Reader:
    return Reader(
        level=float(row["level"]),
        standings={id_: STANDINGS[label] for id_, label in row["concepts"].items()},
        evidence=dict(row["evidence"]),
        misconceptions=dict(row["misconceptions"]),
    )


def _pair(row: dict[str, Any], split: Mapping[str, list[str]]) -> GoldPair:
    digest = hashlib.sha256(row["text"].encode()).hexdigest()[:DIGEST_LENGTH]
    target = row["concept"] if "concept" in row else row["misconception"]
    half, part = _half(digest, split), row.get("part", "")
    return GoldPair(row["question"], row["text"], half, target, row["expect"], part)


def _half(key: str, split: Mapping[str, list[str]]) -> Half:
    for half in HALVES:
        if key in split[half]:
            return half
    raise GoldError("split.json deals something to neither half")
