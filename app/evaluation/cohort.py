"""Scoring many answers: lines of JSON in, one report a line out, in order, on several processes."""

import json
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

CHUNK = 16
"""Lines a worker takes at a time: a chunk lasts about half a second, so order costs no waiting."""

AHEAD = 4
"""Chunks a worker may be ahead of the writer: bounds what is held in memory."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A line to be written, line feed included, and whether it tells of an error."""

    line: bytes
    bad: bool


Numbered = tuple[int, bytes]
"""A line with its number, counted from 1."""


class BadLineError(ValueError):
    """A line is not a JSON object with `question` and `text`; the message says why."""


class WorkersLostError(RuntimeError):
    """A scoring process was ended from outside; what is written so far stands."""


def score_lines(lines: Iterable[bytes], root: Path, workers: int) -> Iterator[Scored]:
    """One line of JSON for each line that is not blank, in order.

    A line that cannot be scored gives `{"id", "line", "error"}`. With one worker the scoring is
    done in this process; else in `workers` processes, started by spawn.

    Raises:
        WorkersLostError: a process ended before its time.
    """
    numbered = ((n, line) for n, line in enumerate(lines, start=1) if line.strip())
    chunks = iter(lambda: list(islice(numbered, CHUNK)), [])
    if workers == 1:
        _start_worker(root)
        for chunk in chunks:
            for line in chunk:
                yield _score_line(line)
        return
    context = get_context("spawn")
    try:
        with ProcessPoolExecutor(workers, context, _start_worker, (root,)) as pool:
            yield from _in_order(pool, chunks, workers * AHEAD)
    except BrokenProcessPool as error:
        raise WorkersLostError(
            "a scoring process ended before its time (out of memory?)"
        ) from error


def _in_order(
    pool: ProcessPoolExecutor, chunks: Iterator[list[Numbered]], most: int
) -> Iterator[Scored]:
    waiting: deque[Future[list[Scored]]] = deque()
    try:
        for chunk in chunks:
            waiting.append(pool.submit(_score_chunk, chunk))
            if len(waiting) == most:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


_worker: dict[str, Any] = {}
"""What a process keeps between lines: its scorer and the ids of its questions."""


def _start_worker(root: Path) -> None:
    from app.content.bank import load_bank
    from app.engine.pipeline import load_pipeline
    from app.engine.scorer import Scorer

    bank = load_bank(root)
    _worker["questions"] = frozenset(bank.questions)
    _worker["scorer"] = Scorer(bank, load_pipeline())


def _score_chunk(chunk: list[Numbered]) -> list[Scored]:
    return [_score_line(line) for line in chunk]


def _score_line(numbered: Numbered) -> Scored:
    number, line = numbered
    row: dict[str, Any] = {}
    try:
        row = _object(line)
        question, text = _asked(row)
        report = _report(question, text)
    except BadLineError as error:
        told = {"id": row.get("id"), "line": number, "error": str(error)}
        return Scored(encoded(told), bad=True)
    return Scored(encoded({"id": row.get("id"), **report}), bad=False)


def _report(question: str, text: str) -> dict[str, Any]:
    from app.engine.door import TooLong

    if question not in _worker["questions"]:
        raise BadLineError(f"there is no question '{question}'")
    try:
        report: dict[str, Any] = _worker["scorer"].score(question, text).model_dump(mode="json")
    except TooLong as error:
        raise BadLineError(str(error)) from error
    return report


def _object(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise BadLineError("the line is not UTF-8") from error
    except RecursionError as error:
        raise BadLineError("the line is nested too deep") from error
    except ValueError as error:
        raise BadLineError(f"the line is not JSON: {error}") from error
    if not isinstance(row, dict):
        raise BadLineError("the line is not a JSON object")
    return row


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


def _asked(row: dict[str, Any]) -> tuple[str, str]:
    for key in ("question", "text"):
        if key not in row:
            raise BadLineError(f"the key '{key}' is missing")
        if not isinstance(row[key], str):
            raise BadLineError(f"'{key}' is not text")
    return row["question"], row["text"]


def encoded(row: dict[str, Any]) -> bytes:
    """A line of JSON in UTF-8; a lone surrogate is written as the JSON escape it came as."""
    return (json.dumps(row, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")
