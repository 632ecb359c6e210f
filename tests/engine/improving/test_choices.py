"""Edits leave the design alone: what they put in never speaks for a rival of what is chosen."""

import re

import pytest

from app.content.bank import Bank
from app.engine.findings import gather
from app.engine.improving import improve
from app.engine.improving.choices import Stand, options_in
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.scorer import Scorer
from tests import make
from tests.engine.small import compiled, judge, log_concept

STORES = {"sql": ['"postgres"', '"mysql"'], "dynamo": ['"dynamodb"']}
CONCEPT = make.concept_data(
    model="DynamoDB keeps several copies, so one copy survives the crash of another.",
    alternatives=[
        "Several copies are kept by Postgres, so one copy survives the crash of another."
    ],
)
RUBRIC = {"choices": {"store": STORES}}
LOG = log_concept()
WORDY = "A queue takes messages in, hands them out again, and nobody has to wait for anybody else."


def text_for(answer: str, nlp: Pipeline) -> str:
    concepts = (CONCEPT, LOG)
    text = f"We keep several copies. It is an append-only log, which keeps order. {answer} {WORDY}"
    report = judge(text, nlp, *concepts, **RUBRIC)
    return improve(text, report, compiled(*concepts, **RUBRIC), nlp).text


def stand(text: str, nlp: Pipeline) -> Stand:
    rubric = compiled(CONCEPT, LOG, **RUBRIC)
    return Stand.of(gather(read(text, nlp), rubric, nlp), rubric)


def test_the_sentence_for_the_option_taken_is_put_in(nlp: Pipeline) -> None:
    assert "copies are kept by Postgres" in text_for("We store rows in MySQL or Postgres.", nlp)
    assert "DynamoDB keeps several" in text_for("The rows lie in DynamoDB.", nlp)


def test_nothing_is_said_for_an_option_that_was_turned_down(nlp: Pipeline) -> None:
    assert "DynamoDB keeps" not in text_for("We would not use DynamoDB here.", nlp)


def test_where_the_choice_is_open_any_sentence_suits(nlp: Pipeline) -> None:
    assert "one copy survives the crash" in text_for("", nlp)


def test_of_comparisons_the_models_own_comes_before_those_for_other_designs(nlp: Pipeline) -> None:
    both = "Postgres and DynamoDB keep several copies, so one copy survives the crash of another."
    other = "Postgres keeps several copies, unlike DynamoDB, so one survives a crash of another."
    concept = {**CONCEPT, "model": both, "alternatives": [other]}
    rubric = compiled(concept, LOG, **RUBRIC)
    answer = f"We keep several copies. It is an append-only log. Rows lie in DynamoDB. {WORDY}"
    report = judge(answer, nlp, concept, LOG, **RUBRIC)
    assert both in improve(answer, report, rubric, nlp).text


def test_of_several_options_those_said_in_the_first_person_are_taken(nlp: Pipeline) -> None:
    said = stand("DynamoDB costs money. We keep the rows in Postgres.", nlp)
    assert said.taken == {("store", "sql")}
    assert said.named == {("store", "sql"), ("store", "dynamo")}


def test_a_comparison_suits_who_has_taken_one_of_what_it_compares(nlp: Pipeline) -> None:
    rubric = compiled(CONCEPT, LOG, **RUBRIC)
    both = options_in("Postgres is cheaper and DynamoDB is simpler.", rubric, nlp)
    taken = stand("We keep the rows in Postgres.", nlp)
    assert taken.suits(both, weighs=True)
    assert not taken.suits(both, weighs=False)


def test_what_an_edit_puts_in_binds_the_next_ones() -> None:
    open_ = Stand()
    sql, dynamo = frozenset([("store", "sql")]), frozenset([("store", "dynamo")])
    assert open_.suits(dynamo, weighs=True)
    assert not open_.joined(sql).suits(dynamo, weighs=True)
    assert Stand(dynamo, dynamo).joined(sql).taken == dynamo


