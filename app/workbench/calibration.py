"""How a rubric does on every text there is for it: what fires where, what is missed or wrong."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from app.content.bank import Bank
from app.content.rubric import Check, Concept, Misconception
from app.engine.scorer import Scorer
from app.evaluation.gold import Gold
from app.evaluation.judged import Judged, judged
from app.evaluation.mutants import negated, rejected
from app.workbench.cases import Case, Target, cases_of, flaggable
from app.workbench.firing import Firing
from app.workbench.missed import missed_sentences
from app.workbench.places import PlacedWording
from app.workbench.proposals import Proposal, Seen, propose


@dataclass(frozen=True, slots=True)
class Outcome:
    """A text that came out otherwise than expected.

    Attributes:
        expected, ours: standings, or "flagged" and "not flagged".
        fired: the wordings of the concept or misconception that stand in it.
    """

    case: str
    text: str
    expected: str
    ours: str
    fired: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordingUse:
    """A wording and the texts in which it stands."""

    part: str
    wording: str
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Calibrated:
    """One concept, misconception or check on every text.

    Attributes:
        texts: how many say what is expected of it; `right`: how many came out so.
        unlike: neither missed nor a false hit: mentioned for explained, and the like.
        together: wordings of one part that stand in the same texts, two at least.
        mutants: denied sentences that still count; denied and rejected claims still flagged.
        proposals: new wordings for what is missed.
    """

    id: str
    texts: int
    right: int
    misses: tuple[Outcome, ...]
    false_hits: tuple[Outcome, ...]
    unlike: tuple[Outcome, ...]
    wordings: tuple[WordingUse, ...]
    together: tuple[tuple[str, ...], ...]
    mutants: tuple[Outcome, ...]
    proposals: tuple[Proposal, ...]

    @property
    def dead(self) -> tuple[WordingUse, ...]:
        """Wordings that stand in no text."""
        return tuple(use for use in self.wordings if not use.cases)


@dataclass(frozen=True, slots=True)
class Calibration:
    """All of a rubric."""

    question: str
    texts: int
    concepts: tuple[Calibrated, ...]
    flags: tuple[Calibrated, ...]

    def as_data(self) -> dict[str, Any]:
        """As plain data for JSON."""
        data = asdict(self)
        for key in ("concepts", "flags"):
            for each, item in zip(getattr(self, key), data[key], strict=True):
                item["dead"] = [use.wording for use in each.dead]
        return data


@dataclass(frozen=True, slots=True)
class _Trial:
    """A case with what came out, and the wordings that stand in it."""

    seen: Seen
    said: Judged
    fired: tuple[PlacedWording, ...]

    @property
    def case(self) -> Case:
        return self.seen.case

    def outcome(self, id_: str, expected: str, ours: str) -> Outcome:
        fired = tuple(f"{each.part}: {each.text}" for each in self.fired if each.owner == id_)
        return Outcome(self.case.label, self.case.text, expected, ours, fired)


Say = Callable[[str], Judged]


def calibrate(
    bank: Bank, question_id: str, scorer: Scorer, gold: Gold | None = None
) -> Calibration:
    """Try a rubric on its own texts, the model answer, and the gold texts of `build`.

    Raises:
        KeyError: the bank has no such question.
    """
    rubric = bank.rubrics[question_id]

    def say(text: str) -> Judged:
        return judged(scorer.score(question_id, text))

    firing = Firing.of(rubric, bank.lexicon, scorer.rubric(question_id), scorer.pipeline)
    cases = [(case, say(case.text)) for case in cases_of(bank.questions[question_id], rubric, gold)]
    items = (*rubric.concepts, *flaggable(rubric))
    targets = [Target.of(item) for item in items]
    missed = [tuple(missed_sentences(target, cases, firing)) for target in targets]
    firing.know(word for every in missed for each in every for word in each.words)
    trials = [_trial(case, said, firing) for case, said in cases]
    seen = [trial.seen for trial in trials]
    done = [
        _calibrated(
            target,
            firing,
            trials,
            tuple(_mutants(item, target, say)),
            tuple(propose(target, sentences, seen, firing)),
        )
        for item, target, sentences in zip(items, targets, missed, strict=True)
    ]
    count = len(rubric.concepts)
    return Calibration(question_id, len(cases), tuple(done[:count]), tuple(done[count:]))


def _trial(case: Case, said: Judged, firing: Firing) -> _Trial:
    matcher = firing.matcher(case.text)
    return _Trial(Seen(case, matcher), said, tuple(firing.fired(matcher)))


def _calibrated(
    target: Target,
    firing: Firing,
    trials: Sequence[_Trial],
    mutants: tuple[Outcome, ...],
    proposals: tuple[Proposal, ...],
) -> Calibrated:
    misses: list[Outcome] = []
    false_hits: list[Outcome] = []
    unlike: list[Outcome] = []
    texts = 0
    for trial in trials:
        expected, ours = _both(target, trial)
        texts += expected is not None
        if expected is None or ours in expected:
            continue
        outcome = trial.outcome(target.id, " or ".join(sorted(expected)), ours)
        wanted, counted = target.wanted(trial.case), target.counted(trial.said)
        if wanted is None or wanted is counted:
            unlike.append(outcome)
        else:
            (misses if wanted else false_hits).append(outcome)
    uses = tuple(_uses(target.id, firing, trials))
    right = texts - len(misses) - len(false_hits) - len(unlike)
    return Calibrated(target.id, texts, right, tuple(misses), tuple(false_hits), tuple(unlike),
                      uses, tuple(_together(uses)), mutants, proposals)  # fmt: skip


def _both(target: Target, trial: _Trial) -> tuple[frozenset[str] | None, str]:
    """Return what is expected of a text and what came out, in words."""
    if not target.is_flag:
        return trial.case.standings.get(target.id), trial.said.standing(target.id)
    ours = _flagged(raised=target.id in trial.said.flags)
    expected = trial.case.flags.get(target.id)
    return (None if expected is None else frozenset({_flagged(raised=expected)})), ours


def _flagged(*, raised: bool) -> str:
    return "flagged" if raised else "not flagged"


def _uses(id_: str, firing: Firing, trials: Sequence[_Trial]) -> Iterator[WordingUse]:
    for placed in firing.wordings:
        if placed.owner == id_:
            cases = tuple(trial.case.label for trial in trials if placed in trial.fired)
            yield WordingUse(placed.part, placed.text, cases)


def _together(uses: Iterable[WordingUse]) -> Iterator[tuple[str, ...]]:
    groups: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for use in uses:
        if len(use.cases) > 1:
            groups[use.part, use.cases].append(use.wording)
    yield from (tuple(wordings) for wordings in groups.values() if len(wordings) > 1)


def _mutants(item: Concept | Misconception | Check, target: Target, say: Say) -> Iterator[Outcome]:
    """Yield denied sentences that still count, and rejected claims that are still flagged.

    A rejected explanation may count: who says what is a mistake shows knowledge.
    """
    texts = [(f"yes {place}", text) for place, text in enumerate(item.yes, 1)]
    texts += [("model", item.model)] if isinstance(item, Concept) else []
    for name, text in texts:
        tried = [(f"{name} denied", negated(text))]
        tried += [(f"{name} rejected", rejected(text))] if target.is_flag else []
        for label, mutant in tried:
            said = say(mutant)
            if target.counted(said):
                expected = "not flagged" if target.is_flag else "missing"
                ours = "flagged" if target.is_flag else said.standing(target.id)
                yield Outcome(label, mutant, expected, ours)
