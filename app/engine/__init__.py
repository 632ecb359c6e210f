"""Text and a rubric to a report: a pure library without web, database, clock or environment."""

from app.engine.assess import assess
from app.engine.compiled import CompiledRubric, compile_rubric
from app.engine.door import ANSWER_LIMIT, TooLong, admit
from app.engine.improving import improve
from app.engine.pipeline import Pipeline, load_pipeline
from app.engine.report import Report
from app.engine.scorer import Scorer

__all__ = [
    "ANSWER_LIMIT", "CompiledRubric", "Pipeline", "Report", "Scorer", "TooLong",
    "admit", "assess", "compile_rubric", "improve", "load_pipeline",
]  # fmt: skip
