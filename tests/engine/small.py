"""Small rubrics compiled and answers judged under them, for the tests of the engine."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from app.content.question import model_answer
from app.content.rubric import Lexicon, Slot
from app.content.yaml_reader import read_yaml
from app.engine.assess import assess
from app.engine.compiled import CompiledRubric, compile_rubric
from app.engine.findings import Findings, gather
from app.engine.patterns import Patterns
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.report import Report, Standing
from app.engine.verdicts import Verdict
from tests import make

LEXICON = Path(__file__).parents[2] / "rubrics" / "lexicon.yaml"


def shared_slots() -> dict[str, Slot]:
    """The slots that rubrics share."""
    document, problems = read_yaml(LEXICON.read_bytes(), LEXICON.name)
    assert document is not None, problems
    return dict(Lexicon.model_validate(document.value).slots)


SLOTS = shared_slots()
PATTERNS = Patterns(SLOTS)


def compiled(*concepts: dict[str, Any], **changes: Any) -> CompiledRubric:
    """A small rubric, compiled without a shared lexicon."""
    question = make.question()
    rubric = make.rubric(*concepts, **changes)
    return compile_rubric(rubric, Lexicon(ideas={}, slots={}), question, model_answer(question))


def gathered(answer: str, nlp: Pipeline, *concepts: dict[str, Any], **changes: Any) -> Findings:
    """What an answer holds under a small rubric, before points are added up."""
    return gather(read(answer, nlp), compiled(*concepts, **changes), nlp)


def verdict(standing: Standing, *met: str, points: int = 0, **concept: Any) -> Verdict:
    """A verdict without evidence on a small concept worth `points`, or all 100."""
    small = compiled(make.concept_data(**concept)).concepts[0]
    dealt = replace(small, points=points or small.points)
    return Verdict(dealt, standing, frozenset(met), ())


def judge(answer: str, nlp: Pipeline, *concepts: dict[str, Any], **changes: Any) -> Report:
    """The report on an answer under a small rubric."""
    return assess(answer, compiled(*concepts, **changes), nlp)


def standing(answer: str, nlp: Pipeline, **concept: Any) -> Standing:
    """What an answer does with one small concept."""
    return judge(answer, nlp, make.concept_data(**concept)).concepts[0].standing


def mentions(answer: str, wording: str, nlp: Pipeline, **rubric: Any) -> bool:
    """Whether an answer says a wording."""
    concept = make.concept_data(mentioned=[wording])
    return judge(answer, nlp, concept, **rubric).concepts[0].standing != "missing"


def log_concept(**changes: Any) -> dict[str, Any]:
    """A second concept beside the usual one."""
    data: dict[str, Any] = {
        "id": "log",
        "name": "Log",
        "mentioned": ["append-only log"],
        "facets": {"order": {"label": "what order it keeps", "says": ["log keeps order"]}},
        "explained": "order",
        "model": "An append-only log keeps the order of what was written to it.",
        "yes": ["It is an append-only log.", "log = append-only, keeps order"],
    }
    return make.concept_data(**(data | changes))
