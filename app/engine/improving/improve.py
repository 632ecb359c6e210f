"""Improve an answer: the smallest edits to the learner's own text, each one scored."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from app.engine.compiled import CompiledRubric
from app.engine.door import admit
from app.engine.grave import breach_of
from app.engine.improving.additions import additions
from app.engine.improving.corrections import Changes, corrections
from app.engine.improving.layout import Layout
from app.engine.improving.outline import outline
from app.engine.improving.path import Target, targets
from app.engine.improving.trials import Desk, Trial, raises_nothing
from app.engine.improving.words import message, reason
from app.engine.pipeline import Pipeline
from app.engine.report import Edit, Improved, Report

MOST_EDITS = 24
"""More would be another text, not the learner's."""

_MOST_TRIES = 6
"""Ways tried for one target: the first nearly always holds."""

_ROUNDS = 2

_LEAST_WORDS = 25
_LEAST_SAID = 2
"""Concepts, wrong claims and failed checks: an answer with fewer, or of fewer words, is nothing to
build on."""


def improve(answer: str, report: Report, rubric: CompiledRubric, nlp: Pipeline) -> Improved:
    """Return the smallest edits that make `answer` a better one, each with its true gain.

    Args:
        report: of this answer under this rubric (app.engine.assess).
    """
    text = admit(answer)
    as_is = Improved(text=text, score=report.score, band=report.band, message=message(report))
    if breach_of(report.red_flags):
        return as_is
    desk = Desk(text, rubric, nlp)
    start = desk.start() if _can_be_built_on(text, report) else None
    if start is None:
        return as_is.model_copy(update={"outline": outline(rubric)})
    edits, last = _Improving(desk, report, Layout(start.reading)).path(start)
    improved = Improved(text=last.text, score=last.score.points, band=last.score.band, edits=edits)
    return improved.model_copy(update={"message": message(report, improved)})


def _can_be_built_on(text: str, report: Report) -> bool:
    said = [each for each in report.concepts if each.standing != "missing"]
    claims = [each for each in report.red_flags if each.kind in ("misconception", "check")]
    return len(said) + len(claims) >= _LEAST_SAID and len(text.split()) >= _LEAST_WORDS


@dataclass(frozen=True, slots=True)
class _Improving:
    """One answer on its way to a better one."""

    desk: Desk
    report: Report
    layout: Layout

    def path(self, start: Trial) -> tuple[tuple[Edit, ...], Trial]:
        """Return the edits in their order, and the answer with all of them made.

        What a correction takes away with a wrong sentence is added again in a second round.
        """
        trial = start
        edits: list[Edit] = []
        for _ in range(_ROUNDS):
            for target in targets(trial, self.desk.rubric):
                made, trial = self._made(target, trial)
                edits += made
                if len(edits) >= MOST_EDITS:
                    return tuple(edits), trial
        return tuple(edits), trial

    def _made(self, target: Target, trial: Trial) -> tuple[list[Edit], Trial]:
        """Return the edits that reach a target, none where it cannot be reached."""
        edits: list[Edit] = []
        for change in self._best(target, trial):
            after = self.desk.after(trial, [change])
            if after is not None:  # as it is: all of them were tried together
                edits.append(_edit(target, trial, after))
                trial = after
        return edits, trial

    def _best(self, target: Target, trial: Trial) -> Changes:
        """Return the first way that does all it should, else the one that gains most."""
        tried: list[tuple[int, Changes]] = []
        for changes in islice(self._ways(target, trial), _MOST_TRIES):
            after = self.desk.after(trial, changes)
            if after is None or not _holds(target, trial, after):
                continue
            gain = after.score.points - trial.score.points
            least = 1 if target.flag else target.gain
            if gain >= least and _explains(target, after):
                return changes
            tried.append((gain, changes))
        best = max(tried, key=lambda each: each[0], default=(0, ()))
        return best[1] if best[0] > 0 or target.flag else ()

    def _ways(self, target: Target, trial: Trial) -> Iterator[Changes]:
        if target.flag is not None:
            if target.flag in trial.flags:
                yield from corrections(target.flag, trial, self.desk, self.layout)
        elif target.concept and trial.verdict(target.concept).standing != "explained":
            found = additions(target.concept, trial, self.desk, self.report, self.layout)
            yield from ((change,) for change in found)


def _edit(target: Target, before: Trial, after: Trial) -> Edit:
    change = after.changes[-1]
    return Edit(
        concept=target.concept or "",
        flag=target.flag[1] if target.flag else "",
        at=change.at,
        delete=change.delete,
        insert=change.insert,
        gain=after.score.points - before.score.points,
        score=after.score.points,
        band=after.score.band,
        why=reason(target, before, after),
    )


def _holds(target: Target, before: Trial, after: Trial) -> bool:
    """Tell whether a change does what it is for and brings no new fault."""
    if not raises_nothing(before, after):
        return False
    return target.flag not in after.flags if target.flag else True


def _explains(target: Target, after: Trial) -> bool:
    return target.concept is None or after.verdict(target.concept).standing == "explained"
