"""Bare lists of terms."""

import pytest

from app.engine.piles import piled_share, piled_words
from app.engine.pipeline import Pipeline
from app.engine.reader import read

TITLES = [
    "partitions by key",
    "offsets from disk",
    "copies for safety",
    "leaders with followers",
    "retention by time",
    "messages to consumers",
    "compaction for space",
]


def test_a_bare_list_of_terms_is_a_pile(nlp: Pipeline) -> None:
    reading = read("several copies, partitions, leader election, offsets", nlp)
    assert piled_words(reading)


def test_the_words_of_the_list_are_counted_through_the_answer(nlp: Pipeline) -> None:
    reading = read("We keep it. partitions, leader election, offsets", nlp)
    before = len(reading.segments[0].tokens) + 1
    words = [token.text for token in reading.segments[1].tokens]
    assert {words[place - before] for place in piled_words(reading)} == {
        "partitions", "leader", "election", "offsets",
    }  # fmt: skip


@pytest.mark.parametrize("answer", ["copies = 3, acks = all, retries = 5",
                                    "We keep copies because disks die."])  # fmt: skip
def test_bound_terms_are_none(answer: str, nlp: Pipeline) -> None:
    assert not piled_words(read(answer, nlp))


@pytest.mark.parametrize(("things", "listed"), [(7, False), (9, True)])
def test_a_sentence_that_says_something_may_name_a_few_things(
    nlp: Pipeline, *, things: int, listed: bool
) -> None:
    names = [
        "lag", "throughput", "latency", "retention", "offsets", "partitions", "quotas", "schemas",
        "keys",
    ][:things]  # fmt: skip
    told = "We keep three copies. One disk dies and two are left. A follower takes over then. " * 2
    reading = read(f"{told}We watch these because disks die, {', '.join(names)}.", nlp)
    assert bool(piled_words(reading)) is listed


def test_a_table_of_contents_is_one_list_although_its_titles_hold_prepositions(
    nlp: Pipeline,
) -> None:
    whole, part = read("\n".join(TITLES), nlp), read("\n".join(TITLES[:5]), nlp)
    assert piled_share(whole, piled_words(whole)) == 1
    assert not piled_words(part)


def test_what_is_told_among_titles_is_no_part_of_the_list(nlp: Pipeline) -> None:
    told = "We keep three copies because one disk dies"
    reading = read("\n".join([*TITLES, told]), nlp)
    words = [token for segment in reading.segments for token in segment.tokens if token.stem]
    listed = 1 - len(told.split()) / len(words)
    assert piled_share(reading, piled_words(reading)) == pytest.approx(listed)


def test_of_nothing_no_share_is_listed(nlp: Pipeline) -> None:
    assert piled_share(read("", nlp), frozenset()) == 0


@pytest.mark.parametrize("preposition", ["for", "on", "to"])
@pytest.mark.parametrize("things", [("plan", "email"), ("orders", "clicks"), ("hosts", "pods")])
def test_policies_dealt_out_to_things_are_no_table_of_contents(
    preposition: str, things: tuple[str, str], nlp: Pipeline
) -> None:
    one, other = things
    answer = (
        f"History {preposition} region, {one}, segment; overwrite {preposition} name, {other}, "
        f"phone; nothing {preposition} login."
    )
    assert not piled_words(read(answer, nlp))


def test_titles_with_prepositions_are_still_one(nlp: Pipeline) -> None:
    assert piled_words(read(", ".join(TITLES), nlp))
