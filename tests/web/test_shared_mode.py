"""Promises of shared mode over every route there is: who may ask for what."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from httpx2 import Response

from app.accounts import Person
from tests.coaching import QUESTION
from tests.web.cast import Cast, send, token_at
from tests.web.site import attempt, text_of

OPEN = {
    "/static/{version}/{name}",
    "/healthz",
    "/shared/{secret}",
    "/sign-in",
    "/sign-out",
    "/invite/{secret}",
    "/recover",
}
"""What a stranger may ask for."""

FIELDS = {
    "subject": "concept/copies",
    "anchor": "a",
    "kind": "said",
    "text": "Mine.",
    "do": "save",
    "role": "author",
    "days": "7",
    "answer": "We keep several copies.",
    "only": "1",
}
"""Enough to fill any form."""


@dataclass(frozen=True)
class Asked:
    """A route as it can be asked for."""

    method: str
    path: str

    @property
    def names(self) -> set[str]:
        """Of the ids in its address."""
        return set(re.findall(r"{(\w+)}", self.path))

    def address(self, ids: dict[str, str]) -> str:
        """Its address with these ids, and some for the rest."""
        return self.path.format_map(dict.fromkeys(self.names, "nothing") | ids)

    def send(self, browser: TestClient, ids: dict[str, str], token: str = "") -> Response:
        """Ask for it with every id and every field filled in."""
        address = self.address({"question_id": QUESTION} | ids)
        if self.method in {"GET", "DELETE"}:
            return browser.request(self.method, address, follow_redirects=False)
        if address.startswith("/api/"):
            return browser.post(address, json={"text": "x"}, follow_redirects=False)
        return browser.post(address, data=FIELDS | {"csrf": token}, follow_redirects=False)


def every_route(app: FastAPI) -> Iterator[Asked]:
    """What the site answers, as its own list of routes says."""
    for route in _routes(app.routes):
        for method in (route.methods or set()) - {"HEAD", "OPTIONS"}:
            yield Asked(method, route.path)


def _routes(routes: Iterable[Any]) -> Iterator[APIRoute]:
    """The routes in a list of routes and of routers that were included."""
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        else:
            yield from _routes(route.original_router.routes)


def test_the_list_of_routes_is_whole(cast: Cast) -> None:
    found = {asked.path for asked in every_route(cast.app)}
    assert {"/", "/api/v1/questions", "/account", "/author/people", "/openapi.json"} <= found
    assert found >= OPEN


def test_a_stranger_is_asked_to_sign_in_whatever_they_ask_for(cast: Cast) -> None:
    for asked in every_route(cast.app):
        if asked.path in OPEN:
            continue
        reply = asked.send(cast.stranger, {})
        if asked.path.startswith("/api/"):
            assert reply.status_code == 401, asked
            assert reply.json()["error"]["code"] == "sign-in-needed"
        elif asked.method == "GET":
            assert reply.status_code == 303, asked
            assert reply.headers["location"].startswith("/sign-in?next="), asked
        else:
            assert reply.status_code == 401, asked
            assert "Sign in to go on" in text_of(reply), asked


def test_a_learner_is_kept_from_everything_below_author(cast: Cast) -> None:
    token = token_at(cast.bob)
    asked_for = [asked for asked in every_route(cast.app) if asked.path.startswith("/author")]
    assert asked_for
    for asked in asked_for:
        assert asked.send(cast.bob, {}, token).status_code == 403, asked


def test_an_author_is_let_in_everywhere_below_author(cast: Cast) -> None:
    for asked in every_route(cast.app):
        if asked.path.startswith("/author"):
            reply = asked.send(cast.ada, {}, token_at(cast.ada))
            assert reply.status_code not in {401, 403, 500}, asked
            assert "/sign-in" not in reply.headers.get("location", ""), asked


@pytest.fixture
def alices(cast: Cast) -> dict[str, str]:
    """The ids of everything that is Alice's."""
    address = attempt(cast.alice, "We keep several copies. One copy is safe.")
    shared = send(cast.alice, f"{address}/share")
    share = re.search(r"/shares/([^/]+)/end", shared.text)
    alice = Person(cast.ids["alice"], "alice", "learner")
    sign_in = cast.accounts.signed_in_at(alice)[0].id
    assert share
    return {
        "attempt_id": address.rpartition("/")[2],
        "share_id": share[1],
        "sign_in_id": sign_in,
    }


