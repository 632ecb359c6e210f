"""Add what is missing: an author's sentence, beside what the learner says of the same thing."""

from collections.abc import Iterator

from app.content.facet_expression import holds
from app.engine.improving.amounts import measured_in, rivals
from app.engine.improving.changes import Change
from app.engine.improving.fitting import agreeing
from app.engine.improving.layout import Layout
from app.engine.improving.places import places
from app.engine.improving.topics import topics_of
from app.engine.improving.trials import Desk, Trial
from app.engine.improving.wordings import Wording, wordings_for
from app.engine.reader import read
from app.engine.report import Report
from app.engine.verdicts import Verdict

_FIRST = 2
"""Wordings tried before the longest: one that suffices alone rarely fails in its place."""


def additions(
    concept: str, trial: Trial, desk: Desk, report: Report, layout: Layout
) -> Iterator[Change]:
    """Yield the sentences that should explain a concept, each where it could stand.

    The shortest that suffices comes first.
    """
    verdict = trial.verdict(concept)
    result = next(each for each in report.concepts if each.id == concept)
    gaps = list(places(result, report.concepts, topics_of(desk.rubric), layout))
    own = measured_in([each.start for each in result.evidence], layout)
    near = measured_in([max(0, gaps[0].at - 1)], layout)
    found = [
        (text, wording.is_note)
        for wording in sufficient(verdict, trial, desk)
        if (text := fitted(wording, trial, desk)) and not rivals(text, own, layout.reading, desk)
    ]
    texts = sorted(found, key=lambda each: rivals(each[0], near, layout.reading, desk))
    for text, is_note in [*texts[:_FIRST], *texts[-1:]]:
        for place in gaps:
            if place.notes or not is_note:
                yield place.put(text)
                break
    for text, _ in [*texts[:1], *texts[-1:]]:
        yield from (place.put(text) for place in gaps[1:])


def sufficient(verdict: Verdict, trial: Trial, desk: Desk) -> list[Wording]:
    """Return wordings that explain a concept together with what the answer says of it already.

    First those that propose nothing the design has left open, the shortest first.
    """
    counts = verdict.standing == "mentioned" and not verdict.unsure
    said = verdict.met if counts else frozenset()
    found = [
        wording
        for wording in wordings_for(desk.rubric, verdict.concept.id, desk.nlp)
        if (wording.opens or counts) and holds(verdict.concept.explained, said | wording.met)
    ]
    stand = trial.stand
    return sorted(
        found, key=lambda each: (bool(each.options - stand.taken), stand.is_for_others(each))
    )


def fitted(wording: Wording, trial: Trial, desk: Desk) -> str | None:
    """Return a wording with the learner's own settings; None if it would contradict the design."""
    if not trial.stand.suits(wording.options, weighs=wording.is_model):
        return None
    reading = read(wording.text, desk.nlp)
    return agreeing(wording.text, reading, wording.values, trial.findings.values)
