"""Serve the site with several processes: one listens, all answer, each watches the content.

What they share lies in the database and on disk: attempts, accounts, drafts, content. What each has
for itself is the bank, which follows the content within a second, and how often one may ask.
"""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from app.accounts import Accounts
from app.content.bank import load_bank
from app.db.connect import open_sessions
from app.db.migrate import migrate
from app.settings import Settings
from app.web.serve import running, say_where
from app.web.welcome import welcome

UNWELL_SECONDS = 60
"""A process that answers nothing for so long is replaced: five seconds, as it is by default, pass
on a machine that is merely busy."""


def serve_with_workers(settings: Settings, workers: int) -> None:
    """Serve the content at the address of `settings` until the program is told to stop.

    Raises:
        StorageError: the database cannot be used.
        BadSetting: the data folder cannot be written.
    """
    migrate(settings.database_url)
    settings.secret()  # made once, before several want to
    config = uvicorn.Config(
        "app.web.workers:site",
        factory=True,
        host=settings.host,
        port=settings.port,
        workers=workers,
        log_level="warning",
        server_header=False,
        timeout_worker_healthcheck=UNWELL_SECONDS,
    )
    listening = config.bind_socket()
    listening.listen(config.backlog)  # who comes before the workers are ready waits
    sessions = open_sessions(settings.database_url)
    try:
        said = welcome(settings, Accounts(sessions, shared=settings.mode == "shared"))
    finally:
        sessions.close()
    say_where(listening, said)
    Multiprocess(config, sockets=[listening]).run()


def site() -> FastAPI:
    """The site in one of several processes; its settings come from the environment.

    Raises:
        ContentError: the content has problems since the first process looked.
    """
    settings = Settings.from_env(os.environ)
    stack = ExitStack()
    app = stack.enter_context(running(settings, load_bank(settings.root)))

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await asyncio.to_thread(stack.close)

    app.router.lifespan_context = life
    return app
