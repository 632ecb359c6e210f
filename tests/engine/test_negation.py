"""Which words are negated, and which are to be avoided."""

import pytest

from app.engine.pipeline import Pipeline
from app.engine.reader import read


def negated(text: str, nlp: Pipeline) -> set[str]:
    return {t.text for s in read(text, nlp).segments for t in s.tokens if t.negated}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A stale replica may not become leader.", "become"),
        ("We never lose data.", "lose"),
        ("No data is lost.", "lost"),
        ("The broker does not delete the message.", "delete"),
        ("It works without locks.", "locks"),
        ("We use a log instead of a queue.", "queue"),
        ("Nothing is lost.", "lost"),
        ("It can't lose records.", "lose"),
        ("Order is not kept across partitions.", "kept"),
        ("Neither the cache nor the edge is a source of truth.", "source"),
        ("The cache is anything but a source of truth.", "source"),
        ("The slot is far from harmless.", "harmless"),
        ("I doubt that salting helps.", "helps"),
        ("The connector doesn't simply continue.", "continue"),
        ("You can't just add partitions.", "partitions"),
        ("A code is not necessarily unique.", "unique"),
        ("acks=all isn't exactly-once, it's no-loss.", "once"),
        ("Status codes are fine, user ids are not.", "ids"),
        ("Clicks may be lost, payments may not.", "payments"),
    ],
)
def test_what_a_negator_governs_is_negated(text: str, word: str, nlp: Pipeline) -> None:
    assert word in negated(text, nlp)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A copy survives the crash.", "survives"),
        ("It is not only fast but durable.", "durable"),
        ("Order holds not across partitions, only inside one.", "one"),
        ("We cannot do without monitoring.", "monitoring"),
        ("It doesn't just retry, it also drops duplicates.", "retry"),
        ("This is not just a cache.", "cache"),
        ("Status codes are fine, user ids are not.", "fine"),
        ("There is no doubt that salting helps.", "helps"),
        ("Not across topics, but the leader keeps order.", "keeps"),
        ("Don't forget to alert on lag.", "alert"),
        ("Fire and forget is safe here.", "safe"),
        ("Check the limit first, if theres none its 429.", "429"),
        ("Readers far from the region see it later.", "region"),
        ("As the log delivers every payment once the sums can't be off.", "delivers"),
    ],
)
def test_what_it_does_not_reach_is_not(text: str, word: str, nlp: Pipeline) -> None:
    assert word not in negated(text, nlp)


def test_what_is_prevented_is_avoided_and_not_negated(nlp: Pipeline) -> None:
    (segment,) = read("Sticky assignment avoids rebalances.", nlp).segments
    (token,) = [each for each in segment.tokens if each.text == "rebalances"]
    assert (token.avoided, token.negated) == (True, False)
