"""Who asks: the cookie that says so, read once a request, set and taken away."""

from datetime import timedelta
from typing import cast

from fastapi import Request
from fastapi.responses import Response

from app.accounts import Accounts, Person
from app.accounts.registry import SIGNED_IN
from app.db.failures import StorageError

COOKIE = "whyboard-sign-in"


def asker(request: Request) -> Person | None:
    """Who asks, looked up once a request; None where one has to sign in and has not."""
    if not hasattr(request.state, "asker"):
        accounts = cast("Accounts", request.app.state.accounts)
        request.state.asker = accounts.who(request.cookies.get(COOKIE, ""))
    return cast("Person | None", request.state.asker)


def asker_if_known(request: Request) -> Person | None:
    """Who asks; None too while the database, which knows, cannot be used: a page may say why."""
    try:
        return asker(request)
    except StorageError:
        return None


def sign_in(request: Request, secret: str) -> None:
    """Let this browser be somebody else's from here on; `remember` tells it so.

    The old session's token goes: nobody who knew it from before can use it now.
    """
    accounts = cast("Accounts", request.app.state.accounts)
    request.session.clear()
    request.state.asker = accounts.who(secret)


def remember(response: Response, secret: str) -> None:
    """Have the browser send `secret` along from now on."""
    response.set_cookie(
        COOKIE,
        secret,
        max_age=SIGNED_IN // timedelta(seconds=1),
        httponly=True,
        samesite="lax",  # a link from elsewhere must not look like being signed out
    )


def forget(request: Request, response: Response) -> None:
    """Have the browser be nobody's."""
    request.session.clear()
    request.state.asker = None
    response.delete_cookie(COOKIE, httponly=True, samesite="lax")


def address_of(request: Request) -> str:
    """Where the request comes from, as far as one can tell."""
    return request.client.host if request.client else ""


def browser_of(request: Request) -> str:
    """What the browser calls itself, in a few words: "Firefox on Linux"."""
    told = request.headers.get("user-agent", "")
    browser = next((name for mark, name in BROWSERS if mark in told), "A browser")
    system = next((name for mark, name in SYSTEMS if mark in told), "")
    return f"{browser} on {system}" if system else browser


BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrom", "Chrome"),
    ("Safari", "Safari"),
    ("curl", "curl"),
    ("python", "A Python program"),
)
"""What a browser says of itself and what people call it, the particular before the general."""

SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "a Mac"),
    ("Linux", "Linux"),
)
