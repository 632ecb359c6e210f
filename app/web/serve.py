"""Run the site on this machine until it is stopped."""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Thread
from typing import Any, Protocol, cast

import uvicorn
from fastapi import FastAPI

from app.accounts import Accounts
from app.authoring.desk import AuthorsDesk
from app.bank_holder import BankHolder
from app.coach import Coach
from app.content.bank import Bank
from app.db.connect import Sessions, open_sessions
from app.db.migrate import migrate
from app.settings import Settings
from app.web.live import ContentWatch, WaitingScorer, load_in_background
from app.web.main import create_app
from app.web.welcome import SITE, welcome

ID_BYTES = 12
"""Of an attempt's id: enough that nobody guesses one."""


def serve(settings: Settings, bank: Bank) -> None:
    """Serve `bank` at the address of `settings`; returns when the program is told to stop.

    Raises:
        StorageError: the database cannot be used.
    """
    migrate(settings.database_url)
    with running(settings, bank) as site:
        _run(site, settings, welcome(settings, cast("Accounts", site.state.accounts)))


@contextmanager
def running(settings: Settings, bank: Bank) -> Iterator[FastAPI]:
    """The site over a migrated database, with all that works beside it until it is left."""
    pipeline = load_in_background()
    scorer = WaitingScorer(bank, pipeline)
    holder = BankHolder(bank, scorer)
    watch = ContentWatch(settings.root, holder, pipeline)
    sessions = open_sessions(settings.database_url)
    Thread(target=scorer.prepare, name="prepare-rubrics", daemon=True).start()
    watch.start()
    try:
        desk = AuthorsDesk(settings.root, sessions, pipeline.result, _now, _new_id, watch.look)
        yield _site(settings, holder, desk, sessions)
    finally:
        watch.stop()
        sessions.close()


def _site(settings: Settings, holder: BankHolder, desk: AuthorsDesk, sessions: Sessions) -> FastAPI:
    coach = Coach(holder, clock=_now, new_id=_new_id)
    zone = datetime.now().astimezone().tzinfo or UTC
    return create_app(settings, coach, sessions, authoring=desk, zone=zone)


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return secrets.token_hex(ID_BYTES)


class Listening(Protocol):
    """A socket, of the system or of the event loop."""

    def getsockname(self) -> Any:
        """Return its address and port, and more for some kinds."""


class _Server(uvicorn.Server):
    """uvicorn that prints the address to open, and what else to say, once it listens there."""

    def __init__(self, config: uvicorn.Config, said: tuple[str, ...]) -> None:
        super().__init__(config)
        self._said = said

    async def startup(self, sockets: object = None) -> None:
        """Listen, then say where."""
        await super().startup(sockets)  # type: ignore[arg-type]
        if self.started:
            say_where(self.servers[0].sockets[0], self._said)


def say_where(listening: Listening, said: Iterable[str]) -> None:
    """Print the address of a socket, and what else there is to say with it."""
    host, port = listening.getsockname()[:2]
    site = f"http://{host}:{port}"
    print(f"Whyboard is at {site}/ (Ctrl+C stops it)", flush=True)  # noqa: T201
    for line in said:
        print(line.replace(SITE, site), flush=True)  # noqa: T201


def _run(app: FastAPI, settings: Settings, said: tuple[str, ...]) -> None:
    config = uvicorn.Config(
        app, host=settings.host, port=settings.port, log_level="warning", server_header=False
    )
    _Server(config, said).run()
