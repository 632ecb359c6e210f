"""The improved answer as a page shows it: a diff in the learner's text, and its edits as steps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from app.engine.improving.changes import Change, applied
from app.engine.report import BAND_NAMES, Edit, Improved, OutlinePart, Report
from app.web.wording import title_of

PieceKind = Literal["kept", "struck", "added"]


@dataclass(frozen=True)
class DiffPiece:
    """A run of the improved answer; `number` is that of its step, 0 for what is kept."""

    kind: PieceKind
    text: str
    number: int = 0
    opens: bool = False


@dataclass(frozen=True)
class Step:
    """Edits that belong together: one addition, or one correction in all its places.

    Attributes:
        number: from 1, in the order of their use.
        gain: points of all its edits, after the steps before it.
        score: of the answer then; `band_name` is set where it is the first of its band.
        corrects: it mends a red flag.
        chosen: leads to the next band, so that it is proposed.
    """

    number: int
    edits: tuple[Edit, ...]
    name: str
    why: str
    gain: int
    score: int
    band_name: str
    corrects: bool
    chosen: bool


@dataclass(frozen=True)
class ImprovedView:
    """Everything said about a better version of an answer."""

    message: str
    score: int | None
    text: str
    pieces: tuple[DiffPiece, ...]
    steps: tuple[Step, ...]
    outline: tuple[tuple[str, tuple[str, ...]], ...]


def improved_view(answer: str, report: Report) -> ImprovedView | None:
    """Return what to show of a report's improved answer; None where it has none."""
    improved = report.improved
    if improved is None:
        return None
    steps = tuple(_steps(report, improved))
    return ImprovedView(
        message=improved.message,
        score=improved.score,
        text=improved.text,
        pieces=tuple(_pieces(answer, steps)),
        steps=steps,
        outline=tuple(_outlined(part) for part in improved.outline),
    )


def with_steps(answer: str, report: Report, numbers: Iterable[int]) -> str:
    """Return an answer with the edits of some steps made; numbers that are none are passed over."""
    wanted = frozenset(numbers)
    steps = _steps(report, report.improved) if report.improved else ()
    edits = (edit for step in steps if step.number in wanted for edit in step.edits)
    return applied(answer, [Change(edit.at, edit.delete, edit.insert) for edit in edits])


def only_edited(answer: str, report: Report, text: str) -> bool:
    """Tell whether `text` is an answer with some of its steps made, and nothing of anyone else."""
    lines = text.splitlines()
    steps = _steps(report, report.improved) if report.improved else []
    made = [each.number for each in steps if _stands_in(each, "\n".join(lines))]
    return with_steps(answer, report, made).splitlines() == lines


def _stands_in(step: Step, text: str) -> bool:
    return all("\n".join(edit.insert.splitlines()) in text for edit in step.edits)


def _outlined(part: OutlinePart) -> tuple[str, tuple[str, ...]]:
    return title_of(part.area), part.prompts


def _steps(report: Report, improved: Improved) -> list[Step]:
    names = {concept.id: concept.name for concept in report.concepts}
    steps: list[Step] = []
    reached = report.band or 0
    higher = [step[-1].band for step in improved.steps if step[-1].band > reached]
    aim = min(higher, default=0)
    for number, edits in enumerate(improved.steps, 1):
        steps.append(_step(number, edits, names, reached, chosen=reached < aim))
        reached = max(reached, edits[-1].band)
    return steps


def _step(
    number: int, edits: tuple[Edit, ...], names: Mapping[str, str], reached: int, *, chosen: bool
) -> Step:
    first, last = edits[0], edits[-1]
    return Step(
        number=number,
        edits=edits,
        name=names.get(first.concept, "Correction"),
        why=first.why,
        gain=sum(edit.gain for edit in edits),
        score=last.score,
        band_name=BAND_NAMES[last.band] if last.band > reached else "",
        corrects=bool(first.flag),
        chosen=chosen,
    )


def _pieces(answer: str, steps: Iterable[Step]) -> list[DiffPiece]:
    """Cut the answer where it is edited; what is kept and struck, joined, is the answer."""
    placed = [(edit, step.number, index == 0) for step in steps for index, edit in _own(step)]
    placed.sort(key=lambda item: (item[0].at, item[0].delete > 0))
    pieces: list[DiffPiece] = []
    done = 0
    for edit, number, opens in placed:
        end = edit.at + edit.delete
        pieces.append(DiffPiece("kept", answer[done : edit.at]))
        pieces.append(DiffPiece("struck", answer[edit.at : end], number, opens))
        pieces.append(DiffPiece("added", edit.insert, number, opens and not edit.delete))
        done = end
    pieces.append(DiffPiece("kept", answer[done:]))
    return [piece for piece in pieces if piece.text]


def _own(step: Step) -> Iterable[tuple[int, Edit]]:
    return enumerate(step.edits)
