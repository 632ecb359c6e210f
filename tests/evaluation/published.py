"""Small published figures."""

from typing import Any

from app.evaluation.figures import Figure
from app.evaluation.gold import HALVES
from app.evaluation.published import Law, Published

KAPPA, FALSE_FLAGS = "covered: kappa", "answers of level 3 and more falsely flagged"

COUNTS = {
    "explained": {"explained": 3, "mentioned": 1, "missing": 0, "contradicted": 0},
    "mentioned": {"explained": 0, "mentioned": 2, "missing": 1, "contradicted": 0},
    "missing": {"explained": 0, "mentioned": 0, "missing": 3, "contradicted": 0},
    "contradicted": {"explained": 0, "mentioned": 0, "missing": 0, "contradicted": 0},
}


def published(**kappas: float) -> Published:
    """Figures of two questions' worth of nothing; a judge's kappa by its name with `_` for spaces.

    The engine falsely flags one good answer of four, keywords three.
    """
    given = {"engine": 0.7, "length_alone": 0.5, "keywords": 0.6, "other_reader": 0.95} | kappas
    flagged = {"engine": 1, "keywords": 3}
    figures: dict[str, Any] = {
        judge.replace("_", " "): {
            half: {
                KAPPA: Figure(kappa, 40),
                FALSE_FLAGS: Figure(flagged.get(judge, 0), 4, "count"),
            }
            for half in HALVES
        }
        for judge, kappa in given.items()
    }
    return Published(
        engine="1",
        digests={"small-queue": "d" * 64},
        answers={"build": 5, "aside": 4},
        pairs={"build": 50, "aside": 40},
        figures=figures,
        confusion={"small-queue": {"build": COUNTS, "aside": COUNTS}},
        laws={"case: lower": Law(tried=9, broken=1)},
    )
