"""The evaluation as tables for a terminal, a pipe, or a Markdown page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from rich.console import Console
from rich.table import Table
from rich.text import Text

from app.evaluation.disagreements import Disagreements
from app.evaluation.evaluate import ENGINE, Evaluation
from app.evaluation.figures import UNMEASURED, Figure
from app.evaluation.gold import HALVES, Half
from app.evaluation.laws import Breach

STANDING_NAMES = ("explained", "mentioned", "missing", "contradicted")

Row = Sequence[str]


class Agreement(Protocol):
    """What tables are made of: an evaluation, or what was published of one."""

    @property
    def figures(self) -> Mapping[str, Mapping[Half, Mapping[str, Figure]]]:
        """By judge, half and name."""

    @property
    def confusion(self) -> Mapping[str, Mapping[Half, Mapping[str, Mapping[str, int]]]]:
        """By question and half: the readers' standing (outer) against ours (inner)."""


def print_evaluation(evaluation: Evaluation, console: Console, *, errors: bool) -> None:
    """Print figures, confusion and, if asked for, the disagreements of `build`."""
    for half in HALVES:
        title = f"Agreement with the readers, {half}"
        _print(title, figure_rows(evaluation, half), console)
    for question in evaluation.confusion:
        for half in HALVES:
            title = f"{question}, {half}: readers' standings down, the engine's across"
            _print(title, confusion_rows(evaluation, question, half), console)
    if errors:
        for line in error_lines(evaluation.disagreements):
            console.print(Text(line), soft_wrap=True)


def figure_rows(evaluation: Agreement, half: Half) -> list[Row]:
    """A head, then one row a figure; a column for each judge, and how many items it rests on.

    Who judged no items of a kind (the other reader has no pairs) has no figure there.
    """
    columns = {judge: halves[half] for judge, halves in evaluation.figures.items()}
    body = [
        [name, *(_cell(rows.get(name, UNMEASURED)) for rows in columns.values()), str(ours.of)]
        for name, ours in columns[ENGINE].items()
    ]
    return [["", *columns, "items"], *body]


def confusion_rows(evaluation: Agreement, question: str, half: Half) -> list[Row]:
    """Readers' standings down, ours across."""
    counts = evaluation.confusion[question][half]
    body = [
        [truth, *(str(counts[truth][ours]) for ours in STANDING_NAMES)] for truth in STANDING_NAMES
    ]
    return [["", *STANDING_NAMES], *body]


def error_lines(errors: Disagreements) -> Iterator[str]:
    """One line a disagreement, to be searched and counted with plain tools."""
    for level in errors.levels:
        ours = f"ours {level.ours:g} ({level.score:g} points)"
        yield f"LEVEL {level.answer}: readers {level.readers:g}, {ours}"
    for flag in errors.flags:
        side = "only ours" if flag.flagged_by_us else "only readers'"
        yield f"FLAG {flag.answer} {flag.flag}: {side}: {_quoted(flag.pointed_at)}"
    for item in errors.standings:
        sign = "!!" if item.alone else "! "
        readers = "/".join(item.readers)
        yield f"STANDING {sign} {item.answer} {item.concept}: readers {readers}, ours {item.ours}"
        yield f"    readers: {_quoted(item.pointed_at)}"
        yield f"    ours:    {_quoted(item.ours_from)}"
    for pair in errors.pairs:
        verdict = f"expected {pair.expect}, ours {pair.ours}"
        yield f"PAIR {pair.question} {pair.target}: {verdict}: {pair.text}"


def breach_lines(breaches: Iterable[Breach]) -> Iterator[str]:
    """One line a broken law; variants are made of `build` answers and rubrics only."""
    for breach in breaches:
        variant = breach.variant
        yield f"LAW {variant.law}: {variant.question} {variant.origin}: {breach.how}"


def markdown(rows: Sequence[Row]) -> str:
    """Rows, the head first, as a Markdown table."""
    head, *body = rows
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *body)) + "\n"


def law_rows(laws: Mapping[str, tuple[int, int]]) -> list[Row]:
    """A head, then a row a law with how many variants were tried and how many broke it."""
    return [["law", "tried", "broken"], *([n, str(t), str(b)] for n, (t, b) in laws.items())]


def print_laws(laws: Mapping[str, tuple[int, int]], console: Console) -> None:
    """Print how the laws hold on generated variants."""
    _print("Laws on generated variants", law_rows(laws), console)


def _print(title: str, rows: Sequence[Row], console: Console) -> None:
    head, *body = rows
    if console.is_terminal:
        table = Table(*head[:1], title=title, title_justify="left")
        for name in head[1:]:
            table.add_column(name, justify="right")
        for row in body:
            table.add_row(*row)
        console.print(table)
    else:
        console.print(Text(f"\n{title}\n{_plain([head, *body])}"), soft_wrap=True)


def _plain(rows: Sequence[Row]) -> str:
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _cell(figure: Figure) -> str:
    if figure.value is None:
        return "-"
    if figure.kind == "count":
        return f"{figure.value:.0f} of {figure.of}"
    return f"{figure.value:.3f}"


def _quoted(quotes: Sequence[str]) -> str:
    return " ... ".join(f'"{" ".join(quote.split())}"' for quote in quotes) or "-"
