"""Choose what to show of a match: whole clauses, each place once, the most telling first."""

from collections.abc import Iterable, Mapping, Sequence

from app.engine.hearing import Finding
from app.engine.match import Match
from app.engine.reading import Reading, Segment, Token
from app.engine.report import Evidence

_CLAUSE_ENDS = frozenset(
    [",", ";", ":", ".", "!", "?", "(", ")", "\u2014", "|", "\u2192", "->", "=>"]
)


def evidence(findings: Sequence[Finding], reading: Reading) -> tuple[Evidence, ...]:
    """Return the stretches that justify a standing, in the order of the answer.

    The most telling one for each facet, for the mention by itself, and for what goes against the
    concept: more would mark everything and show nothing.
    """
    spans = {finding: clause_span(finding.match, reading) for finding in telling(findings)}
    return tuple(
        _evidence(each, spans[each], reading)
        for each in sorted(spans, key=lambda each: (spans[each], each.facet or ""))
        if each.against or not _repeats(each, spans)
    )


def telling(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the most telling finding for each facet, for none, and for what goes against."""
    best: dict[tuple[str | None, bool], Finding] = {}
    for finding in sorted(findings, key=_how_telling):
        best.setdefault((finding.facet, finding.against), finding)
    return tuple(best.values())


def _how_telling(finding: Finding) -> tuple[int, int, int, int]:
    """Order findings: within one sentence, by many ideas close together, early in the answer."""
    match = finding.match
    return len(match.sentences), -len(match.occurrences), match.spread, match.start


def _repeats(finding: Finding, spans: Mapping[Finding, tuple[int, int]]) -> bool:
    """Tell whether a stretch only shows again what another shows.

    A mention gives way to any other, a facet only to what goes against the concept.
    """
    return any(
        other != finding
        and (other.against or finding.facet is None)
        and _inside(spans[finding], spans[other])
        for other in spans
    )


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
