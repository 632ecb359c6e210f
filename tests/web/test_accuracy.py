"""Promises of app/web/accuracy.py."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.evaluation.published import FILE, Published
from app.web.accuracy import Accuracy, accuracy_of
from tests.coaching import small_bank
from tests.evaluation.published import FALSE_FLAGS, KAPPA, published


def shown(folder: Path, figures: Published) -> Accuracy:
    figures.save(folder / FILE)
    found = accuracy_of(folder, small_bank())
    assert found is not None
    return found


def bold(found: Accuracy, name: str) -> list[str]:
    """The judges whose figure is the best."""
    (row,) = (row for row in found.headlines if row.name == name)
    return [judge for judge, cell in zip(found.judges, row.cells, strict=True) if cell.best]


def test_the_headlines_are_those_of_the_half_set_aside(tmp_path: Path) -> None:
    found = shown(tmp_path, published())
    assert [row.name for row in found.headlines] == [KAPPA, FALSE_FLAGS]
    assert found.headlines[0].asks == "Is a concept there at all?"
    assert [cell.text for cell in found.headlines[1].cells] == [
        "1 of 4",
        "0 of 4",
        "3 of 4",
        "0 of 4",
    ]


def test_the_best_of_engine_and_baselines_is_bold_and_the_other_reader_never(
    tmp_path: Path,
) -> None:
    found = shown(tmp_path, published())
    assert bold(found, KAPPA) == ["engine"]
    assert bold(found, FALSE_FLAGS) == ["length alone"], "less is better"


def test_who_judged_nothing_of_a_kind_has_no_figure_there(tmp_path: Path) -> None:
    figures = published()
    other = {
        half: {FALSE_FLAGS: rows[FALSE_FLAGS]}
        for half, rows in figures.figures["other reader"].items()
    }
    found = shown(
        tmp_path, figures.model_copy(update={"figures": {**figures.figures, "other reader": other}})
    )
    assert [cell.text for cell in found.headlines[0].cells][-1] == "\u2013"


@pytest.mark.parametrize("keywords", [0.7, 0.8])
def test_a_baseline_that_does_as_well_is_told(tmp_path: Path, keywords: float) -> None:
    assert not shown(tmp_path, published()).headlines[0].matched
    assert shown(tmp_path, published(keywords=keywords)).headlines[0].matched


def test_confusion_tells_how_much_agrees(tmp_path: Path) -> None:
    (question,) = shown(tmp_path, published()).questions
    assert (question.title, question.changed) == ("A small queue", False)
    assert [half.same for half in question.halves] == [80, 80]
    assert question.halves[0].rows[1] == ("mentioned", (0, 2, 1, 0))


def test_a_rubric_that_changed_since_is_told(tmp_path: Path) -> None:
    published().save(tmp_path / FILE)
    found = accuracy_of(tmp_path, replace(small_bank(), digests={"small-queue": "e" * 64}))
    assert found is not None
    assert found.questions[0].changed


def test_without_figures_there_are_none(tmp_path: Path) -> None:
    assert accuracy_of(tmp_path, small_bank()) is None
