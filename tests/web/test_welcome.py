"""Promises of app/web/welcome.py."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.accounts import Accounts
from app.db.connect import Sessions
from app.settings import Settings
from app.web.welcome import NO_AUTHOR, NO_SIGN_IN, SITE, welcome
from tests.coaching import fresh_sessions
from tests.web.site import quick_passwords


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[Sessions]:
    with fresh_sessions(tmp_path) as opened:
        yield opened


def lines(sessions: Sessions, **settings: str) -> tuple[str, ...]:
    env = {f"WHYBOARD_{name.upper()}": value for name, value in settings.items()}
    accounts = Accounts(
        sessions, shared=settings.get("mode") == "shared", passwords=quick_passwords()
    )
    return welcome(Settings.from_env(env), accounts)


def test_a_personal_site_prints_the_authors_link(sessions: Sessions) -> None:
    (line,) = lines(sessions)
    assert line.startswith(f"Author's pages, once: {SITE}/author/open/")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.0.7", "study.example.org"])  # noqa: S104 - is what is warned of
def test_a_personal_site_that_others_can_reach_is_warned_of(sessions: Sessions, host: str) -> None:
    assert NO_SIGN_IN in lines(sessions, host=host)


def test_a_shared_site_says_how_its_first_author_is_made(sessions: Sessions) -> None:
    assert lines(sessions, mode="shared", host="study.example.org") == (NO_AUTHOR,)
    accounts = Accounts(sessions, shared=True, passwords=quick_passwords())
    accounts.add("ada", "correct horse battery", "author")
    assert lines(sessions, mode="shared") == ()
