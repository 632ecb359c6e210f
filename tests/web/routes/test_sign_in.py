"""Promises of app/web/routes/sign_in.py, and of the page that asks who it is."""

import asyncio

import pytest
from fastapi.testclient import TestClient
from httpx2 import ASGITransport, AsyncClient

from app.accounts.tries import BY_NAME
from app.web.asking import COOKIE
from tests.coaching import QUESTION
from tests.event_loop import run_alone
from tests.web.cast import PASSWORD, SITE, Cast, enter, send, token_at
from tests.web.site import attempt, fields_of, submit, text_of

WORDS = "We keep several copies,\r\none on each disk."


def test_who_signs_in_goes_where_they_wanted_to_go(cast: Cast) -> None:
    asked = cast.stranger.get("/history?x=1", follow_redirects=False)
    page = cast.stranger.get(asked.headers["location"])
    reply = enter(cast.stranger, "alice", next=fields_of(page)["next"])
    assert reply.status_code == 303
    assert reply.headers["location"] == "/history?x=1"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "", "/\tx"],
)
def test_nobody_is_sent_to_another_site(cast: Cast, elsewhere: str) -> None:
    assert enter(cast.stranger, "alice", next=elsewhere).headers["location"] == "/"
    there = cast.alice.get("/sign-in", params={"next": elsewhere}, follow_redirects=False)
    assert there.headers["location"] == "/"


@pytest.mark.parametrize(("name", "password"), [("alice", "wrong"), ("nobody", PASSWORD)])
def test_a_refused_form_comes_back_with_the_name_and_without_the_password(
    cast: Cast, name: str, password: str
) -> None:
    reply = enter(cast.stranger, name, password, next="/history")
    assert reply.status_code == 422
    assert "The name or the password is not right." in text_of(reply)
    assert f'value="{name}"' in reply.text
    assert password not in reply.text
    assert fields_of(reply)["next"] == "/history"
    assert cast.stranger.get("/", follow_redirects=False).status_code == 303


def test_too_many_tries_are_told_how_long_to_wait(cast: Cast) -> None:
    for _ in range(BY_NAME.amount):
        enter(cast.stranger, "alice", "wrong")
    reply = enter(cast.stranger, "alice")
    assert reply.status_code == 429
    assert int(reply.headers["retry-after"]) <= 15 * 60
    assert "Wait 15 minutes, then try again." in text_of(reply)
    assert cast.alice.get("/").status_code == 200


def test_the_cookie_is_for_this_site_and_not_for_scripts(cast: Cast) -> None:
    reply = enter(cast.stranger, "alice")
    cookie = next(c for c in reply.headers.get_list("set-cookie") if c.startswith(COOKIE))
    assert "httponly" in cookie.lower()
    assert "samesite=lax" in cookie.lower()


def test_over_https_no_cookie_is_ever_sent_in_the_clear(cast: Cast) -> None:
    with TestClient(cast.app, base_url="https://site") as browser:
        cookies = enter(browser, "alice").headers.get_list("set-cookie")
    assert len(cookies) == 2
    assert all("secure" in cookie.lower() for cookie in cookies)


def test_a_token_from_before_signing_in_is_worth_nothing_after(cast: Cast) -> None:
    before = token_at(cast.stranger, "/sign-in")
    enter(cast.stranger, "alice")
    reply = cast.stranger.post("/data/delete", data={"csrf": before})
    assert reply.status_code == 403


def test_a_session_that_somebody_put_there_before_is_not_kept(cast: Cast) -> None:
    cast.stranger.cookies.set(COOKIE, "planted", domain="site.local", path="/")
    enter(cast.stranger, "alice")
    assert "planted" not in [c.value for c in cast.stranger.cookies.jar if c.domain == "site"]


def test_signing_in_again_ends_the_sign_in_before(cast: Cast) -> None:
    old = cast.alice.cookies[COOKIE]
    token = token_at(cast.alice)
    cast.alice.post("/sign-in", data={"csrf": token, "name": "bob", "password": PASSWORD})
    assert cast.accounts.who(old) is None
    assert "bob" in text_of(cast.alice.get("/account"))


def test_signing_out_ends_it_for_good(cast: Cast) -> None:
    old = cast.alice.cookies[COOKIE]
    token = token_at(cast.alice)
    reply = send(cast.alice, "/sign-out")
    assert reply.headers["location"] == "/sign-in?left=out"
    assert "You are signed out." in text_of(cast.alice.get("/sign-in?left=out"))
    assert cast.accounts.who(old) is None
    cast.alice.cookies.set(COOKIE, old)
    assert cast.alice.get("/", follow_redirects=False).status_code == 303
    assert cast.alice.post("/data/delete", data={"csrf": token}).status_code == 401


def test_whoever_is_signed_in_already_goes_on(cast: Cast) -> None:
    reply = cast.alice.get("/sign-in?next=/history", follow_redirects=False)
    assert reply.headers["location"] == "/history"


def leave_behind(browser: TestClient) -> None:
    """Lose the sign-in, and keep the page that is open."""
    browser.cookies.delete(COOKIE)


def test_an_answer_sent_after_the_sign_in_ended_is_not_lost(cast: Cast) -> None:
    fields = fields_of(cast.alice.get(f"/questions/{QUESTION}"))
    leave_behind(cast.alice)
    address = f"/questions/{QUESTION}/attempts"
    page = cast.alice.post(address, data=fields | {"answer": WORDS, "only": "1"})
    assert page.status_code == 401
    assert WORDS.replace("\r\n", "\n") in page.text.replace("\r\n", "\n")
    waiting = fields_of(page)
    wrong = cast.alice.post("/sign-in", data=waiting | {"name": "alice", "password": "wrong"})
    assert "The name or the password is not right." in text_of(wrong)
    waiting = fields_of(wrong)
    page = cast.alice.post("/sign-in", data=waiting | {"name": "alice", "password": PASSWORD})
    assert page.status_code == 200
    assert f'action="{address}"' in page.text
    going = fields_of(page)
    assert going["answer"] == WORDS
    assert going["form"] == fields["form"]
    report = cast.alice.post(address, data=going)
    assert "several copies" in report.text
    assert report.url.path.startswith("/attempts/")


