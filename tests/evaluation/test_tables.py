"""Tables for terminals, pipes and pages."""

import io
from collections.abc import Mapping

from rich.console import Console

from app.evaluation.disagreements import Disagreements
from app.evaluation.evaluate import ENGINE, Evaluation
from app.evaluation.figures import Figure, Figures
from app.evaluation.gold import Half
from app.evaluation.tables import figure_rows, markdown, print_laws

FIGURES = {
    "covered: kappa": Figure(0.81234, 40),
    "covered: precision": Figure(None, 0),
    "inflated answers": Figure(1, 7, "count"),
}

EVALUATION = Evaluation(
    figures={ENGINE: {"build": FIGURES, "aside": FIGURES}},
    confusion={},
    disagreements=Disagreements((), (), (), ()),
)


def test_a_figure_shows_its_value_and_how_many_items_it_rests_on() -> None:
    assert figure_rows(EVALUATION, "build") == [
        ["", "engine", "items"],
        ["covered: kappa", "0.812", "40"],
        ["covered: precision", "-", "0"],
        ["inflated answers", "1 of 7", "7"],
    ]


def test_who_judged_nothing_of_a_kind_has_no_figure_there() -> None:
    other: Mapping[Half, Figures] = {"build": {"covered: kappa": Figure(0.9, 40)}, "aside": {}}
    both = Evaluation(
        figures={**EVALUATION.figures, "other reader": other},
        confusion={},
        disagreements=Disagreements((), (), (), ()),
    )
    assert [row[2] for row in figure_rows(both, "build")] == ["other reader", "0.900", "-", "-"]


def test_a_page_has_tables_in_markdown() -> None:
    assert markdown([["law", "tried"], ["case", "3"]]) == (
        "| law | tried |\n| --- | ---: |\n| case | 3 |\n"
    )


def shown(*, terminal: bool) -> str:
    out = io.StringIO()
    console = Console(file=out, force_terminal=terminal, width=80, color_system=None)
    print_laws({"case": (30, 1)}, console)
    return out.getvalue()


def test_a_pipe_gets_plain_columns_and_a_terminal_a_table() -> None:
    assert shown(terminal=False).split("\n")[2:4] == ["law   tried  broken", "case     30       1"]
    assert "│" in shown(terminal=True)
