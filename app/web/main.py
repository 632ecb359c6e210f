"""Put the site together."""

import time
from datetime import tzinfo
from pathlib import Path

from fastapi import FastAPI

from app.accounts import Accounts
from app.accounts.passwords import Passwords
from app.authoring.desk import AuthorsDesk
from app.coach import Coach
from app.db.connect import Sessions, sqlite_file
from app.settings import Settings, default_root
from app.web.accuracy_pages import docs_of
from app.web.assets import load_assets
from app.web.errors import answer_refusals
from app.web.hashing import Hashing
from app.web.needs import KnownOnly
from app.web.pace import Pace
from app.web.rendering import make_environment
from app.web.routes import (
    about,
    account,
    api,
    attempts,
    author,
    author_links,
    browse,
    coaching,
    comparing,
    files,
    history,
    joining,
    keeping,
    leaving,
    model_answers,
    people,
    practice,
    recovering,
    sharing,
    sign_in,
)
from app.web.security import protect

LIVE_BURST = 8
LIVE_EVERY = 0.25
"""Requests of one learner to the live coach at once, and seconds from one to the next after that:
twice as often as the page's script asks, and less than a fifth of one processor."""

FOR_KNOWN = (
    browse.router,
    practice.router,
    coaching.router,
    model_answers.router,
    attempts.router,
    comparing.router,
    keeping.router,
    sharing.router,
    history.router,
    about.router,
    author.router,
    api.router,
)
"""What only somebody known may ask for; in a personal installation everybody is."""

FOR_KNOWN_IN_SHARED = (account.router, leaving.router, people.router)

OPEN = (files.router, sharing.open_router)
"""What anybody may ask for, in shared mode too."""

OPEN_IN_SHARED = (*OPEN, sign_in.router, joining.router, recovering.router)
OPEN_IN_PERSONAL = (*OPEN, author_links.router)


def create_app(
    settings: Settings,
    coach: Coach,
    sessions: Sessions,
    *,
    authoring: AuthorsDesk,
    zone: tzinfo,
    templates: Path | None = None,
    passwords: Passwords | None = None,
) -> FastAPI:
    """The whole site over `coach` and the authors' desk.

    Args:
        zone: the time zone that pages show times in.
        templates: folder of the templates; those that came with the program unless given.
        passwords: how they are hashed; with argon2id as it is recommended unless given.
    """
    app = FastAPI(title="Whyboard", docs_url=None, redoc_url=None, openapi_url=None)
    shared = settings.mode == "shared"
    assets = load_assets()
    app.state.assets = assets
    app.state.templates = make_environment(
        templates or default_root() / "templates", assets, zone, shared=shared
    )
    app.state.coach = coach
    app.state.authoring = authoring
    app.state.sessions = sessions
    app.state.accounts = Accounts(
        sessions=sessions,
        shared=shared,
        clock=coach.clock,
        new_id=coach.new_id,
        new_secret=coach.new_secret,
        passwords=passwords or Passwords(),
    )
    if shared:
        app.state.accounts.passwords.prepare()
    app.state.hashing = Hashing()
    app.state.pace = Pace(LIVE_BURST, LIVE_EVERY, time.monotonic)
    app.state.place = place_of(settings)
    app.state.docs = docs_of(settings.root, default_root())
    for router in OPEN_IN_SHARED if shared else OPEN_IN_PERSONAL:
        app.include_router(router)
    for router in (*FOR_KNOWN, *FOR_KNOWN_IN_SHARED) if shared else FOR_KNOWN:
        app.include_router(router, dependencies=[KnownOnly])
    answer_refusals(app)
    protect(app, allowed_hosts=settings.allowed_hosts, secret=settings.secret())
    return app


def place_of(settings: Settings) -> str:
    """Where attempts are kept, without a password that the address may hold."""
    file = sqlite_file(settings.database_url)
    return str(file) if file else "the PostgreSQL database that WHYBOARD_DATABASE_URL names"