def test_a_waiting_form_survives_a_token_that_is_too_old(cast: Cast) -> None:
    leave_behind(cast.alice)
    page = cast.alice.post(f"/questions/{QUESTION}/attempts", data={"answer": WORDS})
    waiting = fields_of(page) | {"csrf": "too old", "name": "alice", "password": PASSWORD}
    reply = cast.alice.post("/sign-in", data=waiting)
    assert reply.status_code == 403
    assert fields_of(reply)["kept:answer"] == WORDS


def test_a_waiting_form_may_hold_a_field_twice(cast: Cast) -> None:
    leave_behind(cast.alice)
    page = cast.alice.post("/attempts/a1/improve", data={"step": ["1", "3"]})
    assert page.text.count('name="kept:step"') == 2


@pytest.mark.parametrize("action", ["https://evil.example/", "//evil.example/x", "/a b"])
def test_a_waiting_form_goes_to_no_other_site(cast: Cast, action: str) -> None:
    reply = enter(cast.stranger, "alice", **{"kept-action": action, "kept:answer": "x"})
    assert reply.status_code == 303
    assert reply.headers["location"] == "/"


def test_a_note_saved_after_the_sign_in_ended_stays_in_its_box(cast: Cast) -> None:
    address = attempt(cast.alice, "We keep several copies.")
    token = token_at(cast.alice)
    leave_behind(cast.alice)
    note = {"subject": "concept/copies", "anchor": "c1", "kind": "wrong", "text": "I did say it."}
    reply = cast.alice.post(
        f"{address}/notes", data=note | {"csrf": token}, headers={"HX-Request": "true"}
    )
    assert reply.status_code == 401
    assert "I did say it." in reply.text
    assert "Sign in on another tab" in text_of(reply)
    assert "<html" not in reply.text


def test_a_search_after_the_sign_in_ended_goes_to_sign_in_with_the_whole_page(cast: Cast) -> None:
    reply = cast.stranger.get("/?q=queue", headers={"HX-Request": "true"})
    assert reply.status_code == 401
    assert reply.headers["hx-redirect"] == "/sign-in?next=%2F%3Fq%3Dqueue"


def test_an_autosave_after_the_sign_in_ended_says_so(cast: Cast) -> None:
    leave_behind(cast.alice)
    reply = cast.alice.post(f"/questions/{QUESTION}/draft", data={"answer": WORDS})
    assert reply.status_code == 401


def test_fifty_sign_in_at_once_and_pages_are_served_meanwhile(cast: Cast) -> None:
    cast.accounts.tries.succeeded("alice")

    async def one(number: int) -> int:
        transport = ASGITransport(app=cast.app)
        async with AsyncClient(transport=transport, base_url=SITE) as browser:
            if number % 10 == 9:
                assert (await browser.get("/healthz")).status_code == 200
            token = fields_of(await browser.get("/sign-in"))["csrf"]
            name = ("ada", "alice", "bob")[number % 3]
            sent = {"csrf": token, "name": name, "password": PASSWORD}
            return (await browser.post("/sign-in", data=sent)).status_code

    async def all_at_once() -> list[int]:
        return await asyncio.gather(*(one(number) for number in range(50)))

    done = run_alone(all_at_once)
    assert 303 in done
    assert set(done) <= {303, 429, 503}, "in, or told to wait: nothing breaks"


def test_a_personal_site_has_no_sign_in(browser: TestClient) -> None:
    for address in ("/sign-in", "/account", "/author/people", "/recover", "/invite/x"):
        assert browser.get(address).status_code == 404
    assert submit(browser, "We keep several copies.").status_code == 303


def test_what_an_author_wrote_waits_too_however_long_it_is(cast: Cast) -> None:
    address = "/author/questions/small-queue"
    fields = fields_of(cast.ada.get(address))
    leave_behind(cast.ada)
    rubric = "# é\n" * 200_000
    page = cast.ada.post(address, data=fields | {"rubric": rubric})
    assert page.status_code == 401
    waiting = fields_of(page) | {"name": "ada", "password": PASSWORD}
    page = cast.ada.post("/sign-in", data=waiting)
    assert page.status_code == 200
    assert fields_of(page)["rubric"].splitlines() == rubric.splitlines()


def test_files_cannot_wait_and_it_says_so(cast: Cast) -> None:
    leave_behind(cast.ada)
    reply = cast.ada.post(
        "/author/upload",
        files={"files": ("small-queue.yaml", b"id: small-queue")},
        headers={"referer": "http://site/author/upload"},
    )
    assert reply.status_code == 401
    assert "choose them again" in text_of(reply)
    assert fields_of(reply)["next"] == "/author/upload"


@pytest.mark.parametrize("body", ["&".join(f"f{n}=1" for n in range(1_100)), "x" * 999_000])
def test_a_form_that_cannot_be_read_breaks_nothing(cast: Cast, body: str) -> None:
    headers = {"content-type": "application/x-www-form-urlencoded"}
    for address in ("/shares/x/end", "/account/sign-ins/end-others", "/data/delete"):
        reply = cast.stranger.post(address, content=body, headers=headers)
        assert reply.status_code in {400, 401}
