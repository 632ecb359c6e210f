"""The commands that score: `whyboard score`, `score-many`, `eval` and `bench`."""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.content.bank import Bank
from app.content.suggestion import did_you_mean
from app.terminal import EXIT_USAGE, STANDARD, bank_or_exit, fail, read_text, settings_or_exit

if TYPE_CHECKING:  # what is heavy is imported by the command that needs it
    from app.engine.scorer import Scorer
    from app.evaluation.bench import Bench

commands = typer.Typer()

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@commands.command()
def score(
    question: Annotated[str, typer.Argument(help="Id of the question.")],
    file: Annotated[Path, typer.Argument(help="The answer; - is standard input.")] = STANDARD,
    *,
    as_json: AsJson = False,
    explain: Annotated[
        str | None,
        typer.Option(help="Show why a concept (its id) was or was not found; 'all' for every one."),
    ] = None,
    improve: Annotated[
        bool, typer.Option("--improve", help="Add the edits that make the answer a better one.")
    ] = False,
) -> None:
    """Score one answer and print what it states, explains, misses and gets wrong."""
    from rich.console import Console

    from app.engine.door import TooLong, admit
    from app.report_text import print_report

    bank = bank_or_exit(settings_or_exit().root)
    _must_know(bank, question)
    scorer, text = _scorer(bank), read_text(file)
    try:
        report = scorer.score(question, text, improved=improve)
    except TooLong as error:
        fail(str(error), EXIT_USAGE)
    if explain is not None:
        _explain(scorer, question, text, explain)
        return
    if as_json:
        typer.echo(report.model_dump_json(indent=2))
    else:
        title = bank.questions[question].title
        print_report(report, title, admit(text), Console(highlight=False))


def _explain(scorer: "Scorer", question: str, text: str, concept: str) -> None:
    """Print the ideas seen in each sentence, then what each part of a concept found or lacked."""
    from app.trace_text import trace_lines

    ids = [each.id for each in scorer.rubric(question).concepts]
    if concept not in (*ids, "all"):
        fail(f"There is no concept '{concept}'{did_you_mean(concept, ids)}.", EXIT_USAGE)
    for line in trace_lines(scorer, question, text, ids if concept == "all" else [concept]):
        typer.echo(line)


@commands.command("score-many")
def score_many(
    answers: Annotated[Path, typer.Argument(help="Lines of JSON with id, question and text.")],
    *,
    out: Annotated[Path, typer.Option(help="Where the reports go, one a line; - is allowed.")],
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes.")] = 1,
) -> None:
    """Score many answers; a line that cannot be scored is reported in its place."""
    from app.evaluation.cohort import WorkersLostError
    from app.evaluation.cohort_files import copy_scored

    bank_or_exit(settings_or_exit().root)  # so that problems of content are told once, here
    if STANDARD not in (out, answers) and out.resolve() == answers.resolve():
        fail("IN and --out are the same file; the answers would be lost.", EXIT_USAGE)
    try:
        done, bad = copy_scored(answers, out, settings_or_exit().root, workers)
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}", EXIT_USAGE)
    except WorkersLostError as error:
        fail(str(error))
    typer.echo(f"{done} lines: {done - bad} scored, {bad} could not be", err=True)


@commands.command("eval")
def evaluate(
    *,
    as_json: AsJson = False,
    question: Annotated[str | None, typer.Option(help="Only this question.")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List what is wrong in build.")] = False,
    laws: Annotated[bool, typer.Option(help="Try the laws on generated variants.")] = True,
    gold: Annotated[Path | None, typer.Option(help="Folder of labels; tests/gold.")] = None,
    page: Annotated[
        Path | None,
        typer.Option(help="Write the figures as Markdown, and as accuracy.json beside it."),
    ] = None,
) -> None:
    """Compare the engine with the labelled answers and pairs, beside simple baselines."""
    from rich.console import Console

    from app.evaluation import evaluate as run
    from app.evaluation.accuracy_page import publish, write_pages
    from app.evaluation.gold import GoldError, load_gold
    from app.evaluation.laws import all_variants, try_laws
    from app.evaluation.output import Output

    bank = bank_or_exit(settings_or_exit().root)
    if question is not None:
        _must_know(bank, question)
    try:
        labels = load_gold(gold or settings_or_exit().root / "tests" / "gold")
    except GoldError as error:
        fail(str(error), EXIT_USAGE)
    scorer = _scorer(bank)
    evaluation = run.evaluate(labels, bank, scorer, question)
    variants = all_variants(bank, labels, scorer, question) if laws else ()
    output = Output(evaluation, try_laws(scorer, variants), errors=errors)
    if as_json:
        typer.echo(output.as_json())
    else:
        output.print(Console(highlight=False))
    if page:
        write_pages(publish(evaluation, output.laws.counts, labels, bank), page)


@commands.command("bench")
def bench(
    *,
    scorings: Annotated[int, typer.Option(min=1, help="Scorings for the memory test.")] = 1_000,
    as_json: AsJson = False,
) -> None:
    """Time scoring against the bare parse of the same texts, and watch memory."""
    from app.engine.pipeline import load_pipeline
    from app.evaluation import bench as run

    bank = bank_or_exit(settings_or_exit().root)
    start = time.perf_counter()
    pipeline = load_pipeline()
    loading = time.perf_counter() - start
    result = run.bench(bank, pipeline, _scorer(bank), time.perf_counter, scorings)
    if as_json:
        typer.echo(json.dumps({"load_ms": round(loading * 1000, 1), **result.as_data()}, indent=2))
    else:
        _print_bench(result, loading)


def _print_bench(result: "Bench", loading: float) -> None:
    from app.evaluation.bench import bench_lines

    typer.echo(f"loading the pipeline: {loading * 1000:.0f} ms")
    for line in bench_lines(result):
        typer.echo(line)


def _scorer(bank: Bank) -> "Scorer":
    from app.engine.pipeline import load_pipeline
    from app.engine.scorer import Scorer

    return Scorer(bank, load_pipeline())


def _must_know(bank: Bank, question: str) -> None:
    if question not in bank.rubrics:
        near = did_you_mean(question, bank.questions)
        fail(f"There is no question '{question}'{near}", EXIT_USAGE)