DESIGNS = [
    ("url-shortener", "I take the first seven characters of an MD5 hash of the URL as the code.",
     r"md5|hash", r"counter|sequential|random|lease|pool|snowflake"),
    ("url-shortener", "We draw a random code of seven characters and insert it.",
     r"random", r"counter|sequential|lease|md5|hash of the url|pool|worker number"),
    ("url-shortener", "Each server takes a range of numbers from a counter in base62.",
     r"counter|range", r"random|md5|hash of the url|pool|worker number"),
    ("url-shortener", "The mapping lies in a MySQL table.", r"mysql", r"dynamo|cassandra|mongo"),
    ("url-shortener", "The mapping lies in Cassandra.", r"cassandra", r"dynamo|mysql|postgres"),
    ("url-shortener", "We answer with a 301.", r"301", r"302|307|temporary"),
    ("url-shortener", "We cache hot links in Memcached.", r"memcached", r"redis"),
    ("kafka-event-backbone", "I would run this on Google Pub/Sub with ordering keys.",
     r"pub/sub", r"kafka|acks|isr|insync|group.instance.id|linger|kinesis"),
    ("kafka-event-backbone", "I would run this on Kinesis with one stream per domain.",
     r"kinesis", r"kafka|acks|isr|insync|group.instance.id|linger|pub/sub"),
    ("kafka-event-backbone", "A huge merchant gets its own topic.", r"own topic", r"\bsalt"),
    ("cdc-to-warehouse", "The source is MySQL, and we read the binlog with AWS DMS.",
     r"mysql|binlog|dms", r"postgres|\bwal\b|lsn|toast|debezium|replica identity"),
    ("cdc-to-warehouse", "Fivetran copies Postgres tables for us.", r"fivetran", r"debezium|dms"),
    ("spark-skewed-join", "We do not use salting, as adaptive execution splits the partition.",
     r"never", r"\bsalt"),
    ("lakehouse-ingestion", "The tables are Delta Lake tables and VACUUM runs weekly.",
     r"delta|vacuum", r"iceberg|hudi|metadata pointer|audit branch|manifest"),
    ("lakehouse-ingestion", "The tables are Apache Hudi tables.",
     r"hudi", r"iceberg|delta (lake|log)|metadata pointer|audit branch|vacuum"),
    ("distributed-rate-limiter", "I would use a sliding window counter for each key.",
     r"sliding window", r"token|bucket|refill"),
    ("distributed-rate-limiter", "Each key has a fixed window of a minute.",
     r"fixed window", r"bucket|refill|sliding"),
    ("distributed-rate-limiter", "The counts lie in DynamoDB.", r"dynamodb", r"redis|lua"),
    ("news-feed", "We fan out on read: the posts are pulled when a feed is opened.",
     r"pull|on read", r"push|each follower|timeline insert|fan-out jobs"),
    ("slowly-changing-dimension", "The load compares the columns with is distinct from.",
     r"columns", r"\bhash"),
    ("slowly-changing-dimension", "We keep a daily snapshot of the customer table.",
     r"daily|snapshot", r"surrogate|half-open|type 2"),
    ("exactly-once-stream-processing", "The job is Spark Structured Streaming with micro-batches.",
     r"spark|micro-batch", r"savepoint|operator uid|barriers|flink"),
    ("real-time-fraud-detection", "Features lie in DynamoDB.", r"dynamodb", r"redis|cassandra"),
    ("real-time-fraud-detection", "Training uses point-in-time joins.",
     r"point-in-time", r"logged at decision time"),
    ("metrics-monitoring-platform", "Agents on the hosts push their samples every 15 seconds.",
     r"push", r"\bpull|scrape"),
    ("metrics-monitoring-platform", "We use no Kafka as a buffer.",
     r"never", r"kafka|partitioned log"),
    ("idempotent-backfills", "We would never use MERGE, it is too dear here.",
     r"never used", r"\bmerge|upsert"),
    ("idempotent-backfills", "Dagster runs the jobs.",
     r"dagster", r"airflow|catchup|depends_on_past|max_active_runs"),
]  # fmt: skip
"""A question, what a design chooses, words of it, and words of what it has thereby not chosen."""


@pytest.mark.slow
@pytest.mark.parametrize("design", DESIGNS, ids=[each[1][:40] for each in DESIGNS])
def test_no_sentence_that_is_put_in_speaks_for_a_rival(
    bank: Bank, nlp: Pipeline, design: tuple[str, str, str, str]
) -> None:
    """A sentence may name a rival only where it weighs it against what is chosen."""
    question, choice, own, rival = design
    scorer = Scorer(bank, nlp)
    neutral = [
        [text for text in concept.yes if not options_in(text, scorer.rubric(question), nlp)]
        for concept in bank.rubrics[question].concepts
    ]
    answer = "\n\n".join([choice, *(texts[0] for texts in neutral[::3] if texts)])
    better = scorer.score(question, answer, improved=True).improved
    assert better is not None
    assert better.edits
    for edit in better.edits:
        for sentence in re.split(r"(?<=[.;])\s", edit.insert.lower()):
            named = re.search(rival, sentence)
            assert not named or re.search(own, sentence), (edit.concept, sentence)
