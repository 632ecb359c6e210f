"""Promises of app/web/errors.py that no single route owns."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.engine.coaching import Coaching
from app.engine.report import Report
from tests.coaching import QUESTION, small_bank
from tests.web.site import site, site_coach, submit, text_of


class BrokenScorer:
    """A scorer with a mistake in it."""

    def score(self, question_id: str, answer: str, *, improved: bool = False) -> Report:
        """Fail as a programmer's mistake does."""
        raise RuntimeError(f"{question_id}: {len(answer)} {improved}")

    def coaching(self, question_id: str, answer: str) -> Coaching:
        """Fail likewise."""
        raise RuntimeError(f"{question_id}: {len(answer)}")


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[TestClient]:
    """A browser at a site that cannot score."""
    coach = site_coach()
    coach.holder.swap(small_bank(), BrokenScorer())
    with site(tmp_path, coach) as (client, _):
        yield client


def test_a_fault_of_ours_is_said_to_be_ours_under_the_same_policy(broken: TestClient) -> None:
    page = submit(broken, "We keep several copies.")
    assert page.status_code == 500
    assert "That is our fault, not yours." in text_of(page)
    assert page.headers["content-security-policy"].startswith("default-src 'self'")


def test_a_fault_below_the_api_is_json(broken: TestClient) -> None:
    reply = broken.post(f"/api/v1/questions/{QUESTION}/attempts", json={"text": "Copies."})
    assert reply.status_code == 500
    assert reply.json()["error"]["code"] == "broken"


def test_the_next_request_after_a_fault_is_answered(broken: TestClient) -> None:
    submit(broken, "We keep several copies.")
    assert broken.get("/").status_code == 200
