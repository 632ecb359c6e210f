"""The whole evaluation: the engine and its baselines on both halves of the gold."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.content.bank import Bank
from app.engine.scorer import Scorer
from app.evaluation.baselines import fit_thresholds, keyword_judge, length_judge
from app.evaluation.disagreements import Disagreements, disagreements
from app.evaluation.figures import Figures, figures, standing_counts
from app.evaluation.gold import HALVES, Gold, Half
from app.evaluation.judged import Judge, Judged, Judgements, judge_all, judged
from app.evaluation.readers import readers_apart

ENGINE = "engine"
OTHER_READER = "other reader"


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What `whyboard eval` prints.

    Attributes:
        figures: by judge, then half.
        confusion: by question, then half: the readers' standing (outer) against ours (inner).
        disagreements: of the half `build`.
    """

    figures: Mapping[str, Mapping[Half, Figures]]
    confusion: Mapping[str, Mapping[Half, Mapping[str, Mapping[str, int]]]]
    disagreements: Disagreements

    def as_data(self, *, errors: bool) -> dict[str, Any]:
        """As plain data for JSON, with the disagreements if asked for."""
        data: dict[str, Any] = {
            "figures": {
                judge: {
                    half: {name: asdict(figure) for name, figure in rows.items()}
                    for half, rows in halves.items()
                }
                for judge, halves in self.figures.items()
            },
            "confusion": self.confusion,
        }
        return data | ({"errors": self.disagreements.as_data()} if errors else {})


def evaluate(gold: Gold, bank: Bank, scorer: Scorer, question: str | None = None) -> Evaluation:
    """Score every gold text of the bank's questions (or of one) and compare with the labels.

    The length baseline is fitted on all questions of `build`, also when one is asked for.
    """
    thresholds = fit_thresholds(gold.only("build").answers)
    wanted = _shipped(gold.only(question=question), bank)
    ours = judge_all(wanted, engine_judge(scorer))
    columns = {
        ENGINE: ours,
        "length alone": judge_all(wanted, length_judge(thresholds, bank.rubrics)),
        "keywords": judge_all(wanted, keyword_judge(bank)),
        OTHER_READER: judge_all(*readers_apart(wanted)),
    }
    return Evaluation(
        figures={name: _by_half(seen) for name, seen in columns.items()},
        confusion={id_: _confusion(ours, id_) for id_ in wanted.questions},
        disagreements=disagreements(ours),
    )


def engine_judge(scorer: Scorer) -> Judge:
    """The engine as a judge."""

    def judge(question: str, text: str) -> Judged:
        return judged(scorer.score(question, text))

    return judge


def _shipped(gold: Gold, bank: Bank) -> Gold:
    return Gold(
        tuple(answer for answer in gold.answers if answer.question in bank.rubrics),
        tuple(pair for pair in gold.pairs if pair.question in bank.rubrics),
    )


def _by_half(seen: Judgements) -> dict[Half, Figures]:
    return {half: figures(_only(seen, half)) for half in HALVES}


def _confusion(seen: Judgements, question: str) -> dict[Half, dict[str, dict[str, int]]]:
    return {
        half: standing_counts(
            (answer, said)
            for answer, said in _only(seen, half).answers
            if answer.question == question
        )
        for half in HALVES
    }


def _only(seen: Judgements, half: Half) -> Judgements:
    return Judgements(
        tuple((answer, said) for answer, said in seen.answers if answer.half == half),
        tuple((pair, said) for pair, said in seen.pairs if pair.half == half),
    )
