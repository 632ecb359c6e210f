"""Choose what to show of a match: whole clauses, each place once, the most telling first."""

from collections.abc import Sequence

from app.engine.matching import Match
from app.engine.reading import Reading, Segment, Token
from app.engine.report import Evidence
from app.engine.verdicts import Finding

MOST_EVIDENCE = 6
"""Stretches shown for one concept; more would mark everything and show nothing."""

_CLAUSE_ENDS = frozenset(
    [",", ";", ":", ".", "!", "?", "(", ")", "\u2014", "|", "\u2192", "->", "=>"]
)


def evidence(findings: Sequence[Finding], reading: Reading) -> tuple[Evidence, ...]:
    """Return the stretches that justify a standing, in the order of the answer.

    One for each facet comes before a second for any; a stretch inside another adds nothing.
    """
    spans = {finding: clause_span(finding.match, reading) for finding in findings}
    ranked = sorted(spans, key=lambda each: (each.facet is None, each.match.spread, spans[each]))
    chosen: list[Finding] = []
    for finding in _one_per_facet(ranked):
        if not any(_inside(spans[finding], spans[other]) for other in chosen):
            chosen.append(finding)
    shown = sorted(chosen[:MOST_EVIDENCE], key=lambda each: spans[each])
    return tuple(_evidence(each, spans[each], reading) for each in shown)


def _evidence(finding: Finding, span: tuple[int, int], reading: Reading) -> Evidence:
    start, end = span
    return Evidence(
        start=start,
        end=end,
        text=reading.answer[start:end],
        wording=finding.match.wording.text,
        polarity=reading.segments[min(finding.match.segments)].polarity,
        facet=finding.facet,
    )


def _inside(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


def _one_per_facet(findings: Sequence[Finding]) -> list[Finding]:
    """Put one finding of every facet before further findings of the same."""
    seen: set[str | None] = set()
    first: list[Finding] = []
    rest: list[Finding] = []
    for each in findings:
        (rest if each.facet in seen else first).append(each)
        seen.add(each.facet)
    return [*first, *rest]


def clause_span(match: Match, reading: Reading) -> tuple[int, int]:
    """Return the stretch of a match, widened to the clauses it begins and ends in."""
    first = reading.segments[min(match.segments)]
    last = reading.segments[max(match.segments)]
    return _clause_start(first, match.start), _clause_end(last, match.end)


def _clause_start(segment: Segment, start: int) -> int:
    found = start
    for token in reversed(_before(segment, start)):
        if token.text in _CLAUSE_ENDS:
            break
        found = token.start
    return found


def _clause_end(segment: Segment, end: int) -> int:
    found = end
    for token in segment.tokens:
        if token.start < end:
            continue
        if token.text in _CLAUSE_ENDS:
            break
        found = token.end
    return found


def _before(segment: Segment, start: int) -> list[Token]:
    return [token for token in segment.tokens if token.end <= start]
