"""A site that several share: Ada is an author, Alice and Bob learn, and a stranger looks in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from app.accounts import Accounts
from app.db.connect import Sessions
from tests.web.site import fields_of, site

PASSWORD = "correct horse battery"  # noqa: S105 - of everybody in the cast

SITE = "http://site"


@dataclass(frozen=True)
class Cast:
    """Browsers without script at one site, each signed in as who it is called after.

    Attributes:
        codes: recovery codes by name.
        ids: of the accounts, by name.
    """

    app: FastAPI
    sessions: Sessions
    accounts: Accounts
    stranger: TestClient
    ada: TestClient
    alice: TestClient
    bob: TestClient
    codes: dict[str, str]
    ids: dict[str, str]


@contextmanager
def shared_site(folder: Path, root: Path | None = None) -> Iterator[Cast]:
    """The cast at a site with an empty database in `folder`."""
    with site(folder, root=root, mode="shared") as (stranger, sessions):
        app = cast("FastAPI", stranger.app)
        accounts = cast("Accounts", app.state.accounts)
        codes = {
            "ada": accounts.add("ada", PASSWORD, "author"),
            "alice": accounts.add("alice", PASSWORD, "learner"),
            "bob": accounts.add("bob", PASSWORD, "learner"),
        }
        browsers = {name: browser_at(app) for name in codes}
        for name, browser in browsers.items():
            assert enter(browser, name).status_code == 303
        ids = {one.name: one.learner for one in accounts.everybody()}
        yield Cast(app, sessions, accounts, stranger, codes=codes, ids=ids, **browsers)


def browser_at(app: FastAPI) -> TestClient:
    """Another browser that nobody has used yet."""
    return TestClient(app, base_url=SITE, raise_server_exceptions=False)


def enter(browser: TestClient, name: str, password: str = PASSWORD, **fields: str) -> Response:
    """Fill in the sign-in form and send it, without following where it leads."""
    token = token_at(browser, "/sign-in")
    sent = {"csrf": token, "name": name, "password": password, **fields}
    return browser.post("/sign-in", data=sent, follow_redirects=False)


def token_at(browser: TestClient, address: str = "/data/delete") -> str:
    """The token of the forms of a page."""
    return fields_of(browser.get(address))["csrf"]


def send(browser: TestClient, address: str, at: str = "/data/delete", **fields: str) -> Response:
    """Send a form to `address` with the token of the page `at`."""
    sent = {"csrf": token_at(browser, at), **fields}
    return browser.post(address, data=sent, follow_redirects=False)
