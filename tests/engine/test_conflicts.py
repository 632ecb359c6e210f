"""Two values of one setting in one answer."""

import pytest

from app.engine.conflicts import conflicts
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.slots import read_slots
from tests.engine.small import PATTERNS


def contradicted(answer: str, nlp: Pipeline) -> list[str]:
    reading = read(answer, nlp)
    return [each.slot for each in conflicts(read_slots(reading, PATTERNS), reading)]


@pytest.mark.parametrize(
    "answer",
    [
        "RF=3 everywhere. We monitor lag. RF=2.",
        "We use a replication factor of 3. Consumers read in groups. I set RF to 2.",
        "- RF=3\n- acks=all\n- RF=2",
        "We set the RF for payments to 3. Payments run with RF=2.\n\nFor payments RF=2.",
    ],
)
def test_two_plain_values_of_one_setting_contradict_each_other(answer: str, nlp: Pipeline) -> None:
    assert contradicted(answer, nlp) == ["rf"]


@pytest.mark.parametrize(
    "answer",
    [
        "RF=3. RF=3.",
        "RF=2. Actually RF=3.",
        "RF=2. No wait, RF=3.",
        "RF=3 for payments. RF=2 for logs.",
        "Payments: RF=3. Clicks: RF=2.",
        "We raise the replication factor from 2 to 3.",
        "partitions: 300. Later partitions: 600.",
        "RF=3 in production. RF=1 in dev.",
        "The default RF is 1. RF=3.",
        "RF=3. With RF=2 we would lose writes.",
        "RF=3. If RF=2, one loss stops writes.",
        "RF=3. RF=2 is a mistake.",
        "RF=3. Don't take RF=2.",
        "RF=3 or RF=2.",
        "retention 7 days. retention 30 days.",
        "We keep 3 copies of each partition. 2 copies of each partition are on SSD.",
        "## Payments\nRF=3\n## Clicks\nRF=2",
        "acks=1 can lose data. acks=all waits for the ISR. We use acks=all.",
        "acks=1 loses writes. acks=all",
        "acks=all alone isn't enough: with min ISR=1 the leader confirms alone. min ISR 2.",
        "RF=3 means three copies. RF=2 means two.",
        "We know acks=1 from the old cluster. We use acks=all.",
    ],
)
def test_in_doubt_nothing_contradicts(answer: str, nlp: Pipeline) -> None:
    assert contradicted(answer, nlp) == []
