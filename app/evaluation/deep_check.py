"""What `whyboard check --deep` adds: the rubrics' own texts are scored and must come out right."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from pathlib import Path

from app.content.bank import Bank
from app.content.positions import Document
from app.content.problems import Problem
from app.content.question import model_answer
from app.content.rubric import Check, Concept, Misconception, Rubric, Sample
from app.content.tree import Tree, tree_of
from app.content.yaml_reader import read_yaml
from app.engine.report import Report
from app.engine.scorer import Scorer
from app.evaluation.judged import COVERED, Judged, judged

MODEL_ANSWER_SCORE = 90
"""Least score of a model answer (DESIGN, Rubric language)."""

LEVEL_SLACK = 1.0
"""How far the band of a sample may lie from its level: readers themselves differ by a half."""

PASTED = "model-answer"
"""The flag that says a model answer was handed in: here it is what we do."""

RIGHT_HAS_NONE = ("misconception", "check", "contradiction")
"""Kinds of red flag that no right statement earns, whatever it leaves out."""

DEEP_CODES: Mapping[str, str] = {
    "model-answer-score": "a model answer scores at least 90",
    "model-answer-flag": "a model answer earns no red flag",
    "yes-not-counted": "a `yes` sentence must count",
    "no-counted": "a `no` sentence must not count",
    "model-not-explained": "a concept's `model`, and each of its `alternatives`, explains it",
    "own-text-flagged": "a `why`, `model` or `right` asserts nothing wrong",
    "sample-band": "the band of a sample is within 1 of its level",
    "sample-standing": "a sample's listed standings come out",
    "sample-flags": "a sample's flags come out, and no others",
}
"""Every code with one line about it."""

Steps = tuple[Hashable, ...]
Found = Iterator[tuple[Steps, str, str]]
Score = Callable[[str], Report]


def deep_problems(bank: Bank, root: Path | Tree, scorer: Scorer) -> list[Problem]:
    """Score what rubrics and model answers hold; every text that comes out wrong, in file order.

    Args:
        root: what the bank was loaded from; the places of texts are read from its files.
    """
    problems: list[Problem] = []
    for id_ in bank.rubrics:
        problems += question_problems(bank, id_, root, scorer)
    return sorted(problems)


def question_problems(bank: Bank, id_: str, root: Path | Tree, scorer: Scorer) -> Iterator[Problem]:
    """The same for one question and its rubric."""
    question, rubric = bank.questions[id_], bank.rubrics[id_]
    tree = tree_of(root) if isinstance(root, Path) else root
    place = f"{question.category}/{id_}.yaml"

    def score(text: str) -> Report:
        return scorer.score(id_, text)

    about_answer = _model_answer(score(model_answer(question)))
    yield from _placed(tree, f"questions/{place}", about_answer)
    yield from _placed(tree, f"rubrics/{place}", _rubric(rubric, score))


def _placed(tree: Tree, file: str, found: Found) -> Iterator[Problem]:
    document, _ = read_yaml(tree.read(file), file)
    for steps, code, message in found:
        yield _problem(document, file, steps, code, message)


def _problem(
    document: Document | None, file: str, steps: Steps, code: str, message: str
) -> Problem:
    if document is None:  # the file has changed since the bank was loaded
        return Problem(file, 1, 1, code, message)
    return document.problem(steps, code, message)


def _model_answer(report: Report) -> Found:
    if (report.score or 0) < MODEL_ANSWER_SCORE:
        lacking = ", ".join(c.id for c in report.concepts if c.points < c.possible)
        message = (
            f"the model answer scores {report.score}, not {MODEL_ANSWER_SCORE}; lacks {lacking}"
        )
        yield ("sections",), "model-answer-score", message
    for flag in report.red_flags:
        if not flag.unsure and flag.id != PASTED:
            quotes = " ... ".join(quote.text for quote in flag.evidence)
            message = f"the model answer is flagged for {flag.id}: {quotes or flag.message}"
            yield ("sections",), "model-answer-flag", message


def _rubric(rubric: Rubric, score: Score) -> Found:
    for place, concept in enumerate(rubric.concepts):
        yield from _under(("concepts", place), _concept(concept, score))
    for place, item in enumerate(rubric.misconceptions):
        yield from _under(("misconceptions", place), _flagged(item, score))
        yield from _under(("misconceptions", place), _accused("right", item.right, score))
    for place, check in enumerate(rubric.checks):
        yield from _under(("checks", place), _flagged(check, score))
    for place, sample in enumerate(rubric.samples):
        yield from _under(("samples", place), _sample(sample, score))


def _under(above: Steps, found: Found) -> Found:
    for steps, code, message in found:
        yield (*above, *steps), code, message


def _concept(concept: Concept, score: Score) -> Found:
    for place, text in enumerate(concept.yes):
        if not _said(score, text).covers(concept.id):
            yield (
                ("yes", place),
                "yes-not-counted",
                f"{concept.id} is not even mentioned by: {text}",
            )
    for place, text in enumerate(concept.no):
        standing = _said(score, text).standing(concept.id)
        if standing in COVERED:
            yield ("no", place), "no-counted", f"{concept.id} is {standing} by: {text}"
    yield from _accused("why", concept.why, score)
    yield from _accused("model", concept.model, score)
    yield from _explained(concept, ("model",), concept.model, score)
    for place, text in enumerate(concept.alternatives):
        yield from _explained(concept, ("alternatives", place), text, score)


def _accused(key: str, text: str, score: Score) -> Found:
    """Yield what one of the rubric's own right statements is accused of."""
    for flag in score(text).red_flags:
        if flag.kind in RIGHT_HAS_NONE and not flag.unsure:
            yield (key,), "own-text-flagged", f"flagged for {flag.id}: {text}"


def _explained(concept: Concept, steps: Steps, text: str, score: Score) -> Found:
    result = next(c for c in score(text).concepts if c.id == concept.id)
    if result.standing != "explained":
        lacking = ", ".join(facet.id for facet in result.facets if not facet.met) or "nothing"
        message = f"{concept.id} is {result.standing}, not explained, by: {text}; lacks {lacking}"
        yield steps, "model-not-explained", message


def _flagged(item: Misconception | Check, score: Score) -> Found:
    for place, text in enumerate(item.yes):
        if item.id not in _said(score, text).flags:
            yield ("yes", place), "yes-not-counted", f"{item.id} is not flagged in: {text}"
    for place, text in enumerate(item.no):
        if item.id in _said(score, text).flags:
            yield ("no", place), "no-counted", f"{item.id} is flagged in: {text}"


def _sample(sample: Sample, score: Score) -> Found:
    report = score(sample.answer)
    said = judged(report)
    if abs(said.level - sample.level) > LEVEL_SLACK:
        message = (
            f"band {said.level:g} ({said.score:g} points) for a sample of level {sample.level:g}"
        )
        yield ("level",), "sample-band", message
    for concept, wanted in sample.concepts.items():
        if said.standing(concept) != wanted:
            message = f"{concept} is {said.standing(concept)}, not {wanted}"
            yield ("concepts", concept), "sample-standing", message
    lacking, extra = set(sample.flags) - said.flags, said.flags - set(sample.flags)
    if lacking or extra:
        yield ("flags",), "sample-flags", _flag_message(sorted(lacking), sorted(extra))


def _flag_message(lacking: Iterable[str], extra: Iterable[str]) -> str:
    parts = [f"{id_} is not flagged" for id_ in lacking]
    return "; ".join([*parts, *(f"{id_} is flagged" for id_ in extra)])


def _said(score: Score, text: str) -> Judged:
    return judged(score(text))
