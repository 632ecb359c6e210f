"""Promises of app/web/security.py: what a form and a browser's session must show."""

from collections.abc import Iterator
from typing import Annotated

import pytest
from fastapi import FastAPI, Form, Request
from fastapi.testclient import TestClient

from app.web.security import BODY_LIMIT, CheckedForm, form_token, protect
from tests.web.plain import answer_refusals


def make_app() -> FastAPI:
    """A site with one form."""
    app = FastAPI()

    @app.get("/form")
    def show(request: Request) -> str:
        return form_token(request)

    @app.post("/form", dependencies=[CheckedForm])
    def take(text: Annotated[str, Form()]) -> int:
        return len(text)

    answer_refusals(app)
    protect(app, allowed_hosts=["localhost"], secret="s" * 32)
    return app


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(make_app(), base_url="http://localhost:8000") as opened:
        yield opened


def token(client: TestClient) -> str:
    return str(client.get("/form").json())


def test_a_form_with_the_sessions_token_is_taken(client: TestClient) -> None:
    reply = client.post("/form", data={"csrf": token(client), "text": "We use"})
    assert reply.json() == len("We use")


def test_a_script_may_send_the_token_as_a_header(client: TestClient) -> None:
    headers = {"X-CSRF-Token": token(client)}
    assert client.post("/form", data={"text": "We"}, headers=headers).status_code == 200


@pytest.mark.parametrize("wrong", ["", "guess", "ключ"])
def test_a_form_with_another_token_is_refused_and_its_text_given_back(
    wrong: str, client: TestClient
) -> None:
    token(client)
    reply = client.post("/form", data={"csrf": wrong, "text": "We use"})
    assert reply.status_code == 403
    assert reply.text == "This form is too old. Nothing was lost: please send it again. We use"


def test_a_form_without_a_session_is_refused(client: TestClient) -> None:
    given = token(client)
    client.cookies.clear()
    reply = client.post("/form", data={"csrf": given, "text": "We use"})
    assert reply.status_code == 403


def test_a_forged_session_is_no_session(client: TestClient) -> None:
    client.cookies.set("whyboard", "eyJjc3JmIjogIngifQ==.aaaa.bbbb")
    assert client.post("/form", data={"csrf": "x", "text": "We use"}).status_code == 403


def test_the_token_stays_the_same_for_all_pages_of_a_session(client: TestClient) -> None:
    assert token(client) == token(client)


def test_two_browsers_have_two_tokens(client: TestClient) -> None:
    first = token(client)
    client.cookies.clear()
    assert token(client) != first


def test_scripts_and_other_sites_cannot_use_the_session(client: TestClient) -> None:
    cookie = client.get("/form").headers["Set-Cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


@pytest.mark.parametrize("path", ["/form", "/nothing"])
def test_every_reply_carries_the_security_headers(path: str, client: TestClient) -> None:
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "microphone=()" in headers["Permissions-Policy"]


def test_the_content_policy_allows_no_inline_script_or_style(client: TestClient) -> None:
    policy = client.get("/form").headers["Content-Security-Policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives == {
        "default-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
        "img-src": "'self' data:",
    }


def test_a_longest_answer_fits_into_a_form(client: TestClient) -> None:
    longest = "🙂" * 20_000
    reply = client.post("/form", data={"csrf": token(client), "text": longest})
    assert reply.json() == 20_000


def test_a_form_beyond_the_limit_is_refused(client: TestClient) -> None:
    reply = client.post("/form", data={"csrf": token(client), "text": "x" * BODY_LIMIT})
    assert reply.status_code == 413