def test_what_is_alices_is_not_there_for_bob(cast: Cast, alices: dict[str, str]) -> None:
    token = token_at(cast.bob)
    asked_for = [asked for asked in every_route(cast.app) if asked.names & set(alices)]
    assert len(asked_for) >= 12
    for asked in asked_for:
        assert asked.send(cast.bob, alices, token).status_code == 404, asked


def test_the_same_is_there_for_alice(cast: Cast, alices: dict[str, str]) -> None:
    for asked in every_route(cast.app):
        if asked.names & set(alices) and asked.method == "GET":
            assert asked.send(cast.alice, alices).status_code == 200, asked


@pytest.mark.parametrize(
    "address",
    [
        "/questions/{q}?from={id}",
        "/questions/{q}/compare?before={id}&after={id}",
        "/questions/{q}/model-answer/compare?attempt={id}",
    ],
)
def test_alices_attempt_cannot_be_named_in_an_address_either(
    address: str, cast: Cast, alices: dict[str, str]
) -> None:
    asked = address.format(q=QUESTION, id=alices["attempt_id"])
    assert cast.bob.get(asked).status_code == 404
    assert "several copies" not in cast.bob.get(asked).text


def test_bob_sees_nothing_of_alice_where_both_may_look(cast: Cast, alices: dict[str, str]) -> None:
    send(cast.alice, f"/questions/{QUESTION}/draft", answer="A draft of Alice.", form="f")
    places = ["/", "/history", "/data", f"/questions/{QUESTION}", f"/questions/{QUESTION}/history"]
    for address in places:
        page = cast.bob.get(address).text
        assert alices["attempt_id"] not in page
        assert "draft of Alice" not in page
        assert "Your best" not in page
    assert cast.bob.get(f"/api/v1/questions/{QUESTION}/attempts").json() == []
    assert cast.bob.get("/api/v1/questions").json()[0]["best"] is None


def test_an_answer_that_revises_alices_attempt_revises_nothing(
    cast: Cast, alices: dict[str, str]
) -> None:
    reply = send(
        cast.bob,
        f"/questions/{QUESTION}/attempts",
        answer="Mine, with several copies.",
        revises=alices["attempt_id"],
    )
    mine = cast.bob.get(f"/api/v1{reply.headers['location']}").json()
    assert mine["revises"] is None


def test_a_shared_report_can_be_read_by_a_stranger(cast: Cast) -> None:
    address = attempt(cast.alice, "We keep several copies.")
    page = send(cast.alice, f"{address}/share")
    link = re.search(r'value="http://site(/shared/[^"]+)"', page.text)
    assert link
    reply = cast.stranger.get(link[1])
    assert reply.status_code == 200
    assert "several copies" in reply.text
    assert "alice" not in reply.text


def test_a_stranger_is_told_of_no_question(cast: Cast) -> None:
    reply = cast.stranger.get("/small-queu")
    assert reply.status_code == 404
    assert "Did you mean" not in text_of(reply)
    assert "Did you mean" in text_of(cast.bob.get("/small-queu"))


def test_the_api_is_used_with_the_cookie_of_the_browser(cast: Cast) -> None:
    assert cast.alice.get("/api/v1/questions").status_code == 200


def test_pages_say_whose_they_are_and_what_shared_means(cast: Cast) -> None:
    page = text_of(cast.alice.get("/data"))
    assert "in this site's database, under your account" in page
    assert "kept here" in page
    assert str(cast.sessions.engine.url.database) not in page
    assert "People" not in page
    assert "People" in text_of(cast.ada.get("/data"))
