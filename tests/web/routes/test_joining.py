"""Promises of app/web/routes/joining.py and app/web/routes/recovering.py."""

import re

import pytest

from tests.web.cast import PASSWORD, Cast, enter, send
from tests.web.site import fields_of, text_of

CODE = re.compile(r'value="((?:\w{4}-){5}\w{4})"')


def invite(cast: Cast, role: str = "learner") -> str:
    """Make an invite as Ada does; its path."""
    page = send(cast.ada, "/author/people/invites", role=role, days="7")
    link = re.search(r'value="http://site(/invite/[^"]+)"', page.text)
    assert link
    return link[1]


def test_who_is_invited_makes_an_account_and_gets_a_recovery_code(cast: Cast) -> None:
    address = invite(cast)
    assert "You are invited" in text_of(cast.stranger.get(address))
    page = send(cast.stranger, address, at=address, name="Eve", password=PASSWORD)
    assert page.status_code == 200
    assert CODE.search(page.text)
    assert "Eve" in text_of(cast.stranger.get("/account"))
    assert cast.stranger.get("/author/people").status_code == 403


def test_an_invited_author_is_one(cast: Cast) -> None:
    address = invite(cast, "author")
    send(cast.stranger, address, at=address, name="Eve", password=PASSWORD)
    assert cast.stranger.get("/author/people").status_code == 200


def test_an_invite_works_once(cast: Cast) -> None:
    address = invite(cast)
    send(cast.stranger, address, at=address, name="Eve", password=PASSWORD)
    reply = cast.stranger.get(address)
    assert reply.status_code == 404
    assert "This link opens nothing" in text_of(reply)
    assert send(cast.stranger, address, name="Mallory", password=PASSWORD).status_code == 404


@pytest.mark.parametrize(
    ("name", "password", "told"),
    [
        ("alice", PASSWORD, "There is an account called alice already"),
        ("Eve", "short", "at least 10 characters"),
        ("", PASSWORD, "A name has 1 to 40"),
    ],
)
def test_a_refused_form_comes_back_and_the_invite_stays_open(
    cast: Cast, name: str, password: str, told: str
) -> None:
    address = invite(cast)
    reply = send(cast.stranger, address, at=address, name=name, password=password)
    assert reply.status_code == 422
    assert told in text_of(reply)
    assert f'value="{name}"' in reply.text
    assert password not in reply.text
    assert cast.stranger.get(address).status_code == 200


def test_a_recovery_code_sets_a_new_password_and_shows_the_next(cast: Cast) -> None:
    new = "a different sentence"
    code = cast.codes["alice"].lower().replace("-", " ")
    page = send(cast.stranger, "/recover", at="/recover", name="Alice", code=code, password=new)
    assert page.status_code == 200
    found = CODE.search(page.text)
    assert found
    assert found[1] != cast.codes["alice"]
    assert cast.alice.get("/", follow_redirects=False).status_code == 303, "others are signed out"
    assert cast.stranger.get("/account").status_code == 200
    assert enter(cast.alice, "alice", new).status_code == 303


def test_a_wrong_code_comes_back_filled_without_the_password(cast: Cast) -> None:
    reply = send(
        cast.stranger, "/recover", at="/recover", name="alice", code="0000", password=PASSWORD
    )
    assert reply.status_code == 422
    assert "The name or the recovery code is not right." in text_of(reply)
    assert 'value="0000"' in reply.text
    assert PASSWORD not in reply.text
    assert fields_of(reply)["csrf"]
