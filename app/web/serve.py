"""Run the site on this machine until it is stopped."""

import secrets
from datetime import UTC, datetime
from threading import Thread
from typing import cast

import uvicorn
from fastapi import FastAPI

from app.accounts import Accounts
from app.accounts.author_links import author_path
from app.authoring.desk import AuthorsDesk
from app.bank_holder import BankHolder
from app.coach import Coach
from app.content.bank import Bank
from app.db.connect import Sessions, open_sessions
from app.db.failures import StorageError
from app.db.migrate import migrate
from app.settings import Settings
from app.web.live import ContentWatch, WaitingScorer, load_in_background
from app.web.main import create_app

ID_BYTES = 12
"""Of an attempt's id: enough that nobody guesses one."""


def serve(settings: Settings, bank: Bank) -> None:
    """Serve `bank` at the address of `settings`; returns when the program is told to stop.

    Raises:
        StorageError: the database cannot be used.
    """
    migrate(settings.database_url)
    pipeline = load_in_background()
    scorer = WaitingScorer(bank, pipeline)
    holder = BankHolder(bank, scorer)
    watch = ContentWatch(settings.root, holder, pipeline)
    sessions = open_sessions(settings.database_url)
    Thread(target=scorer.prepare, name="prepare-rubrics", daemon=True).start()
    watch.start()
    try:
        desk = AuthorsDesk(settings.root, sessions, pipeline.result, _now, _new_id, watch.look)
        site = _site(settings, holder, desk, sessions)
        _run(site, settings, _author_link(site))
    finally:
        watch.stop()
        sessions.close()


def _site(settings: Settings, holder: BankHolder, desk: AuthorsDesk, sessions: Sessions) -> FastAPI:
    coach = Coach(holder, clock=_now, new_id=_new_id)
    zone = datetime.now().astimezone().tzinfo or UTC
    return create_app(settings, coach, sessions, authoring=desk, zone=zone)


def _now() -> datetime:
    return datetime.now(UTC)


def _author_link(site: FastAPI) -> str:
    """The path of a link that opens the author's pages once; empty if it cannot be kept."""
    try:
        return author_path(cast("Accounts", site.state.accounts).make_author_link())
    except StorageError:  # it may be read only: learners can still look back
        return ""


def _new_id() -> str:
    return secrets.token_hex(ID_BYTES)


class _Server(uvicorn.Server):
    """uvicorn that prints the addresses to open once it listens there."""

    def __init__(self, config: uvicorn.Config, author_link: str) -> None:
        super().__init__(config)
        self._author_link = author_link

    async def startup(self, sockets: object = None) -> None:
        """Listen, then say where."""
        await super().startup(sockets)  # type: ignore[arg-type]
        if self.started:
            host, port = self.servers[0].sockets[0].getsockname()[:2]
            site = f"http://{host}:{port}"
            print(f"Whyboard is at {site}/ (Ctrl+C stops it)", flush=True)  # noqa: T201
            if self._author_link:
                print(f"Author's pages, once: {site}{self._author_link}", flush=True)  # noqa: T201


def _run(app: FastAPI, settings: Settings, author_link: str) -> None:
    config = uvicorn.Config(
        app, host=settings.host, port=settings.port, log_level="warning", server_header=False
    )
    _Server(config, author_link).run()
