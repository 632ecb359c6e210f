"""Find the misconceptions an answer asserts, and the omissions it is guilty of."""

from collections.abc import Iterable, Sequence

from app.content.rubric import Omission
from app.engine.admissible import Admission
from app.engine.checks import CheckOutcome
from app.engine.compiled import CompiledMisconception
from app.engine.conflicts import Conflict
from app.engine.match import Match
from app.engine.matching import Matcher
from app.engine.quoting import clause_span
from app.engine.reading import Reading
from app.engine.report import Quote, RedFlag
from app.engine.settings_held import Conditions
from app.engine.verdicts import Verdict

COST = {"major": -4, "minor": -2}
"""Points a misconception or failed check takes off (DESIGN: kappa 0.969 with, 0.946 without)."""

BONUS = 1
"""The weight of a concept that a good answer may leave out."""

MOST_QUOTES = 3
"""Places shown for one finding; more would bury the report."""


def asserted(
    misconception: CompiledMisconception,
    matcher: Matcher,
    admission: Admission,
    conditions: Conditions,
) -> tuple[Match, ...]:
    """Return the places where the answer asserts a misconception as its own view."""
    excused = matcher.excused(misconception.unless)
    source = misconception.source
    return tuple(
        match
        for match in matcher.claims(misconception.claim)
        if admission.is_claim(match)
        and not match.sentences & excused
        and all(conditions.holds(each, match.sentences) for each in source.with_slots)
        and not any(conditions.holds(each, match.sentences) for each in source.without)
    )


def misconception_flag(
    misconception: CompiledMisconception,
    matches: Sequence[Match],
    reading: Reading,
    *,
    unsure: bool = False,
) -> RedFlag:
    """Return the red flag of an asserted misconception, with the correction and its source."""
    source = misconception.source
    says = "You seem to say" if unsure else "You say"
    return RedFlag(
        kind="misconception",
        id=source.id,
        severity=source.severity,
        points=0 if unsure else COST[source.severity],
        message=f"{says} what is not so: {quoted(matches[0], reading)}",
        right=source.right,
        source=source.source,
        unsure=unsure,
        evidence=quotes(matches, reading),
    )


def against_flag(verdict: Verdict, reading: Reading, *, unsure: bool = False) -> RedFlag:
    """Return the red flag of a concept that the answer contradicts in its own words.

    It costs the concept's points and no others; none at all if `unsure`.
    """
    matches = [each.match for each in verdict.findings if each.against]
    concept = verdict.concept.source
    goes = "may go" if unsure else "goes"
    return RedFlag(
        kind="contradiction",
        id=concept.id,
        severity="minor" if concept.weight == BONUS else "major",
        points=0,
        message=f"This {goes} against \u201c{concept.name}\u201d: {quoted(matches[0], reading)}",
        right=concept.model,
        source=concept.source,
        unsure=unsure,
        evidence=quotes(matches, reading),
    )


def check_flag(outcome: CheckOutcome) -> RedFlag:
    """Return the red flag of a check that the answer's own numbers or settings fail."""
    severity = outcome.check.severity
    return RedFlag(
        kind="check",
        id=outcome.check.id,
        severity=severity,
        points=0 if outcome.unsure else COST[severity],
        message=outcome.result.message,
        source=outcome.check.source,
        unsure=outcome.unsure,
        evidence=outcome.result.evidence,
    )


def contradiction_flag(conflict: Conflict, answer: str) -> RedFlag:
    """Return the red flag of two values for one setting; both places are shown."""
    places = [(each.start, each.end) for each in (conflict.first, conflict.second)]
    texts = [answer[start:end] for start, end in places]
    return RedFlag(
        kind="contradiction",
        id=conflict.slot,
        severity="minor",
        points=0,
        message=f"You say both \u201c{texts[0]}\u201d and \u201c{texts[1]}\u201d. Which one holds?",
        evidence=tuple(
            Quote(start=start, end=end, text=answer[start:end]) for start, end in sorted(places)
        ),
    )


def quoted(match: Match, reading: Reading) -> str:
    """Return the learner's words in quotation marks, on one line."""
    start, end = clause_span(match, reading)
    return f"\u201c{' '.join(reading.answer[start:end].split())}\u201d"


def quotes(matches: Iterable[Match], reading: Reading) -> tuple[Quote, ...]:
    """Return the clauses of some matches, without repeats, in the order of the answer."""
    spans = sorted({clause_span(match, reading) for match in matches})
    return tuple(
        Quote(start=start, end=end, text=reading.answer[start:end])
        for start, end in spans[:MOST_QUOTES]
    )


def omitted(
    omissions: Iterable[Omission], verdicts: Sequence[Verdict], matcher: Matcher
) -> list[RedFlag]:
    """Return a flag for each omission of whose subject nothing is said in the answer.

    What is only half said, denied or asked earns nothing, yet to say that it was left out would
    be untrue: of 12 omissions that unread answers were told of wrongly, 9 were spoken of like that.

    An area that holds one concept is told but not held against the answer: missing that one is
    not the same as naming no trade-off at all.
    """
    by_id = {each.concept.id: each for each in verdicts}
    areas = {
        each.concept.source.area: {
            other.concept.id
            for other in verdicts
            if other.concept.source.area == each.concept.source.area
        }
        for each in verdicts
    }
    return [
        RedFlag(
            kind="omission",
            id=omission.concept or omission.area or "-or-".join(omission.any_of),
            severity="minor" if omission.area and len(_wanted(omission, areas)) == 1 else "major",
            points=0,
            message=omission.message,
        )
        for omission in omissions
        if not any(_spoken(by_id[id_], matcher) for id_ in _wanted(omission, areas))
    ]


def _spoken(verdict: Verdict, matcher: Matcher) -> bool:
    """Tell whether a concept stands, or its subject is spoken of in whatever way."""
    if verdict.standing != "missing" or verdict.findings:
        return True
    concept = verdict.concept
    parts = (each for facet in concept.facets for each in (*facet.says, *facet.adds))
    return bool(matcher.topics([*concept.mentioned, *parts]))


def _wanted(omission: Omission, areas: dict[str, set[str]]) -> set[str]:
    """Return the concepts of which one would have been enough."""
    if omission.concept:
        return {omission.concept}
    return areas.get(omission.area, set()) if omission.area else set(omission.any_of)
