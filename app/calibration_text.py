"""A calibration as text: a line for everything, then what an author should look at."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten, wrap

from rich.console import Console
from rich.text import Text

from app.workbench.calibration import Calibrated, Calibration, Outcome
from app.workbench.proposals import Proposal

WIDTH = 110
"""Columns used at most: longer lines are hard to read."""

QUOTE = 220
"""Characters of a text that are shown; `--json` has all of it."""

LABELS = 6
"""Texts named behind a wording, and wordings under a text; the rest is counted."""

HEADS = ("texts", "right", "missed", "false", "unlike", "wordings", "dead", "alike", "mutants")

Line = tuple[str, str]
"""Text and the style it has on a terminal."""


def print_calibration(found: Calibration, console: Console, concept: str | None = None) -> None:
    """Print the overview and what is to look at; of one concept or flag, or of all of them.

    Args:
        concept: an id to print with every wording and where it fired; "all" for every one.
    """
    console.print(f"{found.question}: {found.texts} texts", style="bold")
    items = (*found.concepts, *found.flags)
    shown = items if concept in (None, "all") else [each for each in items if each.id == concept]
    for row in _overview(shown):
        console.print(Text(row), soft_wrap=True)
    for each in shown:
        for text, style in item_lines(each, wordings=concept is not None):
            console.print(Text(text, style=style), soft_wrap=True)


def _overview(items: Sequence[Calibrated]) -> Iterator[str]:
    width = max((len(each.id) for each in items), default=0)
    yield " " * width + "".join(f"{head:>10}" for head in HEADS)
    for each in items:
        wrong = map(len, (each.misses, each.false_hits, each.unlike))
        rest = map(len, (each.wordings, each.dead, each.together, each.mutants))
        counts = (each.texts, each.right, *wrong, *rest)
        yield each.id.ljust(width) + "".join(f"{count:>10}" for count in counts)


def item_lines(item: Calibrated, *, wordings: bool) -> Iterator[Line]:
    """The lines of one concept, misconception or check: nothing if there is nothing to look at."""
    lines = [
        *_section("missed", _outcomes(item.misses)),
        *_section("false hits", _outcomes(item.false_hits)),
        *_section("counted otherwise than expected", _outcomes(item.unlike)),
        *_section("surviving mutants: still count, though denied or rejected",
                  _outcomes(item.mutants)),
        *_section("dead: stand in none of these texts", _plain(u.wording for u in item.dead)),
        *_section("alike: always stand together", _plain(map(" = ".join, item.together))),
        *_section("PROPOSALS, to be judged by you: wordings for what is missed",
                  _proposals(item.proposals)),
    ]  # fmt: skip
    if wordings:
        lines += _section("what fired where", _uses(item))
    if lines:
        yield "", ""
        yield item.id, "bold underline"
        yield from lines


def _section(title: str, lines: Iterable[Line]) -> Iterator[Line]:
    every = list(lines)
    if every:
        yield f"  {title}", "bold"
        yield from every


def _outcomes(outcomes: Sequence[Outcome]) -> Iterator[Line]:
    for each in outcomes:
        yield f"    {each.case}: {each.ours}, not {each.expected}", "yellow"
        yield from _folded(shorten(each.text, QUOTE, placeholder=" ..."), "      ")
        for wording in each.fired[:LABELS]:
            yield f"      stands there: {wording}", "dim"
        if len(each.fired) > LABELS:
            yield f"      and {len(each.fired) - LABELS} more", "dim"


def _proposals(proposals: Sequence[Proposal]) -> Iterator[Line]:
    for each in proposals:
        more = f", and in {each.elsewhere} other texts" if each.elsewhere else ""
        yield f"    {each.wording}", "cyan"
        yield f"      would stand in {_labels(each.finds)}{more}", ""
        yield from _folded(f"from: {shorten(each.example, QUOTE, placeholder=' ...')}", "      ")


def _uses(item: Calibrated) -> Iterator[Line]:
    for use in item.wordings:
        where = _labels(use.cases) if use.cases else "none"
        yield f"    {use.part}: {use.wording}", ""
        yield f"      {where}", "dim"


def _labels(labels: Sequence[str]) -> str:
    more = f" and {len(labels) - LABELS} more" if len(labels) > LABELS else ""
    return ", ".join(labels[:LABELS]) + more


def _plain(texts: Iterable[str]) -> Iterator[Line]:
    for text in texts:
        yield f"    {text}", ""


def _folded(text: str, indent: str) -> Iterator[Line]:
    for row in wrap(text, WIDTH - len(indent)):
        yield indent + row, ""
