"""Promises of app/web/routes/sharing.py."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from tests.coaching import QUESTION
from tests.web.site import attempt, fields_of, site, text_of

ANSWER = "We keep several copies, RF=3. One copy is safe."


@pytest.fixture
def report(browser: TestClient) -> str:
    """The address of a second report, with a note."""
    attempt(browser, "Nothing useful.")
    address = attempt(browser, ANSWER)
    token = fields_of(browser.get(address))["csrf"]
    note = {"subject": "concept/copies", "anchor": "a", "kind": "said", "text": "My remark."}
    browser.post(f"{address}/notes", data=note | {"csrf": token})
    return address


def share(browser: TestClient, report: str) -> str:
    """Make a link and return its path."""
    token = fields_of(browser.get(f"{report}/share"))["csrf"]
    page = browser.post(f"{report}/share", data={"csrf": token})
    found = re.findall(r'value="http://site(/shared/[^"]+)"', page.text)
    assert len(found) == 1
    return str(found[0])


def end(browser: TestClient, listed: str) -> None:
    """End the first link of a page that lists some."""
    page = browser.get(listed)
    action = re.findall(r'action="(/shares/[^"]+/end)"', page.text)[0]
    fields = fields_of(page)
    done = browser.post(action, data={"csrf": fields["csrf"], "back": fields["back"]})
    assert done.url.path == listed


@pytest.fixture
def stranger(browser: TestClient) -> Iterator[TestClient]:
    """A browser that has never been at the site."""
    with TestClient(browser.app, base_url="http://site") as other:
        yield other


def test_whoever_has_the_link_reads_the_report_and_nothing_else_of_the_learners(
    browser: TestClient, stranger: TestClient, report: str
) -> None:
    page = stranger.get(share(browser, report))
    said = text_of(page)
    assert page.status_code == 200
    assert "46 of 100" in said
    assert "We keep several copies" in said
    assert "One copy is called safe." in said
    mine = ("My remark.", "Attempt 2", "What changed", "since attempt", "History", "improved")
    for hidden in mine:
        assert hidden not in said
    assert report.rpartition("/")[2] not in page.text


def test_the_shared_page_can_do_nothing_and_is_not_to_be_found(
    browser: TestClient, stranger: TestClient, report: str
) -> None:
    page = stranger.get(share(browser, report))
    assert "<form" not in page.text
    assert re.findall(r'href="(/(?!static/)[^"]*)"', page.text) == []
    assert '<meta name="robots" content="noindex, nofollow">' in page.text
    assert page.headers["x-robots-tag"] == "noindex, nofollow, noarchive"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"
    assert "form-action 'none'" in page.headers["content-security-policy"]
    assert "default-src 'self'" in page.headers["content-security-policy"]
    assert "set-cookie" not in page.headers


def test_a_link_cannot_be_guessed_and_every_one_is_different(
    browser: TestClient, report: str
) -> None:
    first, second = share(browser, report), share(browser, report)
    assert first != second
    assert len(first.removeprefix("/shared/")) >= 22, "128 bits in base64"


def test_the_secret_is_shown_once_and_kept_nowhere(tmp_path: Path) -> None:
    with site(tmp_path) as (browser, sessions):
        report = attempt(browser, ANSWER)
        secret = share(browser, report).removeprefix("/shared/")
        for page in (f"{report}/share", "/data"):
            assert secret not in browser.get(page).text
        with sessions.reading.begin() as session:
            rows = session.execute(text("SELECT * FROM shares")).all()
    assert len(rows) == 1
    assert secret not in str(rows)


@pytest.mark.parametrize("listed", ["{report}/share", "/data"])
def test_an_ended_link_opens_nothing(
    browser: TestClient, stranger: TestClient, report: str, listed: str
) -> None:
    link = share(browser, report)
    end(browser, listed.format(report=report))
    page = stranger.get(link)
    assert page.status_code == 404
    assert "it may have been ended" in text_of(page)


def test_ended_and_unknown_links_look_the_same(browser: TestClient, report: str) -> None:
    link = share(browser, report)
    end(browser, "/data")
    ended, unknown = browser.get(link), browser.get("/shared/never-was")
    assert (ended.status_code, ended.text) == (unknown.status_code, unknown.text)


def test_ending_one_link_leaves_the_others_open(browser: TestClient, report: str) -> None:
    links = [share(browser, report), share(browser, report)]
    end(browser, "/data")
    assert sorted(browser.get(link).status_code for link in links) == [200, 404]


def test_a_link_goes_with_its_attempt(browser: TestClient, report: str) -> None:
    link = share(browser, report)
    browser.post(f"{report}/delete", data={"csrf": fields_of(browser.get(report))["csrf"]})
    assert browser.get(link).status_code == 404
    assert "None is open." in text_of(browser.get("/data"))


def test_a_link_goes_with_everything_else(browser: TestClient, report: str) -> None:
    link = share(browser, report)
    browser.post("/data/delete", data={"csrf": fields_of(browser.get("/data/delete"))["csrf"]})
    assert browser.get(link).status_code == 404


def test_the_data_page_lists_what_is_shared(browser: TestClient, report: str) -> None:
    share(browser, report)
    said = text_of(browser.get("/data"))
    assert "A small queue, attempt 2 , link made 1 March 2026, 12:00 UTC" in said


def test_links_are_made_and_ended_only_with_the_forms_token(
    browser: TestClient, report: str
) -> None:
    share(browser, report)
    action = re.findall(r'action="(/shares/[^"]+/end)"', browser.get("/data").text)[0]
    assert browser.post(f"{report}/share", data={"csrf": "x"}).status_code == 403
    assert browser.post(action, data={"csrf": "x"}).status_code == 403


@pytest.mark.parametrize("back", ["//example.org", "https://example.org", "attempts/../x/share"])
def test_ending_a_link_leads_nowhere_else(browser: TestClient, report: str, back: str) -> None:
    share(browser, report)
    page = browser.get("/data")
    action = re.findall(r'action="(/shares/[^"]+/end)"', page.text)[0]
    reply = browser.post(action, data={"csrf": fields_of(page)["csrf"], "back": back})
    assert reply.status_code == 422


def test_what_is_not_there_cannot_be_shared_or_ended(browser: TestClient, report: str) -> None:
    token = fields_of(browser.get(report))["csrf"]
    assert browser.get("/attempts/nope/share").status_code == 404
    assert browser.post("/attempts/nope/share", data={"csrf": token}).status_code == 404
    assert browser.post("/shares/nope/end", data={"csrf": token}).status_code == 404


def test_the_report_leads_to_the_ways_of_keeping_it(browser: TestClient, report: str) -> None:
    assert f'href="{report}/share"' in browser.get(report).text
    page = browser.get(f"{report}/share")
    assert f'href="{report}/report.md"' in page.text
    assert f'href="{report}/print"' in page.text
    assert f"/questions/{QUESTION}" not in page.text
