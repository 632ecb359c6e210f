"""What an author says is right, where an answer says what is wrong."""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from itertools import dropwhile

from app.engine.compiled import CompiledRubric
from app.engine.findings import gather
from app.engine.improving.choices import options_in
from app.engine.improving.sentences import LEANING
from app.engine.improving.trials import FlagKey
from app.engine.improving.wordings import Wording, wordings_for
from app.engine.pipeline import Pipeline
from app.engine.reader import read
from app.engine.report import Standing

_LONGEST = 60
"""Words: a correction that is longer buries the learner's own text."""


@lru_cache(maxsize=512)  # a dozen misconceptions and checks a rubric
def rights_for(rubric: CompiledRubric, flag: FlagKey, nlp: Pipeline) -> tuple[Wording, ...]:
    """Return what may be put in the place of a wrong claim, the best first.

    First the author's correction, if it explains the concept that the claim spoils, then that
    concept's own explanation.
    """
    kind, name = flag
    concept, texts = _sources(rubric, kind, name)
    found = [_tried(text, concept, rubric, nlp) for text in texts]
    own = wordings_for(rubric, concept, nlp) if concept else ()
    every = [each for each in found if each is not None]
    every += [each for each in own if each.opens and not each.is_note]
    return tuple(sorted(every, key=lambda each: each.standing != "explained"))


def preparations(rubric: CompiledRubric, nlp: Pipeline) -> Iterator[Callable[[], object]]:
    """Yield what reads a rubric's sentences once, so that improving an answer need not."""
    for concept in rubric.concepts:
        yield partial(wordings_for, rubric, concept.id, nlp)
    for misconception in rubric.misconceptions:
        yield partial(rights_for, rubric, ("misconception", misconception.source.id), nlp)


def spoiled_by(rubric: CompiledRubric, flag: FlagKey) -> str | None:
    """Return the concept that a wrong claim contradicts, if any."""
    return _sources(rubric, *flag)[0]


def _sources(rubric: CompiledRubric, kind: str, name: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the concept that a flag concerns, and the author's corrections, longest first."""
    if kind == "contradiction":
        known = any(each.id == name for each in rubric.concepts)
        return (name if known else None), ()
    if kind == "check":
        check = next(each for each in rubric.checks if each.id == name)
        return next(iter(check.spoils), None), ()
    source = next(each.source for each in rubric.misconceptions if each.source.id == name)
    return next(iter(source.spoils), source.corrects), _standing(source.right)


def _standing(text: str) -> tuple[str, ...]:
    """Return a correction without the sentences that only answer the claim ("It assumes that").

    The claim will be gone. The whole of it comes first, then shorter beginnings.
    """
    sentences = " ".join(text.split()).replace(". ", ".\n").split("\n")
    kept = list(dropwhile(lambda each: each.split()[0].lower().rstrip(",") in LEANING, sentences))
    joined = [" ".join(kept[:count]) for count in range(len(kept), 0, -1)]
    return tuple(each for each in joined if len(each.split()) <= _LONGEST)


def _tried(text: str, concept: str | None, rubric: CompiledRubric, nlp: Pipeline) -> Wording | None:
    """Return a correction with what it earns alone; None if it would be flagged itself."""
    findings = gather(read(text, nlp), rubric, nlp)
    if any(flag.points < 0 or flag.kind == "contradiction" for flag in findings.flags):
        return None
    verdicts = {each.concept.id: each for each in findings.verdicts}
    standing: Standing = verdicts[concept].standing if concept else "missing"
    return Wording(
        text=text,
        standing=standing,
        met=verdicts[concept].met if concept else frozenset(),
        values=findings.values,
        options=options_in(text, rubric, nlp),
        opens=True,
        is_model=True,
        is_alternative=False,
        is_note=False,
    )
