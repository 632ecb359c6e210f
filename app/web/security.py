"""Keep others out: security headers, guards, the session cookie and the token in every form."""

import secrets
from collections.abc import Collection
from types import MappingProxyType
from typing import cast

from fastapi import Depends, FastAPI, Request
from starlette.middleware.sessions import SessionMiddleware

from app.authoring.unpacking import LARGEST_UPLOAD
from app.web.guards import AllowedHosts, BodyLimit, SameOrigin, SecureCookies, SecureHeaders
from app.web.refusals import FormExpired

SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
        "object-src 'none'; img-src 'self' data:"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # `no-referrer` would blank the Origin of our own forms
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}

BODY_LIMIT = 1_000_000
"""Bytes. The longest answer fills 240,000 as a form (20,000 code points, 12 bytes each at worst);
four times that, so that an answer which is too long comes back with its text."""

EDITOR_LIMIT = 8_000_000
"""Bytes of a form that holds a question and a rubric of 1 MiB each: three for one at worst, and six
for the end of a line, which browsers send as two marks."""

UPLOAD_LIMIT = LARGEST_UPLOAD + 2_000_000
"""Bytes of an upload with its form: some 300 more for each of 5,000 files."""

LARGER_BODIES = MappingProxyType(
    {
        "/author/": EDITOR_LIMIT,
        "/author/upload": UPLOAD_LIMIT,
        "/sign-in": EDITOR_LIMIT + 100_000,  # an editor's form may wait in it
    }
)
"""Addresses at which more may be sent than elsewhere."""

SESSION_DAYS = 90
"""How long a form may stay open before it has to be sent twice."""

TOKEN_FIELD = "csrf"  # noqa: S105 - the name of a field
TOKEN_HEADER = "X-CSRF-Token"  # noqa: S105 - the name of a header


def protect(
    app: FastAPI,
    *,
    allowed_hosts: Collection[str],
    secret: str,
    body_limit: int = BODY_LIMIT,
) -> None:
    """Put the guards before `app`; the last one added is the first a request meets."""
    app.add_middleware(
        SessionMiddleware,
        secret_key=secret,
        session_cookie="whyboard",
        max_age=SESSION_DAYS * 24 * 3600,
        same_site="lax",  # `strict` would start a new session, and spoil open forms, on every link
    )
    app.add_middleware(SecureCookies)
    app.add_middleware(BodyLimit, limit=body_limit, larger=LARGER_BODIES)
    app.add_middleware(SameOrigin)
    app.add_middleware(AllowedHosts, allowed=allowed_hosts)
    app.add_middleware(SecureHeaders, headers=SECURITY_HEADERS)


def form_token(request: Request) -> str:
    """The token that every form of this browser's session carries, in the field `csrf`."""
    if TOKEN_FIELD not in request.session:
        request.session[TOKEN_FIELD] = secrets.token_urlsafe(24)
    return cast("str", request.session[TOKEN_FIELD])


async def _check_form(request: Request) -> None:
    given = request.headers.get(TOKEN_HEADER)
    if given is None:
        given = str((await request.form()).get(TOKEN_FIELD, ""))
    expected = str(request.session.get(TOKEN_FIELD, ""))
    if not expected or not secrets.compare_digest(given.encode(), expected.encode()):
        raise FormExpired


CheckedForm = Depends(_check_form)
"""For `dependencies=[CheckedForm]` of a route that takes a form: raises `FormExpired` unless the
form carries the session's token. It can still be read afterwards, also by an error handler."""
