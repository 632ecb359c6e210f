"""Promises of app/engine/highlight.py."""

from hypothesis import given
from hypothesis import strategies as st

from app.engine.highlight import Mark, flag_mark, pieces, stretches
from app.engine.report import Evidence, Quote, Report, SetAside
from tests import make

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 60)).map(lambda p: (p[0], p[0] + p[1]))


def evidence(*spans: tuple[int, int]) -> tuple[Evidence, ...]:
    return tuple(Evidence(start=start, end=end, text="", wording="w") for start, end in spans)


def two_concepts(first: tuple[tuple[int, int], ...], second: tuple[tuple[int, int], ...]) -> Report:
    return make.report(
        make.concept_result(id="one", evidence=evidence(*first)),
        make.concept_result(id="two", evidence=evidence(*second)),
    )


@given(
    answer=st.text(max_size=80),
    one=st.lists(SPANS, max_size=4),
    two=st.lists(SPANS, max_size=4),
    wrong=st.lists(SPANS, max_size=2),
)
def test_the_pieces_of_an_answer_put_it_back_together(
    answer: str,
    one: list[tuple[int, int]],
    two: list[tuple[int, int]],
    wrong: list[tuple[int, int]],
) -> None:
    flag = make.red_flag(evidence=[Quote(start=s, end=e, text="") for s, e in wrong])
    report = two_concepts(tuple(one), tuple(two)).model_copy(update={"red_flags": (flag,)})
    found = pieces(answer, report)
    assert "".join(piece.text for piece in found) == answer
    assert all(piece.text for piece in found)


@given(answer=st.text(min_size=1, max_size=80), spans=st.lists(SPANS, max_size=5))
def test_a_character_is_marked_exactly_where_evidence_covers_it(
    answer: str, spans: list[tuple[int, int]]
) -> None:
    report = two_concepts(tuple(spans), ())
    for piece in pieces(answer, report):
        for place in range(piece.start, piece.start + len(piece.text)):
            covered = any(start <= place < end for start, end in spans)
            assert ("one" in piece.concepts) == covered


@given(
    answer=st.text(max_size=80), one=st.lists(SPANS, max_size=4), two=st.lists(SPANS, max_size=4)
)
def test_every_stretch_begins_once_and_ends_once(
    answer: str, one: list[tuple[int, int]], two: list[tuple[int, int]]
) -> None:
    report = two_concepts(tuple(one), tuple(two))
    found = pieces(answer, report)
    begun = [stretch for piece in found for stretch in piece.begins]
    ended = [stretch for piece in found for stretch in piece.ends]
    assert sorted(begun, key=repr) == sorted(ended, key=repr)
    assert sorted(begun, key=repr) == sorted(stretches(answer, report), key=repr)


def test_overlapping_evidence_gives_a_piece_with_both_concepts() -> None:
    found = pieces("abcdef", two_concepts(((0, 4),), ((2, 6),)))
    assert [(piece.text, piece.concepts) for piece in found] == [
        ("ab", ("one",)),
        ("cd", ("one", "two")),
        ("ef", ("two",)),
    ]


def test_touching_evidence_of_one_concept_is_one_stretch() -> None:
    found = stretches("abcdef", two_concepts(((0, 2), (2, 4)), ()))
    assert [(stretch.start, stretch.end, stretch.number) for stretch in found] == [(0, 4, 1)]


def test_stretches_are_numbered_in_order_of_the_answer() -> None:
    found = stretches("abcdef", two_concepts(((4, 6), (0, 2)), ()))
    assert [(stretch.start, stretch.number) for stretch in found] == [(0, 1), (4, 2)]


def test_what_was_set_aside_is_marked_as_that() -> None:
    report = make.report(set_aside=[SetAside(start=0, end=3, why="repeats the question")])
    first, rest = pieces("abcdef", report)
    assert (first.aside, first.marks) == (True, (Mark("aside", "repeats the question"),))
    assert (rest.aside, rest.marks) == (False, ())


def test_flags_of_two_kinds_with_one_id_are_told_apart() -> None:
    flags = [make.red_flag(kind="check", id="x"), make.red_flag(kind="misconception", id="x")]
    assert flag_mark(flags[0]) != flag_mark(flags[1])


def test_an_empty_answer_has_no_pieces() -> None:
    assert pieces("", make.report()) == ()
