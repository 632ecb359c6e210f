"""The commands that look at content: `whyboard check` and `calibrate`."""

import json
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from app.content.changes import content_state, settled_changes
from app.content.check import source_problems
from app.content.loader import Sources, load_sources
from app.content.problems import Problem
from app.terminal import (
    EXIT_USAGE,
    bank_or_exit,
    fail,
    list_problems,
    must_know,
    settings_or_exit,
)

commands = typer.Typer()

LOOK_EVERY = 0.5
"""Seconds between looks for changed files; a change is checked when two looks see the same."""

SHOWN_OF_A_CODE = 5
"""Warnings of one code that are listed unless all are asked for: enough to see what is meant."""


@commands.command()
def check(
    root: Annotated[
        Path | None,
        typer.Argument(
            exists=True,
            file_okay=False,
            show_default="WHYBOARD_ROOT, else the content that came with whyboard",
            help="Folder that holds questions/ and rubrics/.",
        ),
    ] = None,
    *,
    deep: Annotated[
        bool, typer.Option("--deep", help="Also score model answers, samples, yes and no.")
    ] = False,
    question: Annotated[
        str | None, typer.Option(help="Only this question's warnings, and only it with --deep.")
    ] = None,
    warnings: Annotated[
        bool, typer.Option("--warnings", help="List all warnings, not a few of each code.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Fail if there is a warning.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a file changes; Ctrl-C ends it.")
    ] = False,
) -> None:
    """Check every question and rubric; say all there is to mend as file:line:column."""
    root = root or settings_or_exit().root
    once = partial(_check, root, question, deep=deep, everything=warnings, strict=strict)
    if watch:
        _keep_checking(root, once)
    else:
        once()


def _keep_checking(root: Path, check: Callable[[], None]) -> None:
    """Check now and after each change; a check that fails ends nothing."""

    def wait() -> bool:
        time.sleep(LOOK_EVERY)
        return True

    known = content_state(root)
    with suppress(KeyboardInterrupt):
        with suppress(typer.Exit):
            check()
        for _ in settled_changes(known, partial(content_state, root), wait):
            typer.echo("\n-- changed --", err=True)
            with suppress(typer.Exit):
                check()


def _check(root: Path, question: str | None, *, deep: bool, everything: bool, strict: bool) -> None:
    sources = load_sources(root)
    if problems := source_problems(sources):
        list_problems(problems)
    if problems := _cost_problems(sources):
        list_problems(problems)
    if question is not None:
        must_know(question, [loaded.model.id for loaded in sources.questions], "question")
    if deep and (problems := _deep_problems(root, question)):
        list_problems(problems)
    doubtful = _warnings(sources, question)
    _list_warnings(doubtful, everything=everything)
    counts = f"{len(sources.questions)} questions, {len(sources.rubrics)} rubrics: all good"
    typer.echo(counts + _counted(doubtful))
    if strict and doubtful:
        fail(f"{len(doubtful)} warnings, and --strict was asked for")


def _cost_problems(sources: Sources) -> list[Problem]:
    from app.workbench.costs import cost_problems

    return cost_problems(sources)


def _warnings(sources: Sources, question: str | None) -> list[Problem]:
    from app.workbench.lint import rubric_warnings, warnings_in

    if question is None:
        return warnings_in(sources)
    rubric = next(each for each in sources.rubrics if each.model.question == question)
    return sorted(set(rubric_warnings(rubric, sources.lexicon.model)))


def _list_warnings(doubtful: Sequence[Problem], *, everything: bool) -> None:
    listed = Counter[str]()
    for warning in doubtful:
        listed[warning.code] += 1
        if everything or listed[warning.code] <= SHOWN_OF_A_CODE:
            typer.echo(warning.as_warning(), err=True)
    left = sum(max(0, count - SHOWN_OF_A_CODE) for count in listed.values())
    if left and not everything:
        typer.echo(f"and {left} more warnings: --warnings lists them all", err=True)


def _counted(doubtful: Sequence[Problem]) -> str:
    if not doubtful:
        return ""
    counts = Counter(warning.code for warning in doubtful).most_common()
    told = ", ".join(f"{count} {code}" for code, count in counts)
    return f"; {len(doubtful)} warnings ({told})"


def _deep_problems(root: Path, question: str | None) -> list[Problem]:
    from app.engine.pipeline import load_pipeline
    from app.engine.scorer import Scorer
    from app.evaluation.deep_check import deep_problems, question_problems

    bank = bank_or_exit(root)
    scorer = Scorer(bank, load_pipeline())
    if question is not None:
        return sorted(question_problems(bank, question, root, scorer))
    return deep_problems(bank, root, scorer)


@commands.command()
def calibrate(
    question: Annotated[str, typer.Argument(help="Id of the question.")],
    *,
    gold: Annotated[
        Path | None,
        typer.Option(help="Folder of labelled answers and pairs, as tests/development."),
    ] = None,
    concept: Annotated[
        str | None,
        typer.Option(help="Only this concept, misconception or check, with what fired; or 'all'."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Try a rubric on every text there is for it: what fires, is missed, dead or wrong."""
    from rich.console import Console

    from app.calibration_text import print_calibration
    from app.engine.pipeline import load_pipeline
    from app.engine.scorer import Scorer
    from app.evaluation.gold import GoldError, load_gold
    from app.workbench.calibration import calibrate as run

    bank = bank_or_exit(settings_or_exit().root)
    must_know(question, bank.questions, "question")
    try:
        labels = load_gold(gold) if gold else None
    except GoldError as error:
        fail(str(error), EXIT_USAGE)
    found = run(bank, question, Scorer(bank, load_pipeline()), labels)
    if concept not in (None, "all"):
        must_know(concept, [each.id for each in (*found.concepts, *found.flags)], "concept")
    if as_json:
        typer.echo(json.dumps(found.as_data(), indent=2, ensure_ascii=False))
    else:
        print_calibration(found, Console(highlight=False), concept)
