"""Promises of app/web/routes/author/{uploading,downloading}.py."""

import zipfile
from io import BytesIO
from pathlib import Path

from fastapi.testclient import TestClient
from httpx2 import Response

from tests import make
from tests.authoring.test_publishing import good
from tests.web.routes.author.conftest import SMALL
from tests.web.routes.author.test_editing import typed
from tests.web.site import fields_of, text_of

NAMED = make.as_yaml(good(title="Uploaded"))
PATHS = ["questions/streaming/small-queue.yaml", "rubrics/streaming/small-queue.yaml"]


def upload(author: TestClient, *files: tuple[str, bytes]) -> Response:
    token = fields_of(author.get("/author/upload"))["csrf"]
    sent = [("file", (name, data, "application/octet-stream")) for name, data in files]
    return author.post("/author/upload", data={"csrf": token}, files=sent)


def zipped(**files: str) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return held.getvalue()


def test_a_file_becomes_a_draft_that_can_be_published(author: TestClient) -> None:
    page = upload(author, ("anything.yaml", NAMED.encode()))
    assert page.status_code == 200, text_of(page)
    assert "1 draft, without problems" in text_of(page)
    assert f'href="{SMALL}"' in page.text
    assert typed(author.get(SMALL), "question") == NAMED
    assert "Uploaded" not in author.get("/questions/small-queue").text
    assert author.post("/author/publish", data=fields_of(page)).status_code == 200
    assert "Uploaded" in author.get("/questions/small-queue").text


def test_a_zip_is_taken_whole_and_what_is_no_content_is_told(author: TestClient) -> None:
    data = zipped(**{PATHS[0]: NAMED, "README.md": "Read me."})
    said = text_of(upload(author, ("all.zip", data)))
    assert "Taken as drafts" in said
    assert "Passed over, being no content: README.md" in said


def test_every_problem_is_told_and_nothing_is_taken(author: TestClient) -> None:
    broken = make.as_yaml(good(difficulty="hard", minutes=1))
    page = upload(author, ("good.yaml", make.as_yaml(make.rubric_data()).encode()),
                  ("bad.yaml", broken.encode()))  # fmt: skip
    assert page.status_code == 422
    line = broken.splitlines().index("difficulty: hard") + 1
    assert f"bad.yaml:{line}:" in text_of(page)
    assert "Nothing was taken: 2 problems" in text_of(page)
    assert "Discard the draft" not in text_of(author.get(SMALL))


def test_no_file_at_all_is_told(author: TestClient) -> None:
    assert "there is no question, rubric or lexicon in it" in text_of(upload(author))
    assert "upload-empty" in text_of(upload(author, ("", b"")))


def test_a_path_out_of_the_root_is_refused(author: TestClient, root: Path) -> None:
    page = upload(author, ("evil.zip", zipped(**{"questions/../../evil.yaml": NAMED})))
    assert page.status_code == 422
    assert not (root.parent / "evil.yaml").exists()


def test_more_than_a_thousand_files_at_once_are_read(author: TestClient) -> None:
    page = upload(author, *((f"{number}.yaml", b"") for number in range(1_001)))
    assert page.status_code == 422
    assert "1000.yaml" in text_of(page)


def test_what_is_published_already_makes_no_draft(author: TestClient, root: Path) -> None:
    page = upload(author, ("same.yaml", (root / PATHS[0]).read_bytes()))
    assert "Published just so already: small-queue" in text_of(page)


def test_an_upload_without_the_token_is_refused(author: TestClient) -> None:
    sent = {"file": ("a.yaml", NAMED.encode())}
    assert author.post("/author/upload", data={"csrf": "x"}, files=sent).status_code == 403


def test_one_question_or_all_content_can_be_taken_away(author: TestClient, root: Path) -> None:
    for address, name in (
        ("/author/archive.zip", "whyboard-content.zip"),
        (f"{SMALL}/archive.zip", "whyboard-small-queue.zip"),
    ):
        reply = author.get(address)
        assert name in reply.headers["content-disposition"]
        with zipfile.ZipFile(BytesIO(reply.content)) as archive:
            assert archive.namelist() == PATHS
            assert archive.read(PATHS[0]) == (root / PATHS[0]).read_bytes()
    assert author.get("/author/questions/nope/archive.zip").status_code == 404
