"""Executable claims: confirmed, failed, or not enough said."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from app.content.rubric import Check
from app.engine.checks import CheckOutcome, run_checks
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.slots import read_slots
from tests import make
from tests.engine.small import PATTERNS, SLOTS, gathered


def check(**changes: Any) -> Check:
    return Check.model_validate(
        {
            "id": "spare",
            "name": "A copy to spare",
            "slots": ["rf", "min_isr", "acks"],
            "when": "acks == 'all'",
            "rule": "rf - min_isr >= 1",
            "fails": "{rf} copies with {min_isr} in sync: the first loss stops writes.",
            "confirms": "{rf} copies with {min_isr} in sync: one may fail.",
            "severity": "major",
            "source": "arithmetic",
            "yes": ["RF=3, min.insync.replicas=3, acks=all"],
            "no": ["RF=3, min.insync.replicas=2, acks=all"],
            **changes,
        }
    )


STORAGE = check(
    id="storage",
    slots=["event_rate", "event_size", "retention", "storage"],
    when=None,
    rule="any_near(storage / retention, 2, event_rate*event_size, event_rate*event_size*rf)",
    fails="That is {event_rate*event_size*retention as size}, not {storage}.",
    confirms="{event_rate} of {event_size} for {retention} are {storage}.",
)


WRONG = "RF=3, min.insync.replicas=3, acks=all"


@pytest.mark.parametrize(
    "said",
    [
        "{} was tried once and broke on the first restart.",
        "{} would be wrong.",
        "With {} there are too few brokers to spare.",
        "{} does not work here.",
        "{} would miss the target.",
        "We tried {} and went back.",
        "{} is not enough.",
    ],
)
def test_a_sentence_that_says_that_its_values_fall_short_is_no_failure(
    said: str, nlp: Pipeline
) -> None:
    assert not any(each.flag for each in run(said.format(WRONG), nlp))


@pytest.mark.parametrize(
    "said", ["{}, which is enough.", "{}, so writes would not block.", "We run {} and never look."]
)
def test_a_sentence_that_stands_by_its_values_is_a_failure(said: str, nlp: Pipeline) -> None:
    assert any(each.flag for each in run(said.format(WRONG), nlp))


def test_what_a_setting_is_raised_to_is_its_value(nlp: Pipeline) -> None:
    limit = check(
        slots=["min_isr"], when=None, rule="min_isr <= 2", fails="Too much.", confirms="Right."
    )
    assert outcomes("I raise min.insync.replicas to 3.", nlp, limit) == ["fails"]
    assert outcomes("min.insync.replicas is 3 and we raise it.", nlp, limit) == ["not-enough-said"]


def test_an_excuse_of_the_author_keeps_a_failure_back(nlp: Pipeline) -> None:
    small = make.check_data(unless=["brokers paused"])
    assert gathered("The replication factor is 1.", nlp, checks=[small]).flags
    assert not gathered(
        "The replication factor is 1 with the brokers paused.", nlp, checks=[small]
    ).flags


def run(answer: str, nlp: Pipeline, source: Check | None = None) -> list[CheckOutcome]:
    reading = read(answer, nlp)
    values = read_slots(reading, PATTERNS)
    return list(run_checks(reading, values, SLOTS, [source or check()]))


def outcomes(answer: str, nlp: Pipeline, source: Check | None = None) -> list[str]:
    return [each.result.outcome for each in run(answer, nlp, source)]


@pytest.mark.parametrize(
    "answer",
    [
        "RF=3, min.insync.replicas=3, acks=all",
        "RF 3 with min ISR 3 and acks=all, so one broker can fail without blocking producers.",
        "We use RF=2.\n\nProducers use acks=all.\n\nmin.insync.replicas is 2.",
        "RF 2, min ISR 2 and acks=all for orders and RF 3 for audit",
        "| topic | RF | min ISR | acks |\n| payments | 2 | 2 | all |",
    ],
)
def test_a_rule_that_is_broken_fails(answer: str, nlp: Pipeline) -> None:
    assert [each.flag for each in run(answer, nlp)] == [True]
    assert outcomes(answer, nlp) == ["fails"]


@pytest.mark.parametrize(
    "answer",
    [
        "RF=3, min.insync.replicas=2, acks=all",
        "replication factor three, min in sync replicas two, acks all",
        "At least 3 replicas per partition, min ISR 2, acks=all",
        "I would use RF=3 and min.insync.replicas=2 with acks=all.",
    ],
)
def test_a_rule_that_holds_is_confirmed(answer: str, nlp: Pipeline) -> None:
    assert outcomes(answer, nlp) == ["confirmed"]


@pytest.mark.parametrize(
    "answer",
    [
        "RF=3 and acks=all",
        "RF of 2 or 3, min ISR 2, acks=all",
        "If RF=2 with min ISR 2 and acks=all, one broker down stops writes.",
        "RF 3 with min.insync.replicas 3 and acks=all blocks writes as soon as one broker dies.",
        "Payments: acks=all, min ISR 2. Clicks are lossy, so RF=2 is fine.",
        "We start with RF=2, min ISR 2 and acks=all and go to RF=3 later.",
        "Nothing about that.",
    ],
)
def test_in_doubt_nothing_is_flagged(answer: str, nlp: Pipeline) -> None:
    assert outcomes(answer, nlp) == ["not-enough-said"]
    assert not any(each.flag for each in run(answer, nlp))


def test_who_has_it_right_may_describe_the_wrong(nlp: Pipeline) -> None:
    answer = (
        "min.insync.replicas=3 with RF=3 means that any failure makes the topic read-only. "
        "We take RF 3 and min ISR 2 with acks=all."
    )
    assert not any(each.flag for each in run(answer, nlp))


def test_a_check_that_does_not_apply_is_not_told(nlp: Pipeline) -> None:
    assert outcomes("RF=2, min.insync.replicas=2, acks=1", nlp) == []


def test_contexts_are_checked_apart(nlp: Pipeline) -> None:
    answer = (
        "Payments: RF=3, min ISR 2, acks=all. Clickstream gets RF=2 with min ISR 2 and acks=all."
    )
    assert [(each.subject, each.result.outcome) for each in run(answer, nlp)] == [
        ("payments", "confirmed"),
        ("clickstream", "fails"),
    ]


def test_a_subject_is_named_where_subjects_differ(nlp: Pipeline) -> None:
    answer = "Payments: RF=3, min ISR 2, acks=all. Clicks: RF=2, min ISR 2, acks=all."
    assert [each.result.message.split(":")[0] for each in run(answer, nlp)] == [
        "Payments",
        "Clicks",
    ]


def test_a_message_is_filled_in(nlp: Pipeline) -> None:
    (outcome,) = run("RF=3, min.insync.replicas=2, acks=all", nlp)
    assert outcome.result.message == "3 copies with 2 in sync: one may fail."


def test_a_message_names_what_was_not_said(nlp: Pipeline) -> None:
    (outcome,) = run("RF=3 and acks=all", nlp)
    assert (
        outcome.result.message
        == "Read: replication factor 3, acks all. No number was read for min.insync.replicas."
    )


def test_a_message_names_numbers_that_were_not_said_as_their_author_calls_them(
    nlp: Pipeline,
) -> None:
    (outcome,) = run("We keep retention at 7 days.", nlp, STORAGE)
    assert outcome.result.message == (
        "Read: retention 7 days. "
        "No number was read for the event rate, the size of one record and the storage."
    )


def test_a_bound_is_not_said_twice(nlp: Pipeline) -> None:
    most = check(slots=["rf"], when=None, rule="rf <= 3", fails="No.", confirms="Up to {rf}.")
    (outcome,) = run("RF is up to 3", nlp, most)
    assert outcome.result.message == "Up to 3."


def test_the_evidence_quotes_the_answer(nlp: Pipeline) -> None:
    answer = "RF=3, min.insync.replicas=2, acks=all"
    (outcome,) = run(answer, nlp)
    quotes = outcome.result.evidence
    assert [quote.text for quote in quotes] == ["RF=3", "min.insync.replicas=2", "acks=all"]
    assert all(answer[quote.start : quote.end] == quote.text for quote in quotes)


def test_an_estimate_may_leave_out_or_hold_the_copies(nlp: Pipeline) -> None:
    said = "50k events/s of 1 KB each, 7 days retention, RF=3: "
    assert outcomes(said + "30 TB of storage", nlp, STORAGE) == ["confirmed"]
    assert outcomes(said + "90 TB of storage", nlp, STORAGE) == ["confirmed"]
    assert outcomes(said + "3 PB of storage", nlp, STORAGE) == ["fails"]


def test_an_estimate_with_a_second_period_is_not_accused(nlp: Pipeline) -> None:
    answer = "3 years of data in the lake, 7 days in Kafka; 50k events/s, 1 KB each; storage 30 TB"
    assert not any(each.flag for each in run(answer, nlp, STORAGE))


def test_a_message_can_compute(nlp: Pipeline) -> None:
    (outcome,) = run("50k events/s of 1 KB each, 7 days retention: 3 PB of storage", nlp, STORAGE)
    assert outcome.result.message == "That is 30.2 TB, not 3 PB."


def test_two_contexts_that_say_the_same_are_told_once(nlp: Pipeline) -> None:
    answer = "RF=2, min ISR=2, acks=all.\n\nAgain: RF=2, min ISR=2, acks=all."
    assert outcomes(answer, nlp) == ["fails"]


PIECES = some.sampled_from(
    [
        *"RF acks ISR = : | , . ( ) - + / ** -1 0 3 2.5 1e9 all every".split(),
        *"at least up to of is for if".split(),
        *"million k GB ms per second s a payments not vs default actually from".split(),
        *("acknowledged by", "min.insync.replicas", "copies of each", "9" * 70, "\n", "\n\n- "),
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(pieces=some.lists(PIECES, max_size=30))
def test_any_text_is_checked_and_quoted(pieces: list[str], nlp: Pipeline) -> None:
    answer = " ".join(pieces)
    for outcome in [*run(answer, nlp), *run(answer, nlp, STORAGE)]:
        for quote in outcome.result.evidence:
            assert answer[quote.start : quote.end] == quote.text
