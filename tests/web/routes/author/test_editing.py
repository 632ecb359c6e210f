"""Promises of app/web/routes/author/editing.py."""

import html
import re

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from tests import make
from tests.web.routes.author.conftest import SMALL
from tests.web.site import fields_of, text_of

NEW_TITLE = make.as_yaml(make.question_data(title="A queue with another name"))


def editor(author: TestClient, address: str = SMALL) -> dict[str, str]:
    """The fields of the editor, as a browser would send them."""
    fields = fields_of(author.get(address))
    for name in ("question", "rubric"):
        fields[name] = fields.get(name, "").removeprefix("\n")
    return fields


def send(author: TestClient, address: str = SMALL, **changes: str) -> Response:
    return author.post(address, data=editor(author) | changes, follow_redirects=False)


def typed(page: Response, name: str) -> str:
    """What stands in one text of the editor."""
    found = re.search(rf'<textarea id="{name}".*?>\n(.*?)</textarea>', page.text, re.DOTALL)
    assert found, page.text
    return html.unescape(found[1])


def test_the_editor_shows_both_texts_as_they_are_on_disk(author: TestClient) -> None:
    page = author.get(SMALL)
    assert page.status_code == 200
    assert typed(page, "question") == make.as_yaml(make.question_data())
    assert typed(page, "rubric") == make.as_yaml(make.rubric_data())
    assert "No problems" in text_of(page)


def test_a_text_that_begins_with_an_empty_line_keeps_it(author: TestClient) -> None:
    send(author, question="\n" + NEW_TITLE)
    assert typed(author.get(SMALL), "question") == "\n" + NEW_TITLE


def test_the_question_and_the_rubric_are_shown_as_they_read(author: TestClient) -> None:
    said = text_of(author.get(SMALL))
    for told in ("How does a queue keep what was put into it?", "The queue is a log with copies.",
                 "Explained needs “what copies are for”", "a feeds b"):  # fmt: skip
        assert told in said
    assert "data:image/svg+xml;base64," in author.get(SMALL).text


def test_checking_shows_problems_by_line_and_keeps_nothing(author: TestClient) -> None:
    broken = make.as_yaml(make.question_data(difficulty="hard"))
    page = send(author, do="check", question=broken)
    line = broken.splitlines().index("difficulty: hard") + 1
    assert page.status_code == 200
    assert "1 problem" in text_of(page)
    assert f'href="#question-{line}"' in page.text
    assert f'<span id="question-{line}" class="bad">' in page.text
    assert typed(page, "question") == broken
    assert typed(author.get(SMALL), "question") != broken


def test_saving_keeps_a_draft_and_learners_see_nothing_of_it(author: TestClient) -> None:
    reply = send(author, question=NEW_TITLE)
    assert (reply.status_code, reply.headers["location"]) == (303, SMALL)
    page = author.get(SMALL)
    assert typed(page, "question") == NEW_TITLE
    assert "draft" in text_of(page)
    assert "another name" not in author.get("/questions/small-queue").text


def test_line_ends_of_browsers_do_not_matter(author: TestClient) -> None:
    send(author, question=NEW_TITLE.replace("\n", "\r\n"))
    assert typed(author.get(SMALL), "question") == NEW_TITLE


def test_saving_what_is_published_begins_no_draft(author: TestClient) -> None:
    send(author)
    assert "Discard the draft" not in text_of(author.get(SMALL))


@pytest.mark.parametrize("go", ["try", "trials", "changes", "versions", "fares"])
def test_going_to_another_page_keeps_what_was_typed(author: TestClient, go: str) -> None:
    reply = send(author, question=NEW_TITLE, go=go)
    assert reply.headers["location"] == f"{SMALL}/{go}"
    assert typed(author.get(SMALL), "question") == NEW_TITLE


def test_nobody_is_sent_to_another_site(author: TestClient) -> None:
    assert send(author, go="//example.org").headers["location"] == SMALL


