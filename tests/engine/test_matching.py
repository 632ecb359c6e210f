"""Wordings found in other people's words."""

from typing import Any

import pytest

from app.engine.pipeline import Pipeline
from tests.engine.small import mentions

IDEAS: dict[str, Any] = {
    "lag-behind": ["falls behind", "cannot keep up", "stale"],
    "hot": {"words": ["hot"], "of": ["partition"], "not_of": ["coffee"]},
    "spread": {"words": ["skew"], "either": True},
}


@pytest.mark.parametrize(
    ("answer", "wording"),
    [
        ("The broker retries the write.", "write retried by broker"),
        ("Writes are retried. The broker does it.", "broker retries"),
        ("A follower falls too far behind.", "follower <lag-behind>"),
        ("Producers can't lose writes.", "not lost write"),
        ("No write is lost here.", "not lost write"),
        ("Slow consumers block the producer.", "slow consumer -> blocked producer"),
        ("The producer is blocked by slow consumers.", "slow consumer -> blocked producer"),
        ("We keep 3 copies.", "<n> copies"),
        ("We keep three copies.", "<n> copies"),
        ("The node restarts.", "node (crash | restart)"),
        ("It is delivered at least once.", '"at least once"'),
        ("One partition is hot.", "<hot>"),
        ("There is no skew in it.", "<spread>"),
    ],
)
def test_a_wording_is_found(answer: str, wording: str, nlp: Pipeline) -> None:
    assert mentions(answer, wording, nlp, ideas=IDEAS)


@pytest.mark.parametrize(
    ("answer", "wording"),
    [
        ("The broker never retries.", "broker retries"),
        ("Writes are lost.", "not lost write"),
        ("Blocked producers make consumers slow.", "slow consumer -> blocked producer"),
        ("We keep copies.", "<n> copies"),
        ("At best once or at the least twice.", '"at least once"'),
        ("The broker falls and nothing behind it moves.", "<lag-behind>"),
        ("Coffee is hot.", "<hot>"),
        ("One partition is like hot coffee.", "<hot>"),
        ("The broker is up.\n\nThe client retries.", "broker retries"),
        ("The broker is up. It is fine. The client retries.", "broker retries"),
        (f"The broker {'and so on ' * 10} retries.", "broker retries"),
    ],
)
def test_a_near_miss_is_not(answer: str, wording: str, nlp: Pipeline) -> None:
    assert not mentions(answer, wording, nlp, ideas=IDEAS)


@pytest.mark.parametrize(
    "answer",
    ["THE BROKER RETRIES THE WRITE.", "the   broker\tretries  the write", "- broker: retries write",
     "The broker re\u00adtries the write", "The broker retires... retries the write!"],
)  # fmt: skip
def test_spelling_changes_nothing(answer: str, nlp: Pipeline) -> None:
    assert mentions(answer, "broker retries write", nlp)
