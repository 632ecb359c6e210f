"""Run a rubric's checks over the values an answer gives, and say what follows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.content.rubric import Check, Slot
from app.engine.check_doubts import Sentence
from app.engine.check_sentences import filled, lacking
from app.engine.contexts import Context, points, slot_contexts
from app.engine.expressions import judge
from app.engine.reading import Reading, Segment
from app.engine.report import CheckResult, Outcome, Quote
from app.engine.slots import SlotValue
from app.engine.subjects import same_subject

_DOUBT = "Not sure that this is what you meant: "


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What one check says about one context of an answer.

    Attributes:
        flag: it failed, and there is no doubt about what was meant.
        unsure: it would have failed if its values are what was meant; reported as not enough said.
        subject: what the values are about, or "".
        committed: the candidate says to set one of its values ("we put it to 3").
    """

    check: Check
    result: CheckResult
    flag: bool
    unsure: bool = False
    subject: str = ""
    committed: bool = False


def run_checks(
    reading: Reading,
    values: Sequence[SlotValue],
    slots: Mapping[str, Slot],
    checks: Sequence[Check],
    excused: Mapping[str, frozenset[int]] | None = None,
) -> tuple[CheckOutcome, ...]:
    """Return what each check says: once for every different set of values, or not enough said.

    Args:
        values: what the reading says of the slots (app.engine.slots.read_slots).
        excused: by the id of a check, the sentences in which it raises no failure.
    """
    said = _Said.of(reading, values, slots, excused or {})
    return tuple(outcome for check in checks for outcome in _run(check, said))


@dataclass(frozen=True, slots=True)
class _Said:
    """What an answer says of the slots.

    Attributes:
        sentences: those that hold values, by number.
        excused: by the id of a check, the sentences in which it raises no failure.
    """

    answer: str
    values: Sequence[SlotValue]
    slots: Mapping[str, Slot]
    contexts: Sequence[Context]
    sentences: Mapping[int, Sentence]
    excused: Mapping[str, frozenset[int]]

    @classmethod
    def of(
        cls,
        reading: Reading,
        values: Sequence[SlotValue],
        slots: Mapping[str, Slot],
        excused: Mapping[str, frozenset[int]],
    ) -> "_Said":
        """Gather what a reading says."""
        held: dict[int, list[Segment]] = {value.sentence: [] for value in values}
        for segment in reading.segments:
            if segment.sentence in held:
                held[segment.sentence].append(segment)
        sentences = {number: Sentence(segments) for number, segments in held.items()}
        contexts = slot_contexts(values, reading)
        return cls(reading.answer, values, slots, contexts, sentences, excused)


def _run(check: Check, said: _Said) -> Iterator[CheckOutcome]:
    """Yield the outcomes of one check; contexts that say the same are told once."""
    told: dict[object, CheckOutcome] = {}
    undecided = False
    for context in said.contexts:
        if context.own.isdisjoint(check.slots) or not set(check.slots) <= context.values.keys():
            continue
        verdict = _verdict(check, context)
        undecided = undecided or verdict is None
        if verdict is not None and verdict != "no matter":
            outcome = _outcome(check, context, verdict == "confirmed", said)
            same = tuple(value.same for slot in check.slots for value in context.values[slot])
            told.setdefault((outcome.result.outcome, same), outcome)
    yield from _weighed(list(told.values()))
    if not told and (undecided or _some_said(check, said.values)):
        yield _not_enough(check, said)


def _weighed(told: Sequence[CheckOutcome]) -> Iterator[CheckOutcome]:
    """Yield a check's outcomes together: who has it right once may describe the wrong elsewhere."""
    right = [outcome.subject for outcome in told if outcome.result.outcome == "confirmed"]
    named = len({outcome.subject for outcome in told}) > 1
    for outcome in told:
        described = any(_may_be_same(outcome.subject, subject) for subject in right)
        doubtful = outcome.flag and described and not outcome.committed
        weighed = _doubted(outcome) if doubtful else outcome
        yield _about(weighed) if named else weighed


