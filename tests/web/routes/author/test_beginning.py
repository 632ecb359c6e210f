"""Promises of app/web/routes/author/{beginning,listing,keys,fares}.py."""

from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import select, update

from app.db.tables import AttemptRow
from app.engine.compiled import judgement_digest
from tests.web.routes.author.conftest import SMALL
from tests.web.routes.author.test_editing import typed
from tests.web.site import attempt, fields_of, text_of

MODEL = """Replication keeps three copies of every message on different brokers.
A message is acknowledged when all in-sync replicas have written the message."""


def begin(author: TestClient, **fields: str) -> Response:
    token = fields_of(author.get("/author/new"))["csrf"]
    return author.post("/author/new", data={"csrf": token} | fields)


def test_a_new_question_is_a_draft_of_skeletons(author: TestClient) -> None:
    page = begin(author, id="web-hooks", category="streaming")
    assert page.url.path == "/author/questions/web-hooks"
    assert "id: web-hooks" in typed(page, "question")
    assert "question: web-hooks" in typed(page, "rubric")
    assert "not published yet" in text_of(page)
    assert "web-hooks" in author.get("/author").text
    assert author.get("/questions/web-hooks").status_code == 404


def test_a_model_answer_becomes_a_guessed_rubric_marked_as_a_draft(author: TestClient) -> None:
    page = begin(author, id="web-hooks", category="streaming", model=MODEL)
    assert "DRAFT" in typed(page, "rubric").splitlines()[1]
    assert "replicas" in typed(page, "rubric")


def test_a_refused_form_comes_back_filled(author: TestClient) -> None:
    for id_, told in (("Web Hooks", "is no id"), ("small-queue", "is there already")):
        page = begin(author, id=id_, category="streaming", model=MODEL)
        assert page.status_code == 422
        assert told in text_of(page)
        fields = fields_of(page)
        assert fields["model"].split() == MODEL.split()
        assert f'value="{id_}"' in page.text
    old = author.post("/author/new", data={"csrf": "old", "id": "a-b", "model": MODEL})
    assert old.status_code == 403
    assert MODEL.splitlines()[0] in old.text


def test_a_model_answer_that_is_too_long_comes_back(author: TestClient) -> None:
    page = begin(author, id="web-hooks", category="streaming", model="copies " * 3_000)
    assert page.status_code == 422
    assert page.text.count("copies ") >= 3_000


def test_the_list_tells_state_attempts_and_median(author: TestClient) -> None:
    attempt(author, "We keep several copies.")
    begin(author, id="web-hooks", category="streaming")
    said = text_of(author.get("/author"))
    assert "A small queue Streaming published 1 50 How they fare" in said
    assert "draft" in said
    assert "problems by you, 1 March 2026" in said


def test_the_keys_of_every_kind_of_file_are_told(author: TestClient) -> None:
    for kind, key in (("question", "pro_move"), ("rubric", "against_unless"), ("lexicon", "slots")):
        page = author.get(f"/author/keys/{kind}")
        assert page.status_code == 200
        assert key in text_of(page)
        for anchor in page.text.split('href="#')[1:]:
            assert f'id="{anchor.partition(chr(34))[0]}"' in page.text, kind
    assert author.get("/author/keys/nope").status_code == 422


def test_how_learners_fare_is_told_in_sums_without_their_words(author: TestClient) -> None:
    assert "Nobody has answered yet" in text_of(author.get(f"{SMALL}/fares"))
    attempt(author, "My words: one copy is safe.")
    said = text_of(author.get(f"{SMALL}/fares"))
    assert "Copies Durability 0 % 0 % 0 % 100 %" in said
    assert "one-copy-is-safe" in said
    assert "My words" not in said
    begin(author, id="web-hooks", category="streaming")
    assert "Not published yet" in text_of(author.get("/author/questions/web-hooks/fares"))


def test_answers_are_said_to_be_judged_by_another_rubric_only_when_they_were(
    author: TestClient,
) -> None:
    attempt(author, "We keep several copies.")
    bank = author.app.state.coach.holder.bank  # type: ignore[attr-defined]
    digest = judgement_digest(bank.rubrics["small-queue"], bank.lexicon)
    told = "judged by another version of the rubric"
    assert told in text_of(author.get(f"{SMALL}/fares"))
    with author.app.state.sessions.writing.begin() as session:  # type: ignore[attr-defined]
        report = session.scalars(select(AttemptRow.report)).one()
        renewed = report.replace('"rubric_digest":"0"', f'"rubric_digest":"{digest}"')
        session.execute(update(AttemptRow).values(report=renewed))
    assert told not in text_of(author.get(f"{SMALL}/fares"))