def test_a_draft_kept_meanwhile_is_not_overwritten_unasked(author: TestClient) -> None:
    mine = editor(author) | {"question": NEW_TITLE}
    send(author, question=make.as_yaml(make.question_data(title="The other tab")))
    refused = author.post(SMALL, data=mine)
    assert refused.status_code == 409
    assert typed(refused, "question") == NEW_TITLE
    assert "The other tab" in text_of(refused)
    assert "The other tab" in typed(author.get(SMALL), "question")
    again = fields_of(refused) | {"question": NEW_TITLE, "rubric": mine["rubric"]}
    assert author.post(SMALL, data=again, follow_redirects=False).status_code == 303
    assert typed(author.get(SMALL), "question") == NEW_TITLE


def test_a_form_that_is_too_old_comes_back_with_every_word(author: TestClient) -> None:
    page = send(author, csrf="old", question=NEW_TITLE)
    assert page.status_code == 403
    assert typed(page, "question") == NEW_TITLE
    assert "too old" in text_of(page)
    again = fields_of(page) | {"question": NEW_TITLE}
    assert author.post(SMALL, data=again, follow_redirects=False).status_code == 303


def test_what_is_said_as_one_types_is_a_region_for_each_place(author: TestClient) -> None:
    broken = make.as_yaml(make.question_data(minutes=1))
    page = send(author, f"{SMALL}/look", question=broken)
    assert page.status_code == 200
    assert "<html" not in page.text
    for place in ("look-status", "question-told", "rubric-told", "question-reading"):
        assert f'id="{place}"' in page.text
    assert 'data-part="question"' in page.text
    assert typed(author.get(SMALL), "question") != broken


def test_the_script_saves_drafts_and_is_told_when_another_was_kept(author: TestClient) -> None:
    fields = editor(author)
    first = author.post(f"{SMALL}/draft", data=fields | {"question": NEW_TITLE})
    assert first.json()["says"] == "Draft saved"
    assert author.post(f"{SMALL}/draft", data=fields | {"question": "old"}).status_code == 409
    seen = {"seen": first.json()["seen"], "question": NEW_TITLE + "# more\n"}
    assert author.post(f"{SMALL}/draft", data=fields | seen).status_code == 200


def test_warnings_stand_apart_from_problems(author: TestClient) -> None:
    doubtful = make.rubric_data(ideas={"thing": ["fine", "5%"]})
    page = send(author, do="check", rubric=make.as_yaml(doubtful))
    assert "No problems , 1 warning" in text_of(page)
    assert 'class="doubt" data-part="rubric"' in page.text


def test_a_discarded_draft_gives_way_to_what_is_published(author: TestClient) -> None:
    send(author, question=NEW_TITLE)
    assert "Discard the draft?" in text_of(author.get(f"{SMALL}/discard"))
    token = fields_of(author.get(f"{SMALL}/discard"))["csrf"]
    author.post(f"{SMALL}/discard", data={"csrf": token})
    assert typed(author.get(SMALL), "question") == make.as_yaml(make.question_data())


def test_the_lexicon_is_one_text(author: TestClient) -> None:
    page = author.get("/author/questions/lexicon")
    assert page.status_code == 200
    assert 'name="question"' not in page.text
    assert "ideas: {}" in typed(page, "rubric")


def test_a_question_that_is_nowhere_is_not_found(author: TestClient) -> None:
    assert author.get("/author/questions/nope").status_code == 404
    assert author.get("/author/questions/No%20Such").status_code == 404


def test_markup_in_a_text_is_text(author: TestClient) -> None:
    evil = make.as_yaml(make.question_data(title="</textarea><script>alert(1)</script>"))
    page = send(author, do="check", question=evil)
    assert "<script>alert" not in page.text
    assert typed(page, "question") == evil


def test_two_files_of_a_mebibyte_fit_into_the_form_and_more_comes_back(author: TestClient) -> None:
    """As a browser sends them: three bytes for each of a letter, six for the end of a line."""
    line = "# " + "\u00e9" * 60 + "\r\n"
    text = line * (1024 * 1024 // len(line.encode()))
    fields = fields_of(author.get(SMALL))
    sent = fields | {"question": text, "rubric": text, "do": "save"}
    assert author.post(SMALL, data=sent, follow_redirects=False).status_code == 303
    larger = sent | {"rubric": text * 2}
    assert author.post(SMALL, data=larger, follow_redirects=False).status_code == 413
