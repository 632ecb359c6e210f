"""Run a rubric on all its own texts: does it pass, and how does each concept do."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from app.authoring.examining import small_bank
from app.authoring.placing import changes_of
from app.authoring.working import Busy, Texts
from app.content.problems import Problem
from app.content.tree import tree_of
from app.engine.pipeline import Pipeline
from app.engine.scorer import Scorer
from app.evaluation.deep_check import question_problems
from app.workbench.calibration import Calibration, calibrate

_ONE = Lock()
"""It takes seconds of the one parser: one at a time in a process."""


@dataclass(frozen=True, slots=True)
class Tried:
    """How a rubric does on its own texts.

    Attributes:
        problems: what `whyboard check --deep` would say; nothing with them can be published.
    """

    problems: tuple[Problem, ...]
    calibration: Calibration


def run_samples(
    root: Path, id_: str, category: str, texts: Texts, pipeline: Callable[[], Pipeline]
) -> Tried:
    """Score the model answer, samples, yes and no sentences, and sentences turned round.

    Raises:
        ContentError: the texts have problems.
        Busy: another rubric is being tried.
    """
    bank = small_bank(root, id_, category, texts)
    if not _ONE.acquire(blocking=False):
        raise Busy
    try:
        (question,) = bank.rubrics
        scorer = Scorer(bank, pipeline())
        tree = tree_of(root, changes_of(root, id_, category, texts))
        problems = sorted(question_problems(bank, question, tree, scorer))
        return Tried(tuple(problems), calibrate(bank, question, scorer))
    finally:
        _ONE.release()
