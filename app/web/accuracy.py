"""The published figures as tables that a page can show."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.content.bank import Bank
from app.evaluation.figures import UNMEASURED, Figure
from app.evaluation.gold import HALVES, Half
from app.evaluation.published import FILE, Law, Published, load_published
from app.web.wording import title_of

ENGINE, BASELINES, OTHER_READER = "engine", ("length alone", "keywords"), "other reader"

HEADLINES = {
    "covered: kappa": "Is a concept there at all?",
    "explained: kappa": "Is it explained?",
    "level: quadratic kappa": "Which level is the answer?",
    "misconceptions: precision": "Of the wrong claims flagged: how many are",
    "misconceptions: recall": "Of the wrong claims made: how many are flagged",
    "answers of level 3 and more falsely flagged": "Good answers accused of what they do not say",
    "inflated answers": "Poor answers rated too high",
}
"""The figures that matter to a learner, and what each asks."""

LESS_IS_BETTER = frozenset(
    {
        "level: mean absolute error",
        "answers of level 3 and more falsely flagged",
        "inflated answers",
    }
)

STANDINGS = ("explained", "mentioned", "missing", "contradicted")


@dataclass(frozen=True)
class FigureCell:
    """One figure as shown; `best` among the engine and the baselines."""

    text: str
    best: bool


@dataclass(frozen=True)
class FigureRow:
    """One figure of every judge.

    Attributes:
        asks: the figure in plain words; empty where it has none.
        matched: a baseline does as well as the engine, or better.
    """

    name: str
    asks: str
    cells: tuple[FigureCell, ...]
    items: int
    matched: bool


@dataclass(frozen=True)
class HalfFigures:
    """The figures of one half of the labelled answers."""

    half: Half
    answers: int
    pairs: int
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True)
class Confusion:
    """How the readers' standings met the engine's on one half of a question's answers.

    Attributes:
        rows: readers' standing and the counts of the engine's, as STANDINGS has them.
        same: share of judgements that agree, in percent; None where there are none.
    """

    half: Half
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    same: int | None


@dataclass(frozen=True)
class QuestionConfusion:
    """Both halves of one question.

    Attributes:
        changed: its rubric is another one today than when it was judged.
    """

    id: str
    title: str
    changed: bool
    halves: tuple[Confusion, ...]


@dataclass(frozen=True)
class Accuracy:
    """Everything the page shows of the published figures.

    Attributes:
        judges: the columns of the figures.
        headlines: the rows of the half set aside that matter most.
    """

    judges: tuple[str, ...]
    headlines: tuple[FigureRow, ...]
    halves: tuple[HalfFigures, ...]
    questions: tuple[QuestionConfusion, ...]
    laws: Mapping[str, Law]


def accuracy_of(docs: Path, bank: Bank) -> Accuracy | None:
    """The published figures; None if none were published."""
    published = load_published(docs / FILE)
    if published is None:
        return None
    halves = tuple(_half(published, half) for half in HALVES)
    aside = {row.name: row for row in halves[-1].rows}
    return Accuracy(
        judges=tuple(published.figures),
        headlines=tuple(aside[name] for name in HEADLINES if name in aside),
        halves=halves,
        questions=tuple(_question(published, id_, bank) for id_ in published.confusion),
        laws=published.laws,
    )


def _half(published: Published, half: Half) -> HalfFigures:
    judges = {judge: halves[half] for judge, halves in published.figures.items()}
    rows = tuple(_row(name, judges) for name in judges[ENGINE])
    return HalfFigures(half, published.answers[half], published.pairs[half], rows)


def _row(name: str, judges: Mapping[str, Mapping[str, Figure]]) -> FigureRow:
    figures = {judge: rows.get(name, UNMEASURED) for judge, rows in judges.items()}
    sign = -1 if name in LESS_IS_BETTER else 1
    worth = {judge: sign * f.value for judge, f in figures.items() if f.value is not None}
    rivals = [worth[judge] for judge in BASELINES if judge in worth]
    best = max([*rivals, *(worth[judge] for judge in (ENGINE,) if judge in worth)], default=None)
    return FigureRow(
        name=name,
        asks=HEADLINES.get(name, ""),
        cells=tuple(
            FigureCell(_text(figure), judge != OTHER_READER and worth.get(judge) == best)
            for judge, figure in figures.items()
        ),
        items=figures[ENGINE].of,
        matched=ENGINE in worth and any(rival >= worth[ENGINE] for rival in rivals),
    )


def _text(figure: Figure) -> str:
    if figure.value is None:
        return "\u2013"
    if figure.kind == "count":
        return f"{figure.value:.0f} of {figure.of}"
    return f"{figure.value:.2f}"


def _question(published: Published, id_: str, bank: Bank) -> QuestionConfusion:
    question = bank.questions.get(id_)
    return QuestionConfusion(
        id=id_,
        title=question.title if question else title_of(id_),
        changed=bank.digests.get(id_) != published.digests.get(id_),
        halves=tuple(_confusion(half, published.confusion[id_][half]) for half in HALVES),
    )


def _confusion(half: Half, counts: Mapping[str, Mapping[str, int]]) -> Confusion:
    rows = tuple((truth, tuple(counts[truth][ours] for ours in STANDINGS)) for truth in STANDINGS)
    same = sum(counts[name][name] for name in STANDINGS)
    total = sum(sum(row) for _, row in rows)
    return Confusion(half, rows, round(100 * same / total) if total else None)
