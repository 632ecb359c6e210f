"""Promises of app/web/routes/people.py."""

import re

import pytest

from tests.web.cast import Cast, enter, send
from tests.web.site import attempt, text_of


def test_it_lists_everybody_and_nothing_they_wrote(cast: Cast) -> None:
    attempt(cast.alice, "We keep several copies of Sesame.")
    page = cast.ada.get("/author/people")
    for name in ("ada", "alice", "bob"):
        assert name in text_of(page)
    assert "Sesame" not in page.text


def test_an_invite_is_shown_once_and_can_be_ended(cast: Cast) -> None:
    page = send(cast.ada, "/author/people/invites", role="learner", days="1")
    link = re.search(r'value="http://site(/invite/[^"]+)"', page.text)
    assert link
    listed = cast.ada.get("/author/people")
    assert link[1] not in listed.text
    assert "For a learner" in text_of(listed)
    assert "by ada" in text_of(listed)
    (address,) = re.findall(r'action="(/author/people/invites/[^"]+/end)"', listed.text)
    send(cast.ada, address)
    assert cast.stranger.get(link[1]).status_code == 404
    assert send(cast.ada, address).status_code == 404


@pytest.mark.parametrize(("role", "days"), [("king", "7"), ("learner", "0"), ("learner", "9999")])
def test_an_invite_that_is_none_of_those_offered_is_refused(
    cast: Cast, role: str, days: str
) -> None:
    assert send(cast.ada, "/author/people/invites", role=role, days=days).status_code == 422


def test_a_learner_becomes_an_author_and_has_to_sign_in_again(cast: Cast) -> None:
    send(cast.ada, f"/author/people/{cast.ids['bob']}/role", role="author")
    assert cast.bob.get("/", follow_redirects=False).status_code == 303
    enter(cast.bob, "bob")
    assert cast.bob.get("/author/people").status_code == 200


def test_the_last_author_cannot_stop_being_one(cast: Cast) -> None:
    reply = send(cast.ada, f"/author/people/{cast.ids['ada']}/role", role="learner")
    assert reply.status_code == 422
    assert "ada is the only author" in text_of(reply)
    assert cast.ada.get("/author/people").status_code == 200


def test_its_forms_need_the_token(cast: Cast) -> None:
    cast.ada.get("/author/people")
    reply = cast.ada.post("/author/people/invites", data={"csrf": "guess", "role": "learner"})
    assert reply.status_code == 403
    assert cast.accounts.open_invites() == ()
