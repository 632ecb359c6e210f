"""What every request passes on its way to a route and back: host, origin, size, headers."""

from collections.abc import Collection, Mapping, MutableMapping
from types import MappingProxyType
from typing import Any

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.web.refusals import Refusal, as_json, wants_json

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing here (RFC 9110 9.2.1)."""

OWN_FETCHES = frozenset({"same-origin", "none"})
"""Values of Sec-Fetch-Site that mean: this site itself, or the person at the browser."""


class SecureHeaders:
    """Adds headers to every response that does not set them itself."""

    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)


class SecureCookies:
    """Has cookies that were set over https be sent over https alone."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""

        async def send_securely(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    (name, _secure(value) if name.lower() == b"set-cookie" else value)
                    for name, value in message["headers"]
                ]
            await send(message)

        https = scope.get("scheme") == "https"
        await self._app(scope, receive, send_securely if https else send)


class AllowedHosts:
    """Answers only requests that are addressed to one of these names.

    Why: a page elsewhere can let its own name resolve to this machine (DNS rebinding); the browser
    then takes us for that page's server, and it could read everything.
    """

    def __init__(self, app: ASGIApp, allowed: Collection[str]) -> None:
        self._app = app
        self._allowed = frozenset(name.lower() for name in allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 400."""
        if scope["type"] == "http" and not self._allows(Headers(scope=scope)):
            refused = Refusal(
                400,
                "unknown-host",
                "Whyboard does not answer at this address. WHYBOARD_ALLOWED_HOSTS lists the names "
                "it answers to.",
            )
            await _refuse(refused, scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _allows(self, headers: Headers) -> bool:
        hosts = headers.getlist("host")
        return len(hosts) == 1 and is_allowed(hosts[0], self._allowed)


def is_allowed(host: str, allowed: Collection[str]) -> bool:
    """Whether a Host header, `name` or `name:port`, is covered by a list of names.

    An entry without a port allows any port, `*.name` any subdomain, `*` alone everything.
    """
    host = host.lower()
    name = host[: host.rfind(":")] if _has_port(host) else host
    return any(
        entry in {"*", host, name} or (entry.startswith("*.") and name.endswith(entry[1:]))
        for entry in allowed
    )


class SameOrigin:
    """Refuses what other sites make a browser send, whatever it is, unless it changes nothing.

    Programs that are no browsers send neither header and are let through.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 403."""
        if scope["type"] == "http" and not _is_own(scope["method"], Headers(scope=scope)):
            refused = Refusal(403, "other-site", "This request came from another site.")
            await _refuse(refused, scope, receive, send)
            return
        await self._app(scope, receive, send)


class BodyLimit:
    """Stops reading a request at `limit` bytes, whether it told its size or not."""

    def __init__(
        self, app: ASGIApp, limit: int, larger: Mapping[str, int] = MappingProxyType({})
    ) -> None:
        """Take the limit, and larger ones of addresses; one that ends in `/` is for all below."""
        self._app = app
        self._limit = limit
        self._larger = larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; the route that reads too far ends with status 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._limit_at(scope["path"])
        told = Headers(scope=scope).get("content-length", "0")
        too_long = not told.isdecimal() or int(told) > limit
        left = -1 if too_long else limit

        async def receive_some() -> Message:
            nonlocal left
            if left < 0:
                raise HTTPException(413)
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413)
            return message

        await self._app(scope, receive_some, send)

    def _limit_at(self, path: str) -> int:
        above = (
            limit for at, limit in self._larger.items() if at[-1] == "/" and path.startswith(at)
        )
        return self._larger.get(path) or max(above, default=self._limit)


def _secure(cookie: bytes) -> bytes:
    return cookie if b"; secure" in cookie.lower() else cookie + b"; Secure"


def _has_port(host: str) -> bool:
    """`[::1]` holds colons of its own."""
    return host.rpartition(":")[2].isdecimal() and not host.endswith("]")


def _is_own(method: str, headers: Headers) -> bool:
    if method in SAFE_METHODS:
        return True
    origin = headers.get("origin")
    return headers.get("sec-fetch-site", "none") in OWN_FETCHES and (
        origin is None or origin.partition("://")[2] == headers.get("host")
    )


async def _refuse(
    refused: Refusal, scope: MutableMapping[str, Any], receive: Receive, send: Send
) -> None:
    if wants_json(HTTPConnection(scope)):
        await as_json(refused)(scope, receive, send)
    else:
        await PlainTextResponse(refused.message, refused.status)(scope, receive, send)
