"""Whatever happens when an author saves, every word comes back."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from app.web.asking import COOKIE
from tests import make
from tests.web.cast import PASSWORD, Cast, shared_site
from tests.web.routes.author.conftest import SMALL
from tests.web.routes.author.test_editing import editor, send, typed
from tests.web.site import text_of

LONG = "# " + "a long comment " * 60_000 + "\n" + make.as_yaml(make.rubric_data())
"""Nearly a megabyte: more than may be sent elsewhere."""


@pytest.fixture
def cast(tmp_path: Path) -> Iterator[Cast]:
    """People at a shared site over the small question."""
    with shared_site(tmp_path, make.content_root(tmp_path / "root")) as people:
        yield people


def hidden_in(page: Response) -> dict[str, str]:
    """The hidden fields of a page, entities resolved, as a browser would send them."""
    pattern = r'<input type="hidden" name="([^"]*)" value="([^"]*)">'
    return {name: html.unescape(value) for name, value in re.findall(pattern, page.text)}


def test_a_text_waits_while_an_author_signs_in_again(cast: Cast) -> None:
    fields = editor(cast.ada) | {"rubric": LONG}
    cast.ada.cookies.delete(COOKIE)
    asked = cast.ada.post(SMALL, data=fields)
    assert asked.status_code == 401
    waiting = hidden_in(asked) | {"name": "ada", "password": PASSWORD}
    entered = cast.ada.post("/sign-in", data=waiting)
    assert entered.status_code == 200, text_of(entered)[:400]
    saved = cast.ada.post(SMALL, data=hidden_in(entered))
    assert saved.status_code == 200
    assert typed(cast.ada.get(SMALL), "rubric") == LONG


def test_who_is_no_author_any_more_gets_the_text_back_and_sees_no_draft(cast: Cast) -> None:
    send(cast.ada, question=make.as_yaml(make.question_data(title="A secret draft")))
    fields = editor(cast.ada) | {"question": "mine: true\n", "rubric": "mine: too\n"}
    fields["csrf"] = hidden_in(cast.bob.get("/data/delete"))["csrf"]
    page = cast.bob.post(SMALL, data=fields)
    assert page.status_code == 403
    assert (typed(page, "question"), typed(page, "rubric")) == ("mine: true\n", "mine: too\n")
    assert "A secret draft" not in page.text
    assert "A small queue" not in page.text


def test_authors_see_whose_draft_it_is(cast: Cast) -> None:
    cast.accounts.set_role(cast.ids["bob"], "author")
    send(cast.ada, question=make.as_yaml(make.question_data(title="A draft of Ada")))
    token = hidden_in(cast.bob.get("/sign-in"))["csrf"]
    cast.bob.post("/sign-in", data={"csrf": token, "name": "bob", "password": PASSWORD})
    assert "by ada" in text_of(cast.bob.get("/author"))
    assert "People and invites" in text_of(cast.bob.get("/author"))
    assert "by you" in text_of(cast.ada.get("/author"))
    assert "Draft kept by ada" in text_of(cast.bob.get(SMALL))


def test_while_the_database_is_busy_the_text_comes_back(author: TestClient) -> None:
    fields = editor(author) | {"rubric": LONG}
    sessions = author.app.state.sessions  # type: ignore[attr-defined]
    with sessions.writing.begin() as session:
        session.connection()
        page = author.post(SMALL, data=fields)
    assert page.status_code == 503
    assert typed(page, "rubric") == LONG
    assert author.post(SMALL, data=fields, follow_redirects=False).status_code == 303


def test_a_question_that_was_removed_meanwhile_is_told_and_the_text_comes_back(
    author: TestClient, root: Path
) -> None:
    fields = editor(author) | {"rubric": "mine: true\n"}
    for kind in ("questions", "rubrics"):
        (root / kind / "streaming" / "small-queue.yaml").unlink()
    page = author.post(SMALL, data=fields)
    assert page.status_code == 404
    assert typed(page, "rubric") == "mine: true\n"
    assert "begin the question again" in text_of(page)


@pytest.mark.parametrize(
    "text",
    ["[" * 50_000, "a: &a [*a]\n", "a: !!python/object:os.system x\n", "a: 1\na: 2\n", "\x00\x07"],
    ids=["brackets", "alias", "tag", "twice", "control"],
)
def test_a_hostile_text_is_a_problem_and_nothing_else(author: TestClient, text: str) -> None:
    page = send(author, do="check", question=text, rubric=text)
    assert page.status_code == 200
    assert "problem" in text_of(page)
    assert send(author, question=text, rubric=text).status_code == 303
    assert author.get(SMALL).status_code == 200
    for tab in ("try", "trials", "changes", "versions"):
        assert author.get(f"{SMALL}/{tab}").status_code == 200
    assert author.get("/author").status_code == 200
