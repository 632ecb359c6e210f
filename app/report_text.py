"""A report as text that is pleasant to read in a terminal and plain in a pipe."""

from collections.abc import Iterator, Mapping
from textwrap import indent, wrap

from rich.console import Console
from rich.text import Text

from app.engine.report import (
    BAND_NAMES,
    ConceptResult,
    Edit,
    Evidence,
    Improved,
    Quote,
    RedFlag,
    Report,
)

WIDTH = 100
"""Columns used at most: longer lines are hard to read."""

QUOTES = 2
"""Stretches shown for one concept; `--json` has them all."""

SIGNS = {"explained": "++", "mentioned": " +", "missing": " -", "contradicted": " x"}
STYLES = {"explained": "green", "mentioned": "yellow", "missing": "dim", "contradicted": "red"}
OUTCOMES = {"confirmed": "right", "fails": "wrong", "not-enough-said": "not enough said"}

Line = tuple[str, str]
"""Text and the style it has on a terminal."""


def print_report(report: Report, title: str, answer: str, console: Console) -> None:
    """Print everything the report says, the most useful first.

    Args:
        title: the question's title.
        answer: as admitted at the door.
    """
    width = min(console.width, WIDTH)
    for text, style in report_lines(report, title, width):
        console.print(Text(text, style=style), soft_wrap=True)
    if report.improved:
        for text, style in improved_lines(report, report.improved, answer, width):
            console.print(Text(text, style=style), soft_wrap=True)


def report_lines(report: Report, title: str, width: int = WIDTH) -> Iterator[Line]:
    """The report line by line, none wider than `width` unless a word is."""
    yield title, "bold"
    if report.nothing_to_score:
        yield "Nothing to score: the answer is empty.", ""
    else:
        yield from _head(report)
    yield from _section("First", _folded(report.feedback.first, width, "  "))
    yield from _section("Red flags", _each_flag(report, width))
    yield from _concepts(report, width)
    yield from _section("Checks", _checks(report, width))
    yield from _section("Strengths", _bullets(report.feedback.strengths, width))
    yield from _section("What would gain points", _gaps(report, width))
    yield from _section("Set aside, not scored", _set_aside(report, width))
    yield from _section("Not assessed", _folded(", ".join(report.not_assessed), width, "  "))


def _head(report: Report) -> Iterator[Line]:
    band = f"band {report.band}, {report.band_name}, at the {report.judged_at} bar"
    yield f"{report.score} of {report.possible} points: {band}", "bold"
    for cap in report.caps:
        yield f"The band is held at {cap.to}: {cap.because}", "red"
    if report.levels:
        levels = report.levels
        others = f"mid {levels.mid}, senior {levels.senior}, staff {levels.staff}"
        yield f"At each bar: {others} (only the {report.judged_at} bar is validated)", "dim"


def _section(title: str, lines: Iterator[Line]) -> Iterator[Line]:
    first = next(lines, None)
    if first is not None:
        yield "", ""
        yield title, "bold underline"
        yield first
        yield from lines


def _concepts(report: Report, width: int) -> Iterator[Line]:
    if report.nothing_to_score:
        return
    for area in dict.fromkeys(concept.area for concept in report.concepts):
        here = [concept for concept in report.concepts if concept.area == area]
        earned, possible = sum(c.points for c in here), sum(c.possible for c in here)
        title = f"{area.replace('-', ' ').capitalize()} ({earned} of {possible})"
        yield from _section(title, (line for c in here for line in _concept(c, width)))


def _concept(concept: ConceptResult, width: int) -> Iterator[Line]:
    unsure = ", unsure" if concept.unsure else ""
    points = f"{concept.points} of {concept.possible}"
    said = f"{concept.name}: {concept.standing}{unsure}, {points}"
    yield f"  {SIGNS[concept.standing]} {said}", STYLES[concept.standing]
    yield from _quotes(concept.evidence, width)
    if concept.not_counted:
        yield from _folded(concept.not_counted, width, "     ")
    lacking = [facet.label for facet in concept.facets if not facet.met]
    if concept.standing == "mentioned" and lacking:
        yield from _folded(f"for full credit: {'; '.join(lacking)}", width, "     ")


