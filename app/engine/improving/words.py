"""What is said about edits: what each is for, and how far they lead."""

from app.engine.grave import breach_of
from app.engine.improving.path import Target
from app.engine.improving.trials import Trial
from app.engine.report import BAND_NAMES, Improved, Report

_STARTED = "There is too little here to build on. These are the questions to start from."
_AT_THE_TOP = "Nothing to add; try the staff lens."
_NO_EDIT = "No edit was found that raises this score without changing what you say."


def message(report: Report, improved: Improved | None = None) -> str:
    """Return what to make of the edits, or why there are none.

    Args:
        improved: what was found; None where the answer holds nothing to build on.
    """
    if breach := breach_of(report.red_flags):
        return f"No edits. {breach.message}"
    if improved is None:
        return _STARTED
    if improved.edits:
        return _milestones(report, improved)
    at_the_top = all(each.standing == "explained" for each in report.concepts)
    return _AT_THE_TOP if at_the_top else _NO_EDIT


def _milestones(report: Report, improved: Improved) -> str:
    """Return how many steps lead to each band: "2 edits to hire, 5 to strong hire"."""
    reached: dict[int, int] = {}
    for band in range(max(2, (report.band or 0) + 1), len(BAND_NAMES)):
        counts = (n for n, step in enumerate(improved.steps, 1) if step[-1].band >= band)
        if count := next(counts, None):
            # One step may lead past a band: only the highest that it reaches is told.
            reached[count] = band
    told: list[str] = []
    for count, band in reached.items():
        unit = "" if told else " edit" if count == 1 else " edits"
        told.append(f"{count}{unit} to {BAND_NAMES[band]}")
    if told:
        return f"{', '.join(told)}."
    gained = (improved.score or 0) - (report.score or 0)
    return f"{gained:+d} points; the band stays {BAND_NAMES[report.band or 0]}."


def reason(target: Target, before: Trial, after: Trial) -> str:
    """Return what one edit is for, in a sentence or two."""
    if target.flag is not None:
        held = before.flags.get(target.flag)
        return held.message if held else "What followed from it goes with it."
    old, new = before.verdict(target.concept or ""), after.verdict(target.concept or "")
    said = _SAID.get(old.standing, "Not explained.")
    labels = [each.label for each in new.concept.facets if each.id in new.met - old.met]
    return f"{said} Adds: {'; '.join(labels)}." if labels else said


_SAID = {"missing": "Not there yet.", "mentioned": "Mentioned, not explained yet."}
