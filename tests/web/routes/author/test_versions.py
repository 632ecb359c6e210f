"""Promises of app/web/routes/author/{versions,restoring}.py."""

import re

from fastapi.testclient import TestClient

from tests import make
from tests.authoring.test_publishing import good
from tests.web.routes.author.conftest import SMALL
from tests.web.routes.author.test_editing import send, typed
from tests.web.routes.author.test_publishing import press, publish
from tests.web.site import text_of

VERSIONS = f"{SMALL}/versions"


def published_as(author: TestClient, title: str) -> None:
    send(author, question=make.as_yaml(good(title=title)))
    assert publish(author, "small-queue").status_code == 200


def test_before_anything_was_published_here_there_are_no_versions(author: TestClient) -> None:
    assert "No version is kept yet" in text_of(author.get(VERSIONS))


def test_what_was_published_and_found_is_listed_with_who_and_when(author: TestClient) -> None:
    published_as(author, "First")
    said = text_of(author.get(VERSIONS))
    assert "Version 2 published you 1 March 2026" in said
    assert "Version 1 found on disk, changed by other means" in said


def test_any_two_versions_can_be_compared_and_one_with_what_is_published(
    author: TestClient,
) -> None:
    published_as(author, "First")
    published_as(author, "Second")
    page = author.get(VERSIONS)
    ids = re.findall(r'<option value="(version\d+)"', page.text)
    oldest, middle = ids[-1], ids[-2]
    said = text_of(author.get(f"{VERSIONS}?before={oldest}&after={middle}"))
    assert "From version 1 to version 2" in said
    assert "put in: title: First" in said
    said = text_of(author.get(f"{VERSIONS}?before={middle}&after=now"))
    assert "taken out: title: First" in said
    assert "put in: title: Second" in said
    send(author, question=make.as_yaml(good(title="Third")))
    assert "put in: title: Third" in text_of(author.get(f"{VERSIONS}?before=now&after=draft"))


def test_a_version_of_another_question_is_not_compared(author: TestClient) -> None:
    published_as(author, "First")
    assert author.get(f"{VERSIONS}?before=nope&after=now").status_code == 404


def test_an_earlier_version_comes_back_as_a_draft(author: TestClient) -> None:
    published_as(author, "First")
    published_as(author, "Second")
    actions = re.findall(r'action="(/author/versions/[^"]+)"', author.get(VERSIONS).text)
    page = press(author, VERSIONS, actions[-1])
    assert typed(page, "question") == make.as_yaml(make.question_data())
    assert "Second" in author.get("/").text


def test_a_version_that_is_nowhere_is_not_found(author: TestClient) -> None:
    assert press(author, "/author/new", "/author/versions/nope/restore").status_code == 404
