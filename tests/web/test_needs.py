"""Promises of app/web/needs.py: one transaction a request."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import text
from starlette.types import Message, Receive, Scope, Send

from app.accounts import Accounts
from app.db import reveals
from app.db.connect import Sessions
from app.db.learners import PERSONAL
from app.web.needs import DbSession, Learner, TheCoach
from tests.coaching import NOON, QUESTION, fresh_sessions, small_coach


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[Sessions]:
    with fresh_sessions(tmp_path) as opened:
        yield opened


def make_app(sessions: Sessions) -> FastAPI:
    """A site whose routes write, write and stumble, or write what cannot be committed."""
    app = FastAPI()
    app.state.sessions = sessions
    app.state.coach = small_coach()
    app.state.accounts = Accounts(sessions)

    @app.post("/write")
    def write(session: DbSession, learner: Learner, coach: TheCoach) -> str:
        coach.reveal(session, learner, QUESTION)
        return "saved"

    @app.post("/stumble")
    def stumble(session: DbSession, learner: Learner, coach: TheCoach) -> None:
        coach.reveal(session, learner, QUESTION)
        raise InterruptedError

    @app.post("/dangle")
    def dangle(session: DbSession) -> str:
        session.execute(text("PRAGMA defer_foreign_keys=ON"))
        session.execute(
            text("INSERT INTO reveals VALUES ('nobody', 'small-queue', '2026-03-01 12:00:00')")
        )
        return "saved"

    return app


def revealed(sessions: Sessions) -> bool:
    with sessions.reading.begin() as session:
        return reveals.revealed_at(session, PERSONAL, QUESTION) == NOON


class Listener:
    """Notes, the moment a reply begins to leave, whether what it tells of is kept."""

    def __init__(self, app: FastAPI, sessions: Sessions) -> None:
        self.app = app
        self.sessions = sessions
        self.kept_when_told: bool | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on."""

        async def listen(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.kept_when_told = revealed(self.sessions)
            await send(message)

        await self.app(scope, receive, listen)


def test_what_was_written_is_kept_before_the_reply_leaves(sessions: Sessions) -> None:
    listener = Listener(make_app(sessions), sessions)
    assert TestClient(listener).post("/write").json() == "saved"
    assert listener.kept_when_told is True


def test_a_route_that_fails_leaves_nothing_behind(sessions: Sessions) -> None:
    client = TestClient(make_app(sessions), raise_server_exceptions=False)
    assert client.post("/stumble").status_code == 500
    assert not revealed(sessions)


def test_nobody_is_told_saved_when_the_commit_fails(sessions: Sessions) -> None:
    client = TestClient(make_app(sessions), raise_server_exceptions=False)
    assert client.post("/dangle").status_code == 500
