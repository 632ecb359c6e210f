"""Correct what is wrong: the claim struck and what is right in its place, or the value changed."""

from collections.abc import Iterator, Sequence
from itertools import islice

from app.content.rubric import Check
from app.engine.improving.additions import fitted, sufficient
from app.engine.improving.changes import Change, original
from app.engine.improving.layout import Layout
from app.engine.improving.mending import concluding, mends
from app.engine.improving.rights import rights_for
from app.engine.improving.strikes import merged, sentences_around, strikes, whole
from app.engine.improving.trials import Desk, FlagKey, Trial
from app.engine.report import Quote
from app.engine.scoring import earned

_MOST_PLACES = 8
"""Places of one wrong claim that are struck."""
_MOST_MENDS = 4
_MOST_RIGHTS = 2

Changes = tuple[Change, ...]


def corrections(flag: FlagKey, trial: Trial, desk: Desk, layout: Layout) -> Iterator[Changes]:
    """Yield ways to be rid of a red flag, the gentlest first: all its places at once."""
    check = next((each for each in desk.rubric.checks if flag == ("check", each.id)), None)
    values = mended(check, trial, desk, layout) if check else iter(())
    if check and not (len(check.slots) == 1 and check.spoils):
        yield from values
    known = sorted(rights_for(desk.rubric, flag, desk.nlp), key=trial.stand.is_for_others)
    rights = (fitted(each, trial, desk) for each in known)
    for right in islice(filter(None, rights), _MOST_RIGHTS):
        yield from _struck(flag, trial, desk, layout, right)
    yield from values
    yield from _struck(flag, trial, desk, layout, "")


def mended(check: Check, trial: Trial, desk: Desk, layout: Layout) -> Iterator[Changes]:
    """Yield ways to give a failed check other values; what was built on the old ones is struck."""
    quotes = trial.flags["check", check.id].evidence
    for changes in islice(mends(check, quotes, trial, desk.rubric, desk.nlp), _MOST_MENDS):
        yield (*changes, *concluding(changes, layout))
        yield changes


def _struck(
    flag: FlagKey, trial: Trial, desk: Desk, layout: Layout, right: str
) -> Iterator[Changes]:
    """Yield ways to strike the first place and put `right` there; then all others are struck."""
    span = _first_place(flag, trial, layout)
    if span is None:
        return
    credit = _credit(trial)
    ways = list(strikes(span, right, layout, credit))
    only_whole = flag[0] == "check" or _is_shared(flag, span, trial, layout)
    for number, first in enumerate(ways):
        if only_whole and number < len(ways) - 1:
            continue
        changes = _everywhere(flag, first, trial, desk, layout)
        after = desk.after(trial, changes) if changes else None
        if after is None:
            continue
        if number == len(ways) - 1:
            for earning in ((), credit):  # what follows from a wrong claim earns by mistake
                yield merged((*changes, *dangling(changes, earning, layout)), layout.answer)
        yield changes
        if lost := _lost(trial, after, desk):
            more = list(strikes(span, f"{right} {lost}".strip(), layout, credit))[number]
            yield _everywhere(flag, more, trial, desk, layout)


def dangling(changes: Changes, credit: Sequence[int], layout: Layout) -> Iterator[Change]:
    """Yield strikes of sentences that earn nothing and speak on of one that is struck whole."""
    for change in changes:
        following = layout.at(change.end - 1) + 1
        if following >= len(layout.sentences):
            continue
        before, sentence = layout.sentences[following - 1], layout.sentences[following]
        words = layout.answer[sentence.start : sentence.end].lower()
        leans = words.startswith(_SPEAKS_ON) or _IN_THAT_CASE in words
        earns = any(sentence.start <= each < sentence.end for each in credit)
        if leans and not earns and sentence.paragraph == before.paragraph:
            yield whole(sentence.start, sentence.end, "", layout)


_SPEAKS_ON = ("that ", "this ", "so ", "thus ", "therefore ", "hence ", "which ")
_IN_THAT_CASE = " in that case"


def _is_shared(flag: FlagKey, span: tuple[int, int], trial: Trial, layout: Layout) -> bool:
    """Tell whether the sentence of a claim holds another one: it is then struck whole, once."""
    here = layout.at(span[0])
    return any(
        layout.at(place[0]) == here
        for key, other in trial.flags.items()
        if key != flag
        for quote in other.evidence
        if (place := _place(quote, trial, layout))
    )


def _credit(trial: Trial) -> list[int]:
    """Return where the original answer begins to say what earns something."""
    return [
        original(finding.match.start, trial.changes)
        for verdict in trial.findings.verdicts
        if earned(verdict)
        for finding in verdict.findings
    ]


def _everywhere(flag: FlagKey, first: Change, trial: Trial, desk: Desk, layout: Layout) -> Changes:
    """Return a strike with those of all other places that say the same; () if that fails."""
    changes: Changes = (first,)
    for _ in range(_MOST_PLACES):
        after = desk.after(trial, changes)
        if after is None or flag not in after.flags:
            return merged(changes, layout.answer) if after else ()
        span = _first_place(flag, after, layout)
        if span is None:
            return ()
        changes = (*changes, whole(*sentences_around(span, layout), "", layout))
    return ()


def _first_place(flag: FlagKey, trial: Trial, layout: Layout) -> tuple[int, int] | None:
    """Return the stretch of the original answer that makes a claim first, within one sentence."""
    quotes = trial.flags[flag].evidence
    spans = [span for quote in quotes if (span := _place(quote, trial, layout))]
    if not spans:
        return None
    first = layout.at(spans[0][0])
    same = [span for span in spans if layout.at(span[0]) == first]
    return spans[0][0], max(end for _, end in same)


def _place(quote: Quote, trial: Trial, layout: Layout) -> tuple[int, int] | None:
    """Return where a stretch stands in the original answer; None if it was put in by an edit."""
    start = original(quote.start, trial.changes)
    end = original(quote.end - 1, trial.changes) + 1
    return (start, end) if layout.answer[start:end] == quote.text else None


def _lost(before: Trial, after: Trial, desk: Desk) -> str:
    """Return sentences for the concepts that lose their evidence with what is struck."""
    lost = [
        old
        for old, new in zip(before.findings.verdicts, after.findings.verdicts, strict=True)
        if earned(new) < earned(old)
    ]
    found = [_shortest(verdict.concept.id, after, desk) for verdict in lost]
    return " ".join(each for each in found if each)


def _shortest(concept: str, trial: Trial, desk: Desk) -> str | None:
    """Return the shortest fitting sentence that explains a concept."""
    wordings = sufficient(trial.verdict(concept), trial, desk)
    texts = (fitted(each, trial, desk) for each in wordings if not each.is_note)
    return next(filter(None, texts), None)
