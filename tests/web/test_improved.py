"""The improved answer as its page shows it."""

from app.engine.report import Edit, Improved, OutlinePart, Report
from app.web.improved import improved_view, with_steps
from tests import make

ANSWER = "One copy is safe. We go on."


def edit(at: int, delete: int, insert: str, gain: int, **changes: object) -> Edit:
    data = {"concept": "copies", "gain": gain, "score": 40 + gain, "band": 2, "why": "It dies."}
    return Edit.model_validate({"at": at, "delete": delete, "insert": insert, **data, **changes})


def report(*edits: Edit, **changes: object) -> Report:
    improved = Improved(text="", score=90, band=4, edits=edits, message="2 edits to hire.")
    return make.report(improved=improved.model_copy(update=changes))


STRUCK = edit(12, 4, "lost", 10, flag="one-copy-is-safe", score=50)
LOST = edit(17, 0, " It dies.", 2, flag="one-copy-is-safe", score=52, band=3)
ADDED = edit(27, 0, " Copies survive.", 38, score=90, band=4)


def test_kept_and_struck_pieces_put_the_answer_together() -> None:
    view = improved_view(ANSWER, report(ADDED, STRUCK))
    assert view is not None
    assert "".join(piece.text for piece in view.pieces if piece.kind != "added") == ANSWER


def test_kept_and_added_pieces_put_the_improved_answer_together() -> None:
    told = report(ADDED, STRUCK)
    view = improved_view(ANSWER, told)
    assert view is not None
    text = "".join(piece.text for piece in view.pieces if piece.kind != "struck")
    assert text == "One copy is lost. We go on. Copies survive."
    assert text == with_steps(ANSWER, told, range(1, 9))


def test_edits_of_one_flag_are_one_step_with_their_gains_together() -> None:
    view = improved_view(ANSWER, report(STRUCK, LOST, ADDED))
    assert view is not None
    first, second = view.steps
    assert (first.number, first.gain, first.score, first.corrects) == (1, 12, 52, True)
    assert (second.name, second.corrects) == ("Copies", False)


def test_the_steps_to_the_next_band_are_proposed() -> None:
    view = improved_view(ANSWER, report(STRUCK, LOST, ADDED))
    assert view is not None
    assert [step.chosen for step in view.steps] == [True, False]
    assert [step.band_name for step in view.steps] == ["hire", "strong hire"]


def test_only_the_steps_that_are_chosen_are_made() -> None:
    told = report(STRUCK, LOST, ADDED)
    assert with_steps(ANSWER, told, [2]) == f"{ANSWER} Copies survive."
    assert with_steps(ANSWER, told, [77]) == ANSWER


def test_an_outline_comes_with_titles() -> None:
    part = OutlinePart(area="trade-offs", prompts=("What does it cost?",))
    view = improved_view("", report(outline=(part,)))
    assert view is not None
    assert view.outline == (("Trade-offs", ("What does it cost?",)),)


def test_attempts_from_before_there_were_edits_have_none() -> None:
    assert improved_view(ANSWER, make.report()) is None