def _quotes(evidence: tuple[Evidence, ...] | tuple[Quote, ...], width: int) -> Iterator[Line]:
    for quote in evidence[:QUOTES]:
        yield from _folded(f'"{quote.text}"', width, "     ", "italic")
    if len(evidence) > QUOTES:
        yield f"     and {len(evidence) - QUOTES} more", "dim"


def _each_flag(report: Report, width: int) -> Iterator[Line]:
    for flag in report.red_flags:
        yield from _flag(flag, width)


def _flag(flag: RedFlag, width: int) -> Iterator[Line]:
    cost = "unsure, costs nothing" if flag.unsure else f"{flag.points} points"
    yield from _folded(f"! {flag.message} ({flag.severity}, {cost})", width, "  ", "red")
    yield from _quotes(flag.evidence, width)
    if flag.right:
        yield from _folded(f"Right: {flag.right}", width, "     ")
    if flag.source:
        yield f"     Source: {flag.source}", "dim"


def _checks(report: Report, width: int) -> Iterator[Line]:
    for check in report.checks:
        said = f"{check.name}: {OUTCOMES[check.outcome]}. {check.message}"
        yield from _folded(said, width, "  ", "red" if check.outcome == "fails" else "")
        yield from _quotes(check.evidence, width)


def _gaps(report: Report, width: int) -> Iterator[Line]:
    for gap in report.feedback.gaps:
        yield from _folded(f"+{gap.gain} {gap.say}", width, "  ")
        yield from _folded(f"You may be asked: {gap.follow_up}", width, "      ", "dim")


def _set_aside(report: Report, width: int) -> Iterator[Line]:
    for part in report.set_aside:
        yield from _folded(f"characters {part.start} to {part.end}: {part.why}", width, "  ")


def _bullets(items: tuple[str, ...], width: int) -> Iterator[Line]:
    for item in items:
        yield from _folded(f"- {item}", width, "  ")


def improved_lines(report: Report, improved: Improved, answer: str, width: int) -> Iterator[Line]:
    """The edits in their order with what each gains, then the whole text to copy."""
    yield from _section("Your answer, improved", _folded(improved.message, width, "  "))
    names = {concept.id: concept.name for concept in report.concepts}
    for number, edits in enumerate(improved.steps, 1):
        yield from _step(number, edits, names, answer, width)
    for part in improved.outline:
        yield f"  {part.area.replace('-', ' ').capitalize()}", "bold"
        for prompt in part.prompts:
            yield from _folded(f"- {prompt}", width, "  ")
    if improved.edits:
        yield "", ""
        yield f"{improved.score} points with all of them:", "bold"
        yield "", ""
        yield indent(improved.text, "  "), ""


def _step(
    number: int, edits: tuple[Edit, ...], names: Mapping[str, str], answer: str, width: int
) -> Iterator[Line]:
    first, last = edits[0], edits[-1]
    gain = sum(edit.gain for edit in edits)
    name = names.get(first.concept, "Correction")
    then = f"then {last.score} points, {BAND_NAMES[last.band]}"
    yield from _folded(f"{number}. {gain:+d} {name} ({then}). {first.why}", width, "  ")
    for edit in edits:
        struck = answer[edit.at : edit.at + edit.delete].strip()
        if struck:
            yield from _folded(f"- {struck}", width, "     ", "red")
        if edit.insert.strip():
            yield from _folded(f"+ {edit.insert.strip()}", width, "     ", "green")


def _folded(text: str, width: int, margin: str, style: str = "") -> Iterator[Line]:
    """A paragraph in lines; white space in it is made plain, control characters harmless."""
    shown = "".join(c if c.isprintable() else " " for c in text)
    rows = wrap(" ".join(shown.split()), width - len(margin), break_on_hyphens=False)
    for row in rows:
        yield margin + row, style
