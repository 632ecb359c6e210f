"""The commands that write content: `whyboard new`, `draft` and `fmt`."""

from pathlib import Path
from typing import Annotated

import typer

from app.content.loader import Sources, load_sources
from app.terminal import (
    EXIT_USAGE,
    fail,
    list_problems,
    must_know,
    read_text,
    settings_or_exit,
)

commands = typer.Typer()


@commands.command()
def new(
    question: Annotated[str, typer.Argument(help="Id of the new question.")],
    *,
    category: Annotated[str, typer.Option(help="Folder it lies in, like streaming.")],
) -> None:
    """Begin a question: write it and its rubric as commented skeletons to fill in."""
    from app.authoring import CannotBeginError, begin_question

    root = settings_or_exit().root
    try:
        files = begin_question(root, question, category)
    except CannotBeginError as error:
        fail(str(error), EXIT_USAGE)
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}; WHYBOARD_ROOT says where content lies")
    for file in files:
        typer.echo(str(file))
    typer.echo("Fill in what is empty; `whyboard check` names each place that still is.", err=True)


@commands.command()
def draft(
    question: Annotated[str, typer.Argument(help="Id of the question.")],
    *,
    source: Annotated[
        Path | None,
        typer.Option(
            "--from",
            exists=True,
            dir_okay=False,
            allow_dash=True,
            show_default="the question's own model answer",
            help="A model answer; - is standard input.",
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="A new file for it, else it is printed.")] = None,
) -> None:
    """Guess a rubric from a model answer: concepts, terms and sentences, to be judged by you."""
    from app.authoring import draft_rubric
    from app.engine.door import TooLong
    from app.engine.pipeline import load_pipeline

    sources = load_sources(settings_or_exit().root)
    text = _model_answer(sources, question) if source is None else read_text(source)
    try:
        drafted = draft_rubric(question, text, sources.lexicon.model, load_pipeline())
    except TooLong as error:
        fail(str(error), EXIT_USAGE)
    if out is None:
        typer.echo(drafted, nl=False)
        return
    try:
        with out.open("x", encoding="utf-8") as file:
            file.write(drafted)
    except OSError as error:
        fail(f"{out}: {error.strerror}", EXIT_USAGE)


def _model_answer(sources: Sources, question: str) -> str:
    from app.content.question import model_answer

    must_know(question, [loaded.model.id for loaded in sources.questions], "question")
    return next(model_answer(each.model) for each in sources.questions if each.model.id == question)


@commands.command("fmt")
def bring_into_form(
    question: Annotated[
        str | None, typer.Argument(help="Id of one question, else every content file.")
    ] = None,
    *,
    check_only: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail if a file is in another form.")
    ] = False,
) -> None:
    """Lay content files out in one way; comments are kept, and what they say does not change."""
    from app.authoring import content_files, format_files

    root = settings_or_exit().root
    files = content_files(root, question)
    if not files:
        fail(f"There is no file of '{question}'." if question else "There is no content.")
    try:
        changed, problems = format_files(root, files, write=not check_only)
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}; WHYBOARD_ROOT says where content lies")
    for file in changed:
        typer.echo(file)
    if problems:
        list_problems(problems)
    if check_only and changed:
        fail(f"{len(changed)} of {len(files)} files are in another form: whyboard fmt")
