"""Slots read from sentences as people write and dictate them."""

import pytest

from app.content.rubric import Slot
from app.engine.patterns import Patterns
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.slots import SlotValue, read_slots
from tests.engine.small import PATTERNS, SLOTS


def values(answer: str, nlp: Pipeline) -> tuple[SlotValue, ...]:
    return read_slots(read(answer, nlp), PATTERNS)


def said(answer: str, nlp: Pipeline) -> list[tuple[str, float | str]]:
    return [(each.slot, each.choice or each.low) for each in values(answer, nlp)]


KAFKA = [("rf", 3.0), ("min_isr", 2.0), ("acks", "all")]


@pytest.mark.parametrize(
    "answer",
    [
        "RF=3, min.insync.replicas=2, acks=all",
        "rf: 3; min isr: 2; acks: all",
        "RF 3 min ISR 2 acks -1",
        "rf3, minisr2, acks=all",
        "Set RF=3/min ISR=2/acks=all",
        "RF → 3, ISR min → 2, acks → all",
        "replication.factor: 3 | min.insync.replicas: 2 | acks: all",
        "- **RF**: 3\n- `min.insync.replicas=2`\n- `acks=all`",
        'replication factor of three, minimum in-sync replicas of two and "acks": "all"',
        "replication factor three and min in sync replicas two and acks all",
        "The replication factor is 3. We set min.insync.replicas to 2. acks must be all.",
        "We want a replication factor of 3 with at least two in-sync replicas (acks=all).",
        "3x replication, 2 in-sync replicas and acks = -1",
        "| RF | min ISR | acks |\n|----|---------|------|\n| 3 | 2 | all |",
    ],
)
def test_settings_are_read_however_they_are_written(answer: str, nlp: Pipeline) -> None:
    assert said(answer, nlp) == KAFKA


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("48 partitions and 60 consumers", [("partitions", 48), ("members", 60)]),
        ("keep data for 7 days", [("retention", 604_800)]),
        ("a 7-day retention", [("retention", 604_800)]),
        ("retention.ms=604800000", [("retention", 604_800)]),
        ("each message is 1 KB", [("event_size", 1_000)]),
        ("1 KB messages at 50,000 msgs/s", [("event_size", 1_000), ("event_rate", 50_000)]),
        ("max_slot_wal_keep_size = 100GB", [("wal_cap", 100e9)]),
        ("spark.sql.shuffle.partitions=2000", [("shuffle_partitions", 2_000)]),
        ("200 MB per partition", [("partition_size", 200e6)]),
        ("4 cores per executor", [("executor_cores", 4)]),
        ("7-character codes", [("code_length", 7)]),
        ("62^7 possible codes", [("code_length", 7)]),
        ("merge every 5 minutes", [("merge_interval", 300)]),
        ("a freshness of 5 min", [("freshness", 300)]),
        ("RF/minISR = 3/2", [("rf", 3), ("min_isr", 2)]),
        ("RF and min ISR are 3 and 2", [("rf", 3), ("min_isr", 2)]),
    ],
)
def test_other_slots_are_read(
    answer: str, expected: list[tuple[str, float]], nlp: Pipeline
) -> None:
    found = values(answer, nlp)
    assert [each.slot for each in found] == [slot for slot, _ in expected]
    assert [each.low for each in found] == pytest.approx([value for _, value in expected])


@pytest.mark.parametrize(
    "answer",
    [
        "three racks",
        "Kafka 3.7 on port 9092",
        "25 Gbit NICs and a p99 of 3 ms",
        "retry 3 times",
        "Kafka 3.7, RF to be decided",
        "partition 7 is hot",
        "a partition is read by one consumer",
        "when 2 replicas die, the other 2 replicas go on",
        "the leader acks one batch",
        "RF and min ISR matter more than 3 racks",
        "min ISR = RF - 1",
        "each consumer handles 4 partitions",
        "4000 partitions per broker",
        "one of 3 replicas per partition",
        "a storage of 10 TB per broker",
    ],
)
def test_near_misses_set_nothing(answer: str, nlp: Pipeline) -> None:
    assert said(answer, nlp) == []


