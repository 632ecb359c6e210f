"""Promises of every address below /author, as the site's own list of routes says."""

from pathlib import Path

from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests import make
from tests.web.site import fields_of, site, text_of
from tests.web.test_shared_mode import Asked, every_route

ELSEWHERE = ("/author/open/", "/author/close")
"""Ways into the author's pages, and out of them."""


def below_author(client: TestClient) -> list[Asked]:
    assert isinstance(client.app, FastAPI)
    found = [asked for asked in every_route(client.app) if asked.path.startswith("/author")]
    return [asked for asked in found if not asked.path.startswith(ELSEWHERE)]


def test_without_the_link_nobody_gets_in(tmp_path: Path) -> None:
    with site(tmp_path, root=make.content_root(tmp_path / "root")) as (client, _):
        token = fields_of(client.get("/data/delete"))["csrf"]
        asked_for = below_author(client)
        assert len(asked_for) > 25
        for asked in asked_for:
            reply = asked.send(client, {}, token)
            assert reply.status_code == 403, asked
            assert "whyboard author-link" in text_of(reply), asked


def test_with_the_link_every_page_is_there(author: TestClient) -> None:
    for asked in below_author(author):
        if asked.method == "GET":
            address = asked.address({"question_id": "small-queue", "kind": "rubric"})
            reply = author.get(address, follow_redirects=False)
            assert reply.status_code == 200, asked


def test_no_form_is_taken_without_its_token(author: TestClient, root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    for asked in below_author(author):
        if asked.method == "POST":
            reply = asked.send(author, {}, "guess")
            assert reply.status_code == 403, asked
            assert "too old" in text_of(reply), asked
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before
