"""Try changes: the answer with them made, read and scored by the engine itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app.engine.compiled import CompiledRubric
from app.engine.door import ANSWER_LIMIT
from app.engine.findings import Findings, gather
from app.engine.improving.changes import Change, applied, fits
from app.engine.improving.choices import Stand, options_of
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.reading import Reading
from app.engine.report import RedFlag
from app.engine.scoring import Score, score
from app.engine.verdicts import Verdict

FlagKey = tuple[str, str]
"""Kind and id of a red flag."""

_WRONG = frozenset(["misconception", "check", "contradiction", "integrity"])
"""Flags that no edit may raise; an omission only goes away."""


@dataclass(frozen=True, slots=True)
class Trial:
    """An answer with some changes made, and what the engine says of it.

    Attributes:
        changes: offsets are the original answer's.
        text: with all of them made.
        stand: on the question's decisions; what the original answer says of them counts first.
    """

    changes: tuple[Change, ...]
    text: str
    reading: Reading
    findings: Findings
    score: Score
    stand: Stand

    @property
    def flags(self) -> dict[FlagKey, RedFlag]:
        """What is wrong with the text, by kind and id."""
        return {
            (flag.kind, flag.id): flag
            for flag in self.findings.flags
            if flag.kind in _WRONG and not flag.unsure
        }

    def verdict(self, concept: str) -> Verdict:
        """The verdict on a concept of the rubric."""
        return next(each for each in self.findings.verdicts if each.concept.id == concept)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where changes to one answer are tried.

    Attributes:
        answer: as admitted at the door.
        known: what has been tried, by text; nothing is scored twice.
    """

    answer: str
    rubric: CompiledRubric
    nlp: Pipeline
    known: dict[str, Trial] = field(default_factory=dict)

    def start(self) -> Trial | None:
        """Return the answer as it is; None where there is nothing in it."""
        return self._tried(())

    def after(self, trial: Trial, changes: Sequence[Change]) -> Trial | None:
        """Return a trial with more changes made, or None where they cannot all be made."""
        every = list(trial.changes)
        for change in changes:
            if not fits(change, every):
                return None
            every.append(change)
        return self._tried(tuple(every), trial)

    def _tried(self, changes: tuple[Change, ...], before: Trial | None = None) -> Trial | None:
        text = applied(self.answer, changes)
        if len(text) > ANSWER_LIMIT or not text.strip():
            return None
        if text not in self.known:
            reading = read(text, self.nlp)
            known = before.findings if before else None
            findings = gather(reading, self.rubric, self.nlp, known)
            result = score(
                findings.verdicts, findings.flags, self.rubric.bars, self.rubric.difficulty
            )
            stand = self._stand(changes, findings)
            self.known[text] = Trial(changes, text, reading, findings, result, stand)
        return replace(self.known[text], changes=changes)

    def _stand(self, changes: Sequence[Change], findings: Findings) -> Stand:
        start = self.known.get(self.answer)
        if start is None:
            return Stand.of(findings, self.rubric)
        inserted = [change.insert for change in changes if change.insert]
        return start.stand.joined(options_of(inserted, self.rubric, self.nlp))


def raises_nothing(before: Trial, after: Trial) -> bool:
    """Tell whether an edit brings no wrong claim, failed check or contradiction with it."""
    return after.flags.keys() <= before.flags.keys() and after.score.band >= before.score.band
