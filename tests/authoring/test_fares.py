"""Promises of app/authoring/fares.py."""

from app.authoring.fares import MOST_FLAGS, fares_of
from app.db.fares import Flagged, NoteCount, Outcome, Stood
from app.engine.report import Standing
from tests import make

RUBRIC = make.rubric(
    make.concept_data(),
    make.concept_data(id="lag", name="Lag"),
    misconceptions=[make.misconception_data()],
    checks=[make.check_data()],
    omissions=[{"area": "durability", "message": "Nothing about durability."}],
)


def outcome(
    *flags: str, score: int = 50, band: int = 2, digest: str = "d", **standings: Standing
) -> Outcome:
    return Outcome(
        rubric_digest=digest,
        score=score,
        band=band,
        concepts=tuple(Stood(id=id_, standing=each) for id_, each in standings.items()),
        red_flags=tuple(Flagged(kind="misconception", id=flag, severity="minor") for flag in flags),
    )


def test_shares_are_of_the_answers_that_were_judged_by_the_concept() -> None:
    answers = [
        outcome(copies="explained", lag="missing"),
        outcome(copies="mentioned"),
        outcome(copies="explained"),
        outcome(copies="contradicted"),
    ]
    copies, lag = fares_of(answers, (), RUBRIC, "d").concepts
    assert copies.counts == (2, 1, 1, 0)
    assert (copies.share("explained"), copies.share("missing")) == (50, 0)
    assert (lag.answers, lag.share("missing")) == (1, 100)


def test_without_answers_there_are_no_shares_and_no_median() -> None:
    fares = fares_of((), (), RUBRIC, "d")
    assert (fares.answers, fares.median) == (0, None)
    assert fares.concepts[0].share("explained") == 0


def test_a_flag_counts_once_an_answer_and_the_frequent_ones_come_first() -> None:
    answers = [
        outcome("one-copy-is-safe", "one-copy-is-safe", "gone"),
        outcome("one-copy-is-safe"),
    ]
    first, second = fares_of(answers, (), RUBRIC, "d").flags
    assert (first.id, first.answers, first.says) == (
        "one-copy-is-safe", 2, "One copy is lost with its disk.",
    )  # fmt: skip
    assert (second.id, second.answers, second.says) == ("gone", 1, "")


def test_no_more_than_so_many_flags_are_listed() -> None:
    many = outcome(*(f"flag-{number}" for number in range(2 * MOST_FLAGS)))
    assert len(fares_of([many], (), RUBRIC, "d").flags) == MOST_FLAGS


def test_every_kind_of_flag_is_named_by_the_rubric() -> None:
    kinds = {"check": "spare-copy", "omission": "durability", "contradiction": "lag"}
    flags = [
        Flagged.model_validate({"kind": k, "id": i, "severity": "minor"}) for k, i in kinds.items()
    ]
    told = Outcome(rubric_digest="d", score=1, band=1, concepts=(), red_flags=tuple(flags))
    assert {flag.says for flag in fares_of([told], (), RUBRIC, "d").flags} == {
        "A spare copy",
        "Nothing about durability.",
        "Lag",
    }


def test_answers_judged_by_another_rubric_are_counted() -> None:
    answers = [outcome(digest="old"), outcome(digest="new"), outcome(digest="new")]
    assert fares_of(answers, (), RUBRIC, "new").elsewhere == 1


def test_bands_are_counted_from_the_best_and_notes_by_their_line() -> None:
    answers = [outcome("one-copy-is-safe", band=4, score=90, copies="explained"), outcome(score=10)]
    notes = [
        NoteCount("concept/copies", "wrong", 2),
        NoteCount("flag/misconception/one-copy-is-safe", "said", 1),
    ]
    fares = fares_of(answers, notes, RUBRIC, "d")
    assert fares.bands[0] == ("strong hire", 1)
    assert fares.median == 50
    assert (fares.concepts[0].wrong, fares.concepts[0].said) == (2, 0)
    assert (fares.flags[0].wrong, fares.flags[0].said) == (0, 1)
    assert (fares.wrong, fares.said) == (2, 1)
