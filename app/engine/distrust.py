"""In doubt against the writer: how an answer is heard once several things in it are wrong."""

from collections.abc import Iterable
from dataclasses import replace

from app.engine.grave import major_errors
from app.engine.quoting import telling
from app.engine.reading import Reading
from app.engine.report import RedFlag
from app.engine.verdicts import Verdict

ENOUGH = 3
"""Major errors from which an answer is heard with distrust.

Claims that readers found in labelled answers were most often not heard because a word two sentences
on excused them ("index", "instead", "cannot"). Narrower excuses for every answer accuse good ones;
from three sure errors on they found more of what readers found and accused no good answer, from two
on they found a few more and were wrong about two in five of those (docs/accuracy-log.md)."""

MANY = 4
"""Major errors from which what is only mentioned counts for nothing: of 61 mentions in such answers
that no author of rubrics had read, readers credited 12."""

_SWEEPING = frozenset(
    "never always guarantee guarantees guaranteed impossible ca cannot automatically anyway simply "
    "just merely only any every all completely exactly fully unnecessary superfluous redundant "
    "safe safest identical same enough sufficient whatever".split()
)
"""Words of a statement that leaves no room: where much is wrong, most mentions that rest on such
sentences alone are part of it (docs/accuracy-log.md)."""


def unreliable(flags: Iterable[RedFlag]) -> bool:
    """Tell whether so much is surely wrong that claims are heard with distrust."""
    return len(major_errors(flags)) >= ENOUGH


def discounted(
    verdicts: Iterable[Verdict], flags: Iterable[RedFlag], reading: Reading
) -> tuple[Verdict, ...]:
    """Return the verdicts, where bare mentions count for less in an answer that gets much wrong."""
    errors = len(major_errors(flags))
    if errors < ENOUGH:
        return tuple(verdicts)
    sweeping = _sweeping(reading)
    return tuple(
        replace(each, standing="missing")
        if each.standing == "mentioned" and (errors >= MANY or _sentences(each) <= sweeping)
        else each
        for each in verdicts
    )


def _sentences(verdict: Verdict) -> frozenset[int]:
    return frozenset(
        number for each in telling(verdict.findings) for number in each.match.sentences
    )


def _sweeping(reading: Reading) -> frozenset[int]:
    """Return the numbers of the sentences that claim something without leaving room."""
    return frozenset(
        segment.sentence
        for segment in reading.segments
        if any(token.text in _SWEEPING for token in segment.tokens)
    )
