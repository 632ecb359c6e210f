"""Promises of publishing in the browser: app/web/routes/author/{publishing,changes,removing}.py."""

from pathlib import Path

from fastapi.testclient import TestClient
from httpx2 import Response

from tests import make
from tests.authoring.test_publishing import good
from tests.web.routes.author.conftest import SMALL
from tests.web.routes.author.test_editing import send, typed
from tests.web.site import attempt, fields_of, text_of

NAMED = make.as_yaml(good(title="A queue with another name"))
FILE = "questions/streaming/small-queue.yaml"


def press(author: TestClient, page: str, action: str, **fields: str | list[str]) -> Response:
    """Send a form of a page by its action."""
    token = fields_of(author.get(page))["csrf"]
    return author.post(action, data={"csrf": token} | fields)


def publish(author: TestClient, *ids: str) -> Response:
    return press(author, "/author/new", "/author/publish", question=list(ids))


def test_what_would_change_is_shown_before_it_is_published(author: TestClient) -> None:
    send(author, question=NAMED)
    page = author.get(f"{SMALL}/changes")
    said = text_of(page)
    assert "taken out: title: A small queue" in said
    assert "put in: title: A queue with another name" in said.replace("  ", " ")
    assert "Publish these changes?" in said


def test_without_a_draft_there_is_nothing_to_publish(author: TestClient) -> None:
    assert "Nothing to publish" in text_of(author.get(f"{SMALL}/changes"))
    assert publish(author, "small-queue").status_code == 409


def test_learners_see_what_was_published(author: TestClient, root: Path) -> None:
    send(author, question=NAMED)
    page = publish(author, "small-queue")
    assert page.status_code == 200, text_of(page)
    assert "A queue with another name" in text_of(page)
    assert "A queue with another name" in author.get("/").text
    assert "another name" in (root / FILE).read_text()
    assert "Nothing to publish" in text_of(author.get(f"{SMALL}/changes"))


def test_every_problem_is_told_with_its_line_and_nothing_is_written(
    author: TestClient, root: Path
) -> None:
    before = (root / FILE).read_text()
    broken = make.as_yaml(good(difficulty="hard", minutes=1))
    send(author, question=broken)
    page = publish(author, "small-queue")
    assert page.status_code == 422
    line = broken.splitlines().index("difficulty: hard") + 1
    assert f'href="{SMALL}#question-{line}"' in page.text
    assert "2 problems to mend first" in text_of(page)
    assert (root / FILE).read_text() == before
    assert typed(author.get(SMALL), "question") == broken


def test_a_question_whose_own_texts_score_wrongly_is_not_published(author: TestClient) -> None:
    send(author, question=make.as_yaml(make.question_data(title="It says too little")))
    page = publish(author, "small-queue")
    assert page.status_code == 422
    assert "model-answer-score" in text_of(page)


def test_what_was_changed_on_disk_meanwhile_is_not_overwritten_unasked(
    author: TestClient, root: Path
) -> None:
    send(author, question=NAMED)
    (root / FILE).write_text(make.as_yaml(good(title="Changed on disk")))
    page = publish(author, "small-queue")
    assert page.status_code == 409
    said = text_of(page)
    assert "has changed since this draft began" in said
    assert "Changed on disk" in said
    assert "A queue with another name" in said
    assert "Changed on disk" in (root / FILE).read_text()
    changes = fields_of(author.get(f"{SMALL}/changes"))
    author.post(f"{SMALL}/changes", data=changes)
    assert publish(author, "small-queue").status_code == 200
    assert "another name" in (root / FILE).read_text()


def test_who_has_not_seen_the_latest_change_on_disk_is_shown_it_first(
    author: TestClient, root: Path
) -> None:
    send(author, question=NAMED)
    (root / FILE).write_text(make.as_yaml(good(title="Changed on disk")))
    changes = fields_of(author.get(f"{SMALL}/changes"))
    (root / FILE).write_text(make.as_yaml(good(title="Changed once more")))
    author.post(f"{SMALL}/changes", data=changes)
    assert "Changed once more" in text_of(author.get(f"{SMALL}/changes"))
    assert publish(author, "small-queue").status_code == 409


def test_all_drafts_without_problems_are_published_from_the_list(author: TestClient) -> None:
    send(author, question=NAMED)
    page = author.get("/author")
    assert "Publish the draft without problems" in text_of(page)
    fields = fields_of(page)
    assert author.post("/author/publish", data=fields).status_code == 200


def test_a_removed_question_is_gone_for_learners_and_comes_back(
    author: TestClient, root: Path
) -> None:
    question = make.question_data(id="large-queue", title="A large queue")
    rubric = make.rubric_data(question="large-queue")
    for folder, data in (("questions", question), ("rubrics", rubric)):
        make.write_files(root, {f"{folder}/streaming/large-queue.yaml": make.as_yaml(data)})
    report = attempt(author, "We keep several copies.")
    asked = text_of(author.get(f"{SMALL}/remove"))
    assert "The 1 attempt they made at it stay" in asked
    page = press(author, f"{SMALL}/remove", f"{SMALL}/remove")
    assert page.status_code == 200
    assert not (root / FILE).exists()
    assert author.get("/questions/small-queue").status_code == 404
    assert author.get(report).status_code == 200
    assert "Removed" in text_of(page)
    action = page.text.partition('action="/author/versions/')[2].partition('"')[0]
    back = press(author, "/author", f"/author/versions/{action}")
    assert typed(back, "question") == make.as_yaml(make.question_data())


def test_the_last_question_cannot_be_removed(author: TestClient, root: Path) -> None:
    page = press(author, f"{SMALL}/remove", f"{SMALL}/remove")
    assert page.status_code == 422
    assert "there is no question here" in text_of(page)
    assert (root / FILE).exists()
