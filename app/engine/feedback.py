"""Say what to do next: the one thing that gains most first, then the rest, then what is good."""

from collections.abc import Sequence

from app.engine.grave import breach_of
from app.engine.report import Feedback, Gap, RedFlag
from app.engine.scoring import Score, earned
from app.engine.verdicts import Verdict

MOST_STRENGTHS = 5


def feedback(verdicts: Sequence[Verdict], flags: Sequence[RedFlag], score: Score) -> Feedback:
    """Return the advice for a scored answer; nothing is praised that did not earn its points."""
    gaps = sorted(
        (_gap(each) for each in verdicts if each.standing != "explained"),
        key=lambda gap: -gap.gain,
    )
    explained = [each for each in verdicts if each.standing == "explained"]
    heaviest = sorted(explained, key=lambda each: -each.concept.points)[:MOST_STRENGTHS]
    return Feedback(
        first=_first(gaps, flags, score),
        strengths=tuple(f"{each.concept.source.name}: explained." for each in heaviest),
        gaps=tuple(gaps),
    )


def _gap(verdict: Verdict) -> Gap:
    concept = verdict.concept
    return Gap(
        concept=concept.id,
        gain=concept.points - earned(verdict),
        say=_say(verdict),
        follow_up=concept.source.follow_up,
    )


def _say(verdict: Verdict) -> str:
    """Name the missing facet of what is mentioned, the whole of what is missing."""
    concept = verdict.concept
    if verdict.standing == "contradicted":
        return f"{concept.source.name}: what you say goes against it. {concept.source.model}"
    lacking = [facet.label for facet in concept.facets if facet.id not in verdict.met]
    if verdict.standing == "mentioned" and lacking:
        return f"{concept.source.name}: you mention it. Still missing: {'; '.join(lacking)}."
    return f"{concept.source.name}: not there yet. {concept.source.why}"


def _first(gaps: Sequence[Gap], flags: Sequence[RedFlag], score: Score) -> str:
    """Return the most useful single sentence."""
    if breach := breach_of(flags):
        return breach.message
    wrong = [flag for flag in flags if flag.points < 0]
    if wrong:
        worst = min(wrong, key=lambda flag: flag.points)
        return f"Correct this first. {worst.message} {worst.right}".strip()
    for cap in score.caps:
        if cap.to < 3:
            return f"This holds your answer down: {cap.because}"
    if not gaps:
        return "Nothing to add: every concept is explained. Try the staff lens."
    return f"{gaps[0].say} Worth {gaps[0].gain} points."
