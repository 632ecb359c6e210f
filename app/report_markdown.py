"""A report as Markdown, to be kept or sent."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.db.notes import Note
from app.engine.report import BAND_NAMES, CheckResult, ConceptResult, Gap, Quote, RedFlag, Report
from app.markdown_text import escaped, fenced, linked

OUTCOMES = {"confirmed": "holds", "fails": "fails", "not-enough-said": "not enough said"}
NOTE_KINDS = {"said": "I did say this", "wrong": "this is wrong"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What goes above a report.

    Attributes:
        title: of the question.
        about: which attempt this is, in words.
        answer: as submitted.
    """

    title: str
    about: str
    answer: str


def report_markdown(report: Report, sheet: Sheet, notes: Mapping[str, Note]) -> str:
    """Everything the report says, in the order of its page.

    Args:
        notes: the learner's, by subject (app.coach.subjects).
    """
    parts = [
        *_head(report, sheet),
        *_section("Your answer", [fenced(sheet.answer)]),
        *_section("Red flags", [_list(_flag(flag, notes)) for flag in report.red_flags]),
        *_section("Checks of your numbers and settings", map(_check, report.checks)),
        *_concepts(report, notes),
        *_section("Your answer, improved", _improved(report)),
        *_section("What an interviewer would ask next", [_follow_ups(report)]),
        *_scoring(report, sheet.answer),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(report: Report, sheet: Sheet) -> Iterator[str]:
    yield f"# {escaped(sheet.title)}"
    bar = f" at the {report.judged_at} bar" if report.band else ""
    result = f"**{escaped(report.band_name or 'no band')}**{bar}"
    yield f"{result}: {report.score} of {report.possible} points. {escaped(sheet.about)}"
    for cap in report.caps:
        yield f"Capped at {BAND_NAMES[cap.to]}: {escaped(cap.because)}"
    yield from _section("Start here", [escaped(report.feedback.first)])
    yield "\n".join(f"- {escaped(strength)}" for strength in report.feedback.strengths)


def _section(title: str, parts: Iterable[str]) -> Iterator[str]:
    found = [part for part in parts if part]
    if found:
        yield f"## {title}"
        yield from found


def _flag(flag: RedFlag, notes: Mapping[str, Note]) -> Iterator[str]:
    cost = "unsure, costs nothing" if flag.unsure else f"{flag.points} points"
    yield f"**{escaped(flag.message)}** ({flag.severity}, {cost})"
    yield from _quotes(flag.evidence)
    if flag.right:
        yield f"In fact: {escaped(flag.right)}"
    if flag.source:
        yield f"Source: {linked(flag.source)}"
    yield from _note(notes.get(f"flag/{flag.kind}/{flag.id}"))


def _check(check: CheckResult) -> str:
    said = f"{OUTCOMES[check.outcome]}: **{escaped(check.name)}** {escaped(check.message)}"
    return _list([said, *_quotes(check.evidence)])


def _concepts(report: Report, notes: Mapping[str, Note]) -> Iterator[str]:
    gaps = {gap.concept: gap for gap in report.feedback.gaps}
    yield "## Concepts"
    for area in dict.fromkeys(concept.area for concept in report.concepts):
        here = [concept for concept in report.concepts if concept.area == area]
        earned, possible = sum(c.points for c in here), sum(c.possible for c in here)
        yield f"### {escaped(area.replace('-', ' ').capitalize())} ({earned} of {possible})"
        for concept in here:
            note = notes.get(f"concept/{concept.id}")
            yield _list([*_concept(concept, gaps.get(concept.id)), *_note(note)])


def _concept(concept: ConceptResult, gap: Gap | None) -> Iterator[str]:
    unsure = ", unsure" if concept.unsure else ""
    points = f"{concept.points} of {concept.possible}"
    yield f"**{escaped(concept.name)}**: {concept.standing}{unsure}, {points}"
    yield from _quotes(concept.evidence)
    if concept.not_counted:
        yield concept.not_counted
    lacking = [facet.label for facet in concept.facets if not facet.met]
    if concept.standing == "mentioned" and lacking:
        gain = f" (+{gap.gain} when you explain it)" if gap else ""
        yield f"Not said{gain}: {escaped('; '.join(lacking))}"
    elif gap:
        yield f"+{gap.gain}: {escaped(gap.say)}"


def _quotes(quotes: Iterable[Quote]) -> Iterator[str]:
    for text in dict.fromkeys(quote.text for quote in quotes):
        yield f"\u201c{escaped(text)}\u201d"


def _note(note: Note | None) -> Iterator[str]:
    if note is not None:
        text = f": {escaped(note.text)}" if note.text.strip() else ""
        yield f"Your note, {NOTE_KINDS[note.kind]}{text}"


def _improved(report: Report) -> Iterator[str]:
    better = report.improved
    if better is not None and better.edits and better.band is not None:
        yield f"{better.score} points, {BAND_NAMES[better.band]}, with every edit in it."
        yield fenced(better.text)


def _follow_ups(report: Report) -> str:
    asked = enumerate(report.feedback.gaps, start=1)
    return "\n".join(f"{number}. {escaped(gap.follow_up)}" for number, gap in asked)


def _scoring(report: Report, answer: str) -> Iterator[str]:
    earned = sum(concept.points for concept in report.concepts)
    taken = sum(flag.points for flag in report.red_flags)
    lifted = "; a score is never below 0" if earned + taken < 0 else ""
    yield "## How this was scored"
    yield f"{earned} points for concepts, {taken} for red flags{lifted}: {report.score}."
    for part in report.set_aside:
        yield f"Set aside, {escaped(part.why)}: {escaped(answer[part.start : part.end])}"
    yield f"Not assessed: {', '.join(report.not_assessed)}."
    yield f"Rubric {report.rubric_digest[:12]}, engine {report.engine}, Whyboard."


def _list(lines: Iterable[str]) -> str:
    """The first line as an item, the others below it."""
    first, *others = filter(None, lines)  # an empty item would make a heading of the first
    return "\n".join([f"- {first}", *(f"  - {line}" for line in others)])
