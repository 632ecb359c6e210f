"""What is said of an answer's integrity: that it is none, or how much of it is not its writer's."""

from functools import partial

from app.engine.admissible import Admission
from app.engine.compiled import CompiledRubric
from app.engine.matching import Matcher
from app.engine.piles import piled_share
from app.engine.pipeline import Pipeline
from app.engine.report import RedFlag
from app.engine.topicality import copied, families_of, foreign, integrity_flag, off_topic, scant
from app.engine.verdicts import Verdict

LANGUAGE = "Answers are read in English. This one seems to be in another language."
OFF_TOPIC = "This does not answer this question: almost nothing in it is about what was asked."
PILE = (
    "This is a list of terms. A term alone earns nothing: say what each does in your design, "
    "and why."
)
PARTLY_PILE = "Part of this is a bare list of terms, which earns nothing."
_MOSTLY = 0.5
_PARTLY = 0.25
"""Shares of an answer's words in bare lists from which that is said."""
_LEAST_PILED = 12
"""Words in bare lists under which nothing is said: notes may name the columns of a table."""

COPIED = "Most of this stands word for word in the model answer. It is scored, but it is not yours."


def remarks(rubric: CompiledRubric, admission: Admission) -> list[RedFlag]:
    """Return what is to be said of an answer's integrity that does not end the judging."""
    reading, said = admission.reading, list[RedFlag]()
    if copied(reading, rubric.model_answer):
        said.append(integrity_flag("model-answer", COPIED, severe=False))
    share = piled_share(reading, admission.piled)
    if share >= _PARTLY and len(admission.piled) >= _LEAST_PILED:
        message = PILE if share >= _MOSTLY else PARTLY_PILE
        said.append(integrity_flag("word-pile", message, severe=False))
    return said


def breach(
    rubric: CompiledRubric,
    verdicts: tuple[Verdict, ...],
    admission: Admission,
    matcher: Matcher,
    nlp: Pipeline,
) -> RedFlag | None:
    """Return what keeps the text from being an answer to this question."""
    reading = admission.reading
    if foreign(reading, nlp.known):
        return integrity_flag("language", LANGUAGE, severe=True)
    piled = piled_share(reading, admission.piled) >= _MOSTLY
    if piled and scant(reading, verdicts, admission):
        return integrity_flag("word-pile", PILE, severe=True)
    denied = partial(_denied, rubric, matcher)
    if off_topic(reading, verdicts, admission, asked=families_of(rubric), denied=denied):
        kind, message = ("word-pile", PILE) if piled else ("off-topic", OFF_TOPIC)
        return integrity_flag(kind, message, severe=True)
    return None


def _denied(rubric: CompiledRubric, matcher: Matcher) -> frozenset[int]:
    """Return the sentences that speak of a wrong claim, whether asserting or denying it."""
    return frozenset(
        number
        for misconception in rubric.misconceptions
        for match in matcher.topics(misconception.claim)
        if len(match.sentences) == 1
        for number in match.sentences
    )
