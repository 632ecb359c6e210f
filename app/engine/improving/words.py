"""What is said about edits: what each is for, and how far they lead."""

from collections.abc import Sequence

from app.engine.improving.path import Target
from app.engine.improving.trials import Trial
from app.engine.report import BAND_NAMES, Edit, Report
from app.engine.verdicts import Verdict

_STARTED = "There is too little here to build on. These are the questions to start from."
_AT_THE_TOP = "Nothing to add; try the staff lens."
_NO_EDIT = "No edit was found that raises this score without changing what you say."


def message(report: Report, edits: Sequence[Edit] = (), *, built_on: bool = False) -> str:
    """Return what to make of the edits, or why there are none.

    Args:
        built_on: the answer holds enough to build on.
    """
    breach = [
        flag for flag in report.red_flags if flag.kind == "integrity" and flag.severity == "major"
    ]
    if breach:
        return f"No edits: {breach[0].message}"
    if edits:
        return _milestones(report, edits)
    if all(each.standing == "explained" for each in report.concepts):
        return _AT_THE_TOP
    return _NO_EDIT if built_on else _STARTED


def _milestones(report: Report, edits: Sequence[Edit]) -> str:
    """Return how many edits lead to each band: "2 edits to hire, 5 to strong hire"."""
    steps: list[str] = []
    for band in range((report.band or 0) + 1, len(BAND_NAMES)):
        count = next((n for n, edit in enumerate(edits, 1) if edit.band >= band), None)
        if count is not None and band > 1:
            unit = "" if steps else " edit" if count == 1 else " edits"
            steps.append(f"{count}{unit} to {BAND_NAMES[band]}")
    gained = edits[-1].score - (report.score or 0)
    if steps:
        return f"{', '.join(steps)}."
    return f"{gained:+d} points; the band stays {BAND_NAMES[report.band or 0]}."


def reason(target: Target, before: Trial, after: Trial) -> str:
    """Return what one edit is for, in a sentence."""
    if target.flag is not None:
        held = before.flags.get(target.flag)
        return held.message if held else "What followed from it goes with it."
    old, new = before.verdict(target.concept or ""), after.verdict(target.concept or "")
    return f"{new.concept.source.name}: {_said(old)}. {_adds(old, new)}"


def _said(verdict: Verdict) -> str:
    said = {"missing": "not there yet", "mentioned": "mentioned, not explained"}
    return said.get(verdict.standing, "not explained")


def _adds(old: Verdict, new: Verdict) -> str:
    labels = [each.label for each in new.concept.facets if each.id in new.met - old.met]
    return f"Adds {'; '.join(labels)}." if labels else "Names it in a fitting use."
