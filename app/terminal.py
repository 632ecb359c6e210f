"""How a command ends: exit statuses, problems listed, settings and bank or a sentence instead."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Never

import typer

from app.content.bank import Bank, load_bank
from app.content.problems import ContentError, Problem
from app.content.several_files import finish_writing
from app.content.suggestion import did_you_mean
from app.settings import BadSetting, Settings

STANDARD = Path("-")
"""Stands for standard input or output."""

EXIT_PROBLEMS = 1
"""There is no result, and a sentence says why; or content has to be mended."""

EXIT_USAGE = 2
"""The command was called in a way that cannot work; also a bad setting."""


def settings_or_exit() -> Settings:
    """The settings of this process; a bad one is named and ends the command."""
    try:
        return Settings.from_env(os.environ)
    except BadSetting as bad:
        fail(str(bad), EXIT_USAGE)


def bank_or_exit(root: Path) -> Bank:
    """The content below `root`; if it has problems they are listed and the command ends.

    Publishing that was cut short by a crash is finished first.
    """
    finish_writing(root)
    try:
        return load_bank(root)
    except ContentError as error:
        list_problems(error.problems)


def list_problems(problems: Sequence[Problem]) -> Never:
    """Say each problem and how many there are, and end the command."""
    for problem in problems:
        typer.echo(str(problem), err=True)
    fail(f"{len(problems)} to mend")


def fail(sentence: str, status: int = EXIT_PROBLEMS) -> Never:
    """Say why there is no result, and end the command."""
    typer.echo(sentence, err=True)
    raise typer.Exit(status)


def read_text(file: Path) -> str:
    """The text of a file or of standard input; what cannot be read ends the command."""
    if file == STANDARD and sys.stdin.isatty():
        typer.echo(
            "Write or paste the answer, then end it with Ctrl-D on a line of its own.", err=True
        )
    try:
        data = sys.stdin.buffer.read() if file == STANDARD else file.read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        fail(f"{file}: not text in UTF-8.", EXIT_USAGE)
    except OSError as error:
        fail(f"{file}: {error.strerror}.", EXIT_USAGE)


def must_know(id_: str, known: Iterable[str], kind: str) -> None:
    """End the command if nothing of that kind is called so; name the nearest."""
    if id_ not in known:
        fail(f"There is no {kind} '{id_}'{did_you_mean(id_, known)}", EXIT_USAGE)
