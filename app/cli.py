"""The command `whyboard`: arguments in, results to standard output, findings to standard error.

Each command is thin; its work lies in the modules it calls. What is heavy is imported when a
command runs, so `whyboard check` starts without spaCy and `whyboard score` without a web framework.
"""

from typing import Annotated

import typer

from app import account_commands, authoring_commands, scoring_commands, writing_commands
from app.settings import BadSetting
from app.terminal import EXIT_USAGE, bank_or_exit, fail, settings_or_exit

main = typer.Typer(
    help="Practise system-design answers: local, private, and every point proved.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
main.add_typer(writing_commands.commands)
main.add_typer(authoring_commands.commands)
main.add_typer(scoring_commands.commands)
main.add_typer(account_commands.commands)


@main.command()
def serve(
    *,
    workers: Annotated[
        int, typer.Option(min=1, max=64, help="Processes that answer, each with its own memory.")
    ] = 1,
) -> None:
    """Serve the site on this machine; the address is printed."""
    from app.db.failures import StorageError
    from app.web.serve import serve as run
    from app.web.workers import serve_with_workers

    settings = settings_or_exit()
    bank = bank_or_exit(settings.root)
    try:
        if workers > 1:
            serve_with_workers(settings, workers)
        else:
            run(settings, bank)
    except StorageError as error:
        fail(f"{settings.data_folder}: {error}")
    except BadSetting as bad:
        fail(str(bad), EXIT_USAGE)