def _may_be_same(one: str, other: str) -> bool:
    """Tell whether two subjects may be one: they share a word, or one is not named."""
    return not one or not other or same_subject(one, other)


def _doubted(outcome: CheckOutcome) -> CheckOutcome:
    """Return a failure as one that is not raised."""
    message = f"{_DOUBT}{outcome.result.message}"
    changes = {"outcome": "not-enough-said", "message": message}
    return replace(
        outcome, result=outcome.result.model_copy(update=changes), flag=False, unsure=True
    )


def _about(outcome: CheckOutcome) -> CheckOutcome:
    """Return the outcome with its subject named, as others differ in it."""
    if not outcome.subject:
        return outcome
    message = f"{outcome.subject.capitalize()}: {outcome.result.message}"
    return replace(outcome, result=outcome.result.model_copy(update={"message": message}))


def _some_said(check: Check, values: Iterable[SlotValue]) -> bool:
    """Tell whether an answer says some but not all that the check needs."""
    said = {value.slot for value in values if not value.default}
    return not set(check.slots) <= said


def _verdict(check: Check, context: Context) -> str | None:
    """Return "confirmed" or "fails", "no matter" where the check does not apply, None in doubt."""
    if not context.borrowed.isdisjoint(check.slots):
        return None
    choices = {slot: points(held) for slot, held in context.values.items()}
    sure = {slot: held for slot, held in choices.items() if slot not in context.borrowed}
    applies = judge(check.when, sure) if check.when else True
    if applies is not True:
        return None if applies is None else "no matter"
    holds = judge(check.rule, choices)
    return None if holds is None else "confirmed" if holds else "fails"


def _outcome(
    check: Check,
    context: Context,
    confirmed: bool,  # noqa: FBT001 - the verdict
    said: _Said,
) -> CheckOutcome:
    """Return a confirmed or failed check with its sentence and its evidence."""
    used = [value for slot in check.slots for value in context.values[slot]]
    doubtful = not confirmed and _is_doubtful(check, used, said)
    outcome: Outcome = "confirmed" if confirmed else "not-enough-said" if doubtful else "fails"
    message = filled(check.confirms if confirmed else check.fails, context, said.slots)
    if doubtful:
        message = f"{_DOUBT}{message}"
    result = CheckResult(
        id=check.id,
        name=check.name,
        outcome=outcome,
        message=message,
        evidence=_quotes(used, said.answer),
    )
    committed = any(said.sentences[value.sentence].commits_to(value) for value in used)
    return CheckOutcome(check, result, outcome == "fails", doubtful, context.subject, committed)


def _is_doubtful(check: Check, used: Sequence[SlotValue], said: _Said) -> bool:
    """Tell whether a failure may be no fault: values supposed, rivalled, changing or known bad."""
    excused = said.excused.get(check.id, frozenset())
    if any(value.sentence in excused for value in used):
        return True
    estimated = len({value.slot for value in used}) > 1
    if any(value.unsure for value in used) or (estimated and _has_rivals(used, said)):
        return True
    return any(said.sentences[value.sentence].doubts(value) for value in used)


def _has_rivals(used: Sequence[SlotValue], said: _Said) -> bool:
    """Tell whether the sentences of an estimate hold another such amount, which may be the one."""
    kinds = {value.kind for value in used} - {"count", "choice"}
    return any(
        quantity.measure in kinds
        and not any(value.start <= quantity.start < value.end for value in used)
        for sentence in {value.sentence for value in used}
        for quantity in said.sentences[sentence].quantities
    )


def _quotes(values: Iterable[SlotValue], answer: str) -> tuple[Quote, ...]:
    """Return the stretches that say the values, in order."""
    stretches = sorted({(value.start, value.end) for value in values})
    return tuple(Quote(start=start, end=end, text=answer[start:end]) for start, end in stretches)


def _not_enough(check: Check, said: _Said) -> CheckOutcome:
    """Return the outcome of a check that lacks a value."""
    message = lacking(check, said.values, said.slots)
    result = CheckResult(id=check.id, name=check.name, outcome="not-enough-said", message=message)
    return CheckOutcome(check, result, flag=False)
