"""Put the site together."""

import time
from datetime import tzinfo
from pathlib import Path

from fastapi import FastAPI

from app.accounts import Accounts
from app.authoring.desk import AuthorsDesk
from app.coach import Coach
from app.db.connect import Sessions, sqlite_file
from app.settings import Settings, default_root
from app.web.accuracy_pages import docs_of
from app.web.assets import load_assets
from app.web.errors import answer_refusals
from app.web.pace import Pace
from app.web.rendering import make_environment
from app.web.routes import (
    api,
    attempts,
    author_links,
    browse,
    coaching,
    comparing,
    files,
    history,
    keeping,
    model_answers,
    practice,
    sharing,
)
from app.web.security import protect

LIVE_BURST = 8
LIVE_EVERY = 0.25
"""Requests of one learner to the live coach at once, and seconds from one to the next after that:
twice as often as the page's script asks, and less than a fifth of one processor."""


def create_app(
    settings: Settings,
    coach: Coach,
    sessions: Sessions,
    *,
    authoring: AuthorsDesk,
    zone: tzinfo,
    templates: Path | None = None,
) -> FastAPI:
    """The whole site over `coach` and the authors' desk.

    Args:
        zone: the time zone that pages show times in.
        templates: folder of the templates; those that came with the program unless given.
    """
    app = FastAPI(title="Whyboard", docs_url=None, redoc_url=None)
    assets = load_assets()
    app.state.assets = assets
    app.state.templates = make_environment(templates or default_root() / "templates", assets, zone)
    app.state.coach = coach
    app.state.authoring = authoring
    app.state.sessions = sessions
    app.state.accounts = accounts_of(coach, sessions)
    app.state.pace = Pace(LIVE_BURST, LIVE_EVERY, time.monotonic)
    app.state.place = place_of(settings)
    app.state.docs = docs_of(settings.root, default_root())
    for module in (
        browse,
        practice,
        coaching,
        model_answers,
        attempts,
        comparing,
        keeping,
        sharing,
        history,
        files,
        author_links,
        api,
    ):
        app.include_router(module.router)
    answer_refusals(app)
    protect(app, allowed_hosts=settings.allowed_hosts, secret=settings.secret())
    return app


def place_of(settings: Settings) -> str:
    """Where attempts are kept, without a password that the address may hold."""
    file = sqlite_file(settings.database_url)
    return str(file) if file else "the PostgreSQL database that WHYBOARD_DATABASE_URL names"


def accounts_of(coach: Coach, sessions: Sessions) -> Accounts:
    """Who is who, with the coach's clock and sources of ids and secrets."""
    return Accounts(
        sessions=sessions, clock=coach.clock, new_id=coach.new_id, new_secret=coach.new_secret
    )
