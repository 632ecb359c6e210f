"""Promises of app/web/routes/api.py."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from app.accounts import Accounts
from app.coach import Coach
from app.db.connect import Sessions
from app.db.learners import PERSONAL, hold
from app.engine.report import Report
from app.web.routes import api
from app.web.security import protect
from tests.coaching import OTHER, QUESTION, fresh_sessions, small_coach
from tests.web.plain import answer_refusals

ATTEMPTS = f"/api/v1/questions/{QUESTION}/attempts"


def make_app(coach: Coach, sessions: Sessions) -> FastAPI:
    """The API alone, behind the real guards."""
    app = FastAPI()
    app.state.coach = coach
    app.state.sessions = sessions
    app.state.accounts = Accounts(sessions)
    app.include_router(api.router)
    answer_refusals(app)
    protect(app, allowed_hosts=["localhost"], secret="s" * 32, body_limit=200_000)
    return app


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[Sessions]:
    with fresh_sessions(tmp_path) as opened:
        yield opened


@pytest.fixture
def client(sessions: Sessions) -> Iterator[TestClient]:
    app = make_app(small_coach(), sessions)
    with TestClient(app, base_url="http://localhost:8000") as opened:
        yield opened


def submit(client: TestClient, text: str = "Three copies are kept.", **more: Any) -> dict[str, Any]:
    reply = client.post(ATTEMPTS, json={"text": text, **more})
    assert reply.status_code == 201, reply.text
    return dict(reply.json())


def error_code(reply: Any) -> str:
    """The code of a refusal, which must have the promised shape and nothing else."""
    said = reply.json()
    assert set(said) == {"error"}
    assert set(said["error"]) == {"code", "message"}
    return str(said["error"]["code"])


def test_the_questions_are_listed(client: TestClient) -> None:
    listed = client.get("/api/v1/questions").json()
    assert [(line["id"], line["best"]) for line in listed] == [(QUESTION, None), (OTHER, None)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("difficulty=staff", [OTHER]),
        ("q=lagre", [OTHER]),
        ("category=streaming&difficulty=mid", [QUESTION]),
        ("topic=queues", [QUESTION, OTHER]),
        ("company=Nobody", []),
    ],
)
def test_the_list_can_be_filtered(query: str, found: list[str], client: TestClient) -> None:
    assert [line["id"] for line in client.get(f"/api/v1/questions?{query}").json()] == found


def test_a_difficulty_that_does_not_exist_is_refused(client: TestClient) -> None:
    reply = client.get("/api/v1/questions?difficulty=heroic")
    assert (reply.status_code, error_code(reply)) == (422, "invalid-request")


def test_the_list_shows_the_best_score(client: TestClient) -> None:
    submit(client)
    best = client.get("/api/v1/questions").json()[0]["best"]
    assert best == {"score": 40, "band": 2, "attempts": 1}


def test_a_question_hides_its_model_answer_at_first(client: TestClient) -> None:
    question = client.get(f"/api/v1/questions/{QUESTION}").json()
    assert question["prompt"] == "How does a queue keep what was put into it?"
    assert question["areas"] == ["durability"]
    assert question["model_answer"] is None


def test_a_question_never_shows_its_rubric(client: TestClient) -> None:
    assert "several copies" not in client.get(f"/api/v1/questions/{QUESTION}").text


def test_a_question_shows_its_model_answer_after_an_attempt(client: TestClient) -> None:
    submit(client)
    question = client.get(f"/api/v1/questions/{QUESTION}").json()
    assert question["model_answer"]["sections"]["pro_tip"]["red_flag"] == "No copies."


def test_a_model_answer_can_be_asked_for(client: TestClient) -> None:
    reply = client.post(f"/api/v1/questions/{QUESTION}/reveal")
    assert reply.json()["senior_notes"] == ["Practise losing a broker."]
    assert client.get(f"/api/v1/questions/{QUESTION}").json()["model_answer"] == reply.json()


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api/v1/questions/nope"),
        ("GET", "/api/v1/questions/nope/attempts"),
        ("POST", "/api/v1/questions/nope/reveal"),
    ],
)
def test_an_unknown_question_is_not_found(method: str, path: str, client: TestClient) -> None:
    reply = client.request(method, path)
    assert (reply.status_code, error_code(reply)) == (404, "unknown-question")


def test_an_answer_to_an_unknown_question_is_not_found(client: TestClient) -> None:
    reply = client.post("/api/v1/questions/nope/attempts", json={"text": "Three copies."})
    assert (reply.status_code, error_code(reply)) == (404, "unknown-question")


def test_an_answer_is_scored_and_can_be_read_again(client: TestClient) -> None:
    reply = client.post(ATTEMPTS, json={"text": "Three copies are kept.", "seconds": 90})
    made = reply.json()
    attempt = client.get(reply.headers["Location"]).json()
    assert attempt["id"] == made["id"]
    assert attempt["report"] == made["report"]
    assert Report.model_validate(made["report"]).score == 40
    assert (attempt["text"], attempt["seconds"]) == ("Three copies are kept.", 90)
    assert attempt["created_at"] == "2026-03-01T12:00:00Z"


def test_a_revision_says_what_it_revises(client: TestClient) -> None:
    first = client.post(ATTEMPTS, json={"text": "Three copies."}).json()["id"]
    reply = client.post(ATTEMPTS, json={"text": "Three copies are kept.", "revises": first})
    assert client.get(reply.headers["Location"]).json()["revises"] == first
    reply = client.post(ATTEMPTS, json={"text": "Three copies are kept.", "revises": "nope"})
    assert client.get(reply.headers["Location"]).json()["revises"] is None


def test_an_empty_answer_is_reported_on_and_not_kept(client: TestClient) -> None:
    reply = client.post(ATTEMPTS, json={"text": " \n"})
    assert reply.status_code == 200
    assert reply.json()["id"] is None
    assert reply.json()["report"]["nothing_to_score"] is True
    assert client.get(ATTEMPTS).json() == []


def test_the_same_token_and_text_are_one_attempt(client: TestClient) -> None:
    once, again = submit(client, token="t-1"), submit(client, token="t-1")  # noqa: S106
    assert once == again
    assert len(client.get(ATTEMPTS).json()) == 1


def test_without_a_token_every_answer_is_an_attempt(client: TestClient) -> None:
    submit(client)
    submit(client)
    assert [line["ordinal"] for line in client.get(ATTEMPTS).json()] == [2, 1]


def test_attempts_are_listed_with_score_and_delta(client: TestClient) -> None:
    submit(client, "Three copies.")
    submit(client, "Three copies are kept.")
    listed = client.get(ATTEMPTS).json()
    assert [(line["score"], line["delta"]) for line in listed] == [(40, 20), (20, None)]


def test_a_deleted_attempt_is_gone(client: TestClient) -> None:
    path = f"/api/v1/attempts/{submit(client)['id']}"
    assert client.delete(path).status_code == 204
    assert error_code(client.get(path)) == "unknown-attempt"
    assert error_code(client.delete(path)) == "unknown-attempt"


def test_an_attempt_id_with_a_nul_is_not_found(client: TestClient) -> None:
    assert error_code(client.get("/api/v1/attempts/a%00b")) == "unknown-attempt"


def test_an_answer_that_is_too_long_is_told_the_limit(client: TestClient) -> None:
    reply = client.post(ATTEMPTS, json={"text": "x" * 20_001})
    assert (reply.status_code, error_code(reply)) == (413, "too-long")
    assert "20,000" in reply.json()["error"]["message"]


def test_a_body_beyond_the_limit_is_not_read(client: TestClient) -> None:
    reply = client.post(ATTEMPTS, json={"text": "x" * 200_000})
    assert (reply.status_code, error_code(reply)) == (413, "too-large")


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"])
def test_unusable_code_points_are_replaced_as_everywhere(text: str, client: TestClient) -> None:
    body = b'{"text": "%s"}' % text.encode("unicode_escape").replace(b"\\x00", b"\\u0000")
    reply = client.post(ATTEMPTS, content=body, headers={"Content-Type": "application/json"})
    attempt = client.get(reply.headers["Location"]).json()
    assert attempt["text"] == "a\ufffdb"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_only_json_is_taken(kind: str, client: TestClient) -> None:
    headers = {"Content-Type": kind} if kind else {}
    reply = client.post(ATTEMPTS, content=b'{"text": "Three copies."}', headers=headers)
    assert (reply.status_code, error_code(reply)) == (415, "not-json")
    assert client.get(ATTEMPTS).json() == []


@pytest.mark.parametrize(
    "body",
    [b"{", b"[]", b"{}", b'{"text": 5}', b'{"text": "x", "colour": "red"}', b"\xff", b'"' * 9],
)
def test_a_body_that_is_not_as_described_is_refused(body: bytes, client: TestClient) -> None:
    reply = client.post(ATTEMPTS, content=body, headers={"Content-Type": "application/json"})
    assert (reply.status_code in (400, 422), len(error_code(reply)) > 0) == (True, True)


def test_a_refusal_does_not_repeat_what_was_sent(client: TestClient) -> None:
    reply = client.post(ATTEMPTS, json={"text": ["my secret answer"]})
    assert reply.status_code == 422
    assert "secret" not in reply.text


def test_what_another_site_sends_is_refused(client: TestClient) -> None:
    headers = {"Origin": "http://elsewhere.example"}
    reply = client.post(ATTEMPTS, json={"text": "Three copies."}, headers=headers)
    assert (reply.status_code, error_code(reply)) == (403, "other-site")


def test_a_locked_database_is_told_and_keeps_nothing(
    client: TestClient, sessions: Sessions
) -> None:
    with sessions.writing.begin() as session:
        hold(session, PERSONAL)
        reply = client.post(ATTEMPTS, json={"text": "Three copies."})
    assert (reply.status_code, error_code(reply)) == (503, "storage-busy")
    assert client.get(ATTEMPTS).json() == []


def test_an_address_below_the_api_that_does_not_exist_answers_in_json(client: TestClient) -> None:
    reply = client.get("/api/v1/nothing")
    assert (reply.status_code, error_code(reply)) == (404, "not-found")


def test_the_description_names_every_reply(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    replies = {
        (path, method): sorted(operation["responses"])
        for path, operations in paths.items()
        for method, operation in operations.items()
    }
    assert replies[("/api/v1/questions/{question_id}/attempts", "post")] == [
        *("200", "201", "401", "403", "404", "413", "415", "422", "503"),
    ]
    assert len(replies) == 7


def test_the_description_says_how_refusals_look(client: TestClient) -> None:
    described = client.get("/openapi.json").text
    assert "HTTPValidationError" not in described
    assert "ErrorReply" in described
