"""Promises of app/web/routes/author/{trying,trials}.py."""

from fastapi.testclient import TestClient

from tests import make
from tests.authoring.test_publishing import good
from tests.web.routes.author.conftest import SMALL
from tests.web.routes.author.test_editing import send
from tests.web.site import fields_of, text_of

ANSWER = "We keep several copies, so one copy survives the crash of another disk."


def tried(author: TestClient, answer: str) -> str:
    token = fields_of(author.get(f"{SMALL}/try"))["csrf"]
    return text_of(author.post(f"{SMALL}/try", data={"csrf": token, "answer": answer}))


def test_an_answer_is_scored_by_the_draft_and_nothing_is_kept(author: TestClient) -> None:
    concept = make.concept_data(name="Copies, as the draft calls them")
    send(author, rubric=make.as_yaml(make.rubric_data(concept)))
    said = tried(author, ANSWER)
    assert "Copies, as the draft calls them" in said
    assert "100 of 100" in said
    assert "How this was scored" in said
    assert "Nothing here yet" in text_of(author.get("/history"))


def test_an_empty_answer_is_told_and_not_scored(author: TestClient) -> None:
    assert "How this was scored" not in tried(author, "  ")


def test_an_answer_that_is_too_long_comes_back(author: TestClient) -> None:
    token = fields_of(author.get(f"{SMALL}/try"))["csrf"]
    page = author.post(f"{SMALL}/try", data={"csrf": token, "answer": "copies " * 3_000})
    assert page.status_code == 413
    assert page.text.count("copies ") >= 3_000


def test_a_draft_with_problems_says_what_to_mend_first(author: TestClient) -> None:
    send(author, rubric="question: small-queue\n")
    page = author.get(f"{SMALL}/try")
    assert "Not yet: 1 problem to mend first" in text_of(page)
    assert f'href="{SMALL}#rubric-1"' in page.text
    assert "Not yet: 1 problem" in tried(author, ANSWER)


def test_the_model_answer_and_samples_can_be_put_into_the_form(author: TestClient) -> None:
    sample = {"level": 2, "answer": "A sample of the rubric."}
    send(author, rubric=make.as_yaml(make.rubric_data(samples=[sample])))
    assert (
        "A sample of the rubric." in fields_of(author.get(f"{SMALL}/try?with=sample-1"))["answer"]
    )
    assert "The queue is a log" in fields_of(author.get(f"{SMALL}/try?with=model"))["answer"]
    assert fields_of(author.get(f"{SMALL}/try?with=nope"))["answer"].strip() == ""


def test_a_form_that_is_too_old_comes_back_with_its_answer(author: TestClient) -> None:
    page = author.post(f"{SMALL}/try", data={"csrf": "old", "answer": ANSWER})
    assert page.status_code == 403
    assert ANSWER in page.text


def run(author: TestClient) -> str:
    token = fields_of(author.get(f"{SMALL}/trials"))["csrf"]
    return text_of(author.post(f"{SMALL}/trials", data={"csrf": token}))


def test_samples_and_mutants_say_what_comes_out_wrong(author: TestClient) -> None:
    assert "Run samples and mutants" in text_of(author.get(f"{SMALL}/trials"))
    said = run(author)
    assert "that come out wrong: with them, nothing is published" in said
    assert "model-answer-score" in said
    assert "Copies" in said


def test_a_rubric_whose_texts_come_out_right_is_said_to_be_ready(author: TestClient) -> None:
    send(author, question=make.as_yaml(good()))
    said = run(author)
    assert "Every text came out as its author expects." in said
    assert "What fired where" in said


def test_a_draft_with_problems_is_not_run(author: TestClient) -> None:
    send(author, rubric="question: small-queue\n")
    assert "Run samples and mutants" not in text_of(author.get(f"{SMALL}/trials"))
    token = fields_of(author.get("/author/new"))["csrf"]
    page = author.post(f"{SMALL}/trials", data={"csrf": token})
    assert page.status_code == 422
    assert "Not yet: 1 problem to mend first" in text_of(page)