@pytest.mark.parametrize(
    "answer",
    [
        "Don't use acks=0.",
        "never acks=0",
        "instead of acks=0",
        "Should we take acks=0?",
        "A common mistake is acks=0.",
        "Some people run acks=0.",
    ],
)
def test_what_is_turned_down_asked_or_reported_sets_nothing(answer: str, nlp: Pipeline) -> None:
    assert said(answer, nlp) == []


@pytest.mark.parametrize("answer", ["If RF=2, writes block.", "RF=2 vs RF=3"])
def test_what_is_only_supposed_is_unsure(answer: str, nlp: Pipeline) -> None:
    assert all(each.unsure for each in values(answer, nlp))
    assert values(answer, nlp)


@pytest.mark.parametrize(
    "answer",
    [
        "acks defaults to 1",
        "the default replication factor is 1",
        "Kafka's default acks is 1, which is not what I want",
    ],
)
def test_a_default_is_not_the_candidates_setting(answer: str, nlp: Pipeline) -> None:
    assert [each.default for each in values(answer, nlp)] == [True]


def test_our_default_is_our_setting(nlp: Pipeline) -> None:
    assert [each.default for each in values("By default we use RF 3.", nlp)] == [False]


@pytest.mark.parametrize(
    ("answer", "subjects"),
    [
        ("Payments: RF=3. Clickstream gets RF=2.", ["payments", "clickstream"]),
        ("RF=3 for payments, RF=2 for logs", ["payments", "logs"]),
        ("for payments we use RF=3; for logs RF=2 is fine", ["payments", "logs"]),
        ("orders need RF=3 whereas telemetry can live with RF=2", ["orders", "telemetry"]),
        ("The replication factor for the payments topic is 3.", ["payments"]),
        ("## Payments\nRF=3\n## Clicks\nRF=2", ["payments", "clicks"]),
        ("| topic | RF | acks |\n| payments | 3 | all |", ["payments", "payments"]),
        ("RF=3 for durability", [""]),
        ("topics: payments (rf=3), clicks (rf=2)", ["payments", "clicks"]),
    ],
)
def test_a_value_knows_what_it_is_about(answer: str, subjects: list[str], nlp: Pipeline) -> None:
    assert [each.context for each in values(answer, nlp)] == subjects


def test_a_number_belongs_to_one_slot_only(nlp: Pipeline) -> None:
    slots = {"one": Slot(names=("speed",)), "two": Slot(names=("speed",))}
    assert len(read_slots(read("speed 3", nlp), Patterns(slots))) == 1


def test_a_word_between_two_numbers_belongs_to_both(nlp: Pipeline) -> None:
    assert said("6 billion links at 500 bytes are roughly 3 TB.", nlp) == [
        ("links", 6e9),
        ("event_size", 500.0),
        ("storage", 3e12),
    ]


def test_about_does_not_part_a_phrase_from_its_number(nlp: Pipeline) -> None:
    assert said("The disks come to about 3 TB.", nlp) == [("storage", 3e12)]


def test_a_bound_is_kept_with_a_phrase(nlp: Pipeline) -> None:
    (value,) = values("up to 24 consumers", nlp)
    assert (value.low, value.high) == (0, 24)


def test_a_phrase_may_say_its_own_bound(nlp: Pipeline) -> None:
    (value,) = values("at least two in-sync replicas", nlp)
    assert (value.low, value.high) == (2, 2)


def test_a_range_keeps_both_ends(nlp: Pipeline) -> None:
    (value,) = values("We raise the replication factor from 2 to 3.", nlp)
    assert (value.low, value.high) == (2, 3)


def test_a_value_quotes_the_answer(nlp: Pipeline) -> None:
    answer = "We set min.insync.replicas to 2 here."
    (value,) = values(answer, nlp)
    assert answer[value.start : value.end] == "min.insync.replicas to 2"


def test_every_shared_slot_has_a_name_or_phrase_of_its_own() -> None:
    assert all(slot.names or slot.phrases for slot in SLOTS.values())
    names = [name for slot in SLOTS.values() for name in slot.names]
    assert sorted(names) == sorted(set(names))
