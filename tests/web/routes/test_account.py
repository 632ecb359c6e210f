"""Promises of app/web/routes/account.py and app/web/routes/leaving.py."""

import re

from fastapi.testclient import TestClient

from app.web.asking import COOKIE
from tests.web.cast import PASSWORD, Cast, browser_at, enter, send
from tests.web.site import attempt, fields_of, text_of

NEW = "a different sentence"


def elsewhere(cast: Cast, name: str = "alice") -> TestClient:
    """Another browser where somebody is signed in."""
    browser = browser_at(cast.app)
    browser.headers["user-agent"] = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"
    enter(browser, name)
    return browser


def signed_in(browser: TestClient) -> bool:
    return browser.get("/", follow_redirects=False).status_code == 200


def test_it_lists_where_one_is_signed_in_and_ends_it(cast: Cast) -> None:
    other = elsewhere(cast)
    page = cast.alice.get("/account")
    assert "Firefox on Linux, since" in text_of(page)
    assert "(this browser)" in text_of(page)
    (address,) = re.findall(r'action="(/account/sign-ins/[^"]+/end)"', page.text)
    send(cast.alice, address)
    assert not signed_in(other)
    assert signed_in(cast.alice)


def test_everywhere_else_is_signed_out_at_once(cast: Cast) -> None:
    others = [elsewhere(cast), elsewhere(cast)]
    send(cast.alice, "/account/sign-ins/end-others")
    assert not any(signed_in(other) for other in others)
    assert signed_in(cast.alice)
    assert signed_in(cast.bob)


def test_a_new_password_ends_the_other_sign_ins(cast: Cast) -> None:
    other = elsewhere(cast)
    reply = send(cast.alice, "/account/password", old=PASSWORD, password=NEW)
    assert reply.headers["location"] == "/account?done=password"
    assert "Your password is changed" in text_of(cast.alice.get("/account?done=password"))
    assert not signed_in(other)
    assert enter(other, "alice", NEW).status_code == 303


def test_it_needs_the_old_password(cast: Cast) -> None:
    reply = send(cast.alice, "/account/password", old="wrong", password=NEW)
    assert reply.status_code == 422
    assert "This is not your password." in text_of(reply)
    assert NEW not in reply.text
    assert enter(browser_at(cast.app), "alice").status_code == 303


def test_a_new_recovery_code_is_shown_once(cast: Cast) -> None:
    reply = send(cast.alice, "/account/recovery-code", old=PASSWORD)
    assert re.search(r'value="(\w{4}-){5}\w{4}"', reply.text)
    assert reply.headers["cache-control"] == "no-store"
    wrong = send(cast.alice, "/account/recovery-code", old="wrong")
    assert wrong.status_code == 422


def test_deleting_the_account_needs_the_password_and_takes_everything_along(cast: Cast) -> None:
    address = attempt(cast.alice, "We keep several copies.")
    page = send(cast.alice, f"{address}/share")
    link = re.search(r'value="http://site(/shared/[^"]+)"', page.text)
    assert link
    assert "1 attempt" in text_of(cast.alice.get("/account/delete"))
    assert send(cast.alice, "/account/delete", old="wrong").status_code == 422
    assert cast.stranger.get(link[1]).status_code == 200
    other = elsewhere(cast)
    reply = send(cast.alice, "/account/delete", old=PASSWORD)
    assert reply.headers["location"] == "/sign-in?left=deleted"
    assert COOKIE not in cast.alice.cookies
    assert cast.stranger.get(link[1]).status_code == 404
    assert not signed_in(other)
    assert enter(cast.alice, "alice").status_code == 422


def test_deleting_everything_else_leaves_the_account(cast: Cast) -> None:
    attempt(cast.alice, "We keep several copies.")
    attempt(cast.bob, "We keep several copies.")
    send(cast.alice, "/data/delete")
    assert "No attempt is kept yet" in text_of(cast.alice.get("/data"))
    assert "1 attempt" in text_of(cast.bob.get("/data"))


def test_its_forms_need_the_token(cast: Cast) -> None:
    for address in ("/account/password", "/account/delete", "/account/sign-ins/end-others"):
        fields = fields_of(cast.alice.get("/account"))
        sent = fields | {"csrf": "guess", "old": PASSWORD, "password": NEW}
        assert cast.alice.post(address, data=sent).status_code == 403
