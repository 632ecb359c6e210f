"""Cohorts from file to file: every report is on disk as soon as it is there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.evaluation.cohort import score_lines

STANDARD = Path("-")


def copy_scored(source: Path, target: Path, root: Path, workers: int) -> tuple[int, int]:
    """Score the lines of `source` into `target`; how many lines there were, and how many bad.

    Each line is written and flushed at once, so whatever ends the run loses nothing that was done.
    """
    done = bad = 0
    with _reading(source) as lines, _writing(target) as out, _progress() as progress:
        task = progress.add_task("scoring", total=_count(source))
        for scored in score_lines(lines, root, workers):
            out.write(scored.line)
            out.flush()
            done, bad = done + 1, bad + scored.bad
            progress.advance(task)
    return done, bad


def _progress() -> Progress:
    """A bar on standard error, if that is a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(
        *columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal
    )


def _count(source: Path) -> int | None:
    if source == STANDARD:
        return None
    with source.open("rb") as lines:
        return sum(bool(line.strip()) for line in lines)


@contextmanager
def _reading(source: Path) -> Iterator[BinaryIO]:
    if source == STANDARD:
        yield sys.stdin.buffer
    else:
        with source.open("rb") as file:
            yield file


@contextmanager
def _writing(target: Path) -> Iterator[BinaryIO]:
    if target == STANDARD:
        yield sys.stdout.buffer
    else:
        with target.open("wb") as file:
            yield file
