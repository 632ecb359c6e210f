"""What is said about edits counts them truly and says nothing twice."""

import pytest

from app.engine.improving.words import message
from app.engine.report import Edit, Improved
from tests import make


def improved(*bands: int) -> Improved:
    edits = tuple(
        Edit(concept=f"c-{number}", at=0, delete=0, insert=str(number), gain=1, score=number,
             band=band, why="Why.")
        for number, band in enumerate(bands, 1)
    )  # fmt: skip
    return Improved(text="", score=len(bands), band=max(bands), edits=edits, message="")


@pytest.mark.parametrize(
    ("bands", "said"),
    [
        ((2, 3, 4), "2 edits to hire, 3 to strong hire."),
        ((4,), "1 edit to strong hire."),
        ((2, 4, 4), "2 edits to strong hire."),
    ],
)
def test_only_the_highest_band_that_an_edit_reaches_is_told(
    bands: tuple[int, ...], said: str
) -> None:
    report = make.report(make.concept_result(), score=0, band=2)
    assert message(report, improved(*bands)) == said


def test_an_answer_to_something_else_is_told_so_in_a_sentence_of_its_own() -> None:
    flag = make.red_flag(kind="integrity", severity="major", message="This is about pies.")
    report = make.report(red_flags=[flag], score=0, band=0)
    assert message(report) == "No edits. This is about pies."
