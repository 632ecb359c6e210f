"""The command `whyboard`: arguments in, results to standard output, findings to standard error.

Each command is thin; its work lies in the modules it calls. What is heavy is imported when a
command runs, so `whyboard check` starts without spaCy and `whyboard score` without a web framework.
"""

from pathlib import Path
from typing import Annotated

import typer

from app import scoring_commands
from app.content.check import source_problems
from app.content.loader import load_sources
from app.content.problems import Problem
from app.settings import BadSetting
from app.terminal import EXIT_USAGE, bank_or_exit, fail, list_problems, settings_or_exit

main = typer.Typer(
    help="Practise system-design answers: local, private, and every point proved.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
main.add_typer(scoring_commands.commands)


@main.command()
def serve() -> None:
    """Serve the site on this machine; the address is printed."""
    from app.db.failures import StorageError
    from app.web.serve import serve as run

    settings = settings_or_exit()
    bank = bank_or_exit(settings.root)
    try:
        run(settings, bank)
    except StorageError as error:
        fail(f"{settings.data_folder}: {error}")
    except BadSetting as bad:
        fail(str(bad), EXIT_USAGE)


@main.command()
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
) -> None:
    """Check every question and rubric; say all there is to mend as file:line:column."""
    root = root or settings_or_exit().root
    sources = load_sources(root)
    if problems := source_problems(sources):
        list_problems(problems)
    if deep and (problems := _deep_problems(root)):
        list_problems(problems)
    counts = f"{len(sources.questions)} questions, {len(sources.rubrics)} rubrics"
    typer.echo(f"{counts}: all good")


def _deep_problems(root: Path) -> list[Problem]:
    from app.engine.pipeline import load_pipeline
    from app.engine.scorer import Scorer
    from app.evaluation.deep_check import deep_problems

    bank = bank_or_exit(root)
    return deep_problems(bank, root, Scorer(bank, load_pipeline()))
