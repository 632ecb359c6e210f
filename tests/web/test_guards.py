"""Promises of app/web/guards.py: what is turned away before any route sees it."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from app.web.guards import BodyLimit, is_allowed
from app.web.security import protect

LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]


def make_app() -> FastAPI:
    """A site that tells how much it was sent."""
    app = FastAPI()

    @app.api_route("/echo", methods=["GET", "POST", "DELETE"])
    async def echo(request: Request) -> int:
        return len(await request.body())

    @app.get("/cookies")
    def cookies() -> PlainTextResponse:
        reply = PlainTextResponse("")
        reply.set_cookie("plain", "x")
        reply.set_cookie("careful", "x", secure=True)
        return reply

    @app.get("/framed")
    def framed() -> PlainTextResponse:
        return PlainTextResponse("", headers={"Content-Security-Policy": "sandbox"})

    protect(app, allowed_hosts=LOOPBACK, secret="s" * 32, body_limit=1_000)
    return app


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(make_app(), base_url="http://localhost:8000") as opened:
        yield opened


@pytest.mark.parametrize(
    "host", ["localhost", "LocalHost:8000", "127.0.0.1:1", "[::1]", "[::1]:8000"]
)
def test_a_request_to_this_machine_is_answered(host: str, client: TestClient) -> None:
    assert client.get("/echo", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "localhost@evil.example",
        "evil.example#localhost",
        "::1",
        "[::1]evil.example",
        "",
    ],
)
def test_a_request_to_another_name_is_turned_away(host: str, client: TestClient) -> None:
    reply = client.get("/echo", headers={"Host": host})
    assert reply.status_code == 400
    assert "WHYBOARD_ALLOWED_HOSTS" in reply.text


def test_a_request_turned_away_carries_the_security_headers_too(client: TestClient) -> None:
    reply = client.get("/echo", headers={"Host": "evil.example"})
    assert "default-src 'self'" in reply.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("host", "allowed", "answer"),
    [
        ("study.example:8000", ["study.example:8000"], True),
        ("study.example:9000", ["study.example:8000"], False),
        ("a.study.example", ["*.study.example"], True),
        ("study.example", ["*.study.example"], False),
        ("evilstudy.example", ["*.study.example"], False),
        ("anything", ["*"], True),
    ],
)
def test_a_list_of_names_may_hold_ports_and_subdomains(
    host: str, allowed: list[str], *, answer: bool
) -> None:
    assert is_allowed(host, allowed) is answer


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://localhost:8000"},
        {"Origin": "http://localhost:8000", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_what_this_site_sends_is_let_through(headers: dict[str, str], client: TestClient) -> None:
    assert client.post("/echo", headers=headers).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "http://localhost:3000"},
        {"Origin": "null"},
        {"Origin": "http://localhost:8000", "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://evil.example", "Sec-Fetch-Site": "same-origin"},
    ],
)
@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_what_another_site_sends_is_turned_away(
    method: str, headers: dict[str, str], client: TestClient
) -> None:
    assert client.request(method, "/echo", headers=headers).status_code == 403


def test_another_site_may_link_here(client: TestClient) -> None:
    headers = {"Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"}
    assert client.get("/echo", headers=headers).status_code == 200


def test_a_body_within_the_limit_is_read(client: TestClient) -> None:
    assert client.post("/echo", content=b"x" * 1_000).json() == 1_000


def test_a_body_that_tells_it_is_too_long_is_turned_away(client: TestClient) -> None:
    assert client.post("/echo", content=b"x" * 1_001).status_code == 413


def test_a_body_that_does_not_tell_its_length_is_counted(client: TestClient) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"x" * 600
        yield b"x" * 600

    assert client.post("/echo", content=pieces()).status_code == 413


@pytest.mark.parametrize(
    ("path", "limit"),
    [
        ("/author/upload", 30),
        ("/author/upload/", 20),
        ("/author/upload2", 20),
        ("/author/questions/x", 20),
        ("/author", 10),
        ("/authors/upload", 10),
        ("/questions/author/upload", 10),
        ("//author/upload", 10),
        ("/AUTHOR/upload", 10),
    ],
)
def test_more_may_be_sent_only_where_it_is_needed(path: str, limit: int) -> None:
    async def count(request: Request) -> PlainTextResponse:
        return PlainTextResponse(str(len(await request.body())))

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            reply = await count(Request(scope, receive))
        except HTTPException as error:
            reply = PlainTextResponse("", error.status_code)
        await reply(scope, receive, send)

    guarded = BodyLimit(answer, 10, {"/author/": 20, "/author/upload": 30})
    client = TestClient(guarded, base_url="http://localhost")
    assert client.post(f"http://localhost{path}", content=b"x" * limit).text == str(limit)
    assert client.post(f"http://localhost{path}", content=b"x" * (limit + 1)).status_code == 413


def test_a_length_that_is_no_number_is_turned_away(client: TestClient) -> None:
    assert client.post("/echo", headers={"Content-Length": "-5"}).status_code == 413


def test_a_reply_may_have_a_stricter_policy_of_its_own(client: TestClient) -> None:
    assert client.get("/framed").headers["Content-Security-Policy"] == "sandbox"


def test_what_is_not_a_request_passes_the_body_limit(client: TestClient) -> None:
    with TestClient(BodyLimit(client.app, 0), base_url="http://localhost"):
        pass  # start and end of the server's life


@pytest.mark.parametrize(
    ("scheme", "secure"), [("https", ["plain", "careful"]), ("http", ["careful"])]
)
def test_cookies_set_over_https_are_sent_over_https_alone(
    scheme: str, secure: list[str], client: TestClient
) -> None:
    cookies = client.get(f"{scheme}://localhost/cookies").headers.get_list("set-cookie")
    assert [c.partition("=")[0] for c in cookies if "secure" in c.lower()] == secure
    assert all(c.lower().count("secure") <= 1 for c in cookies)
