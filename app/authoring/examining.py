"""Look at texts in the works: what is wrong, what is doubtful, and what they hold so far.

Why not the whole content each time: two thousand questions take seconds to check, and what is wrong
with one question lies in its own two files, the lexicon, and the ids that others have taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from app.authoring.placing import changes_of, place_of, taken_problems
from app.authoring.working import Examined, Texts, UnknownContent
from app.content.bank import Bank, bank_of
from app.content.base import Authored
from app.content.check import source_problems
from app.content.loader import Loaded, Sources, load_sources
from app.content.problems import ContentError, Problem
from app.content.tree import LEXICON, LEXICON_ID, Folder, Held, tree_of
from app.workbench.costs import rubric_cost_problems
from app.workbench.lint import lexicon_warnings, rubric_warnings

A = TypeVar("A", bound=Authored)

_KEPT = 32
"""Examinations remembered: the list of questions asks for each draft's again and again."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """Texts read, with everything that is wrong with them."""

    sources: Sources
    problems: tuple[Problem, ...]


def examine(root: Path, id_: str, category: str, texts: Texts) -> Examined:
    """Everything to be said about texts in the works."""
    seen = _look(root, id_, category, texts)
    there = place_of(id_, category, texts)
    return Examined(
        problems=seen.problems,
        warnings=() if seen.problems else _warnings(id_, seen.sources),
        question=_model(seen.sources.questions, there.question),
        rubric=_model(seen.sources.rubrics, there.rubric),
        lexicon=_model([seen.sources.lexicon], there.rubric),
        question_file=there.question,
        rubric_file=there.rubric,
    )


def problem_count(root: Path, id_: str, category: str, texts: Texts) -> int:
    """How many problems texts have."""
    return len(_look(root, id_, category, texts).problems)


def small_bank(root: Path, id_: str, category: str, texts: Texts) -> Bank:
    """A bank of this one question, for trying it.

    Raises:
        ContentError: the texts have problems.
        UnknownContent: this is the lexicon and no question.
    """
    if id_ == LEXICON_ID:
        raise UnknownContent(id_)
    seen = _look(root, id_, category, texts)
    if seen.problems:
        raise ContentError(seen.problems)
    return bank_of(seen.sources)


def _look(root: Path, id_: str, category: str, texts: Texts) -> _Seen:
    changes = changes_of(root, id_, category, texts)
    if id_ == LEXICON_ID:  # whatever rubric uses it may break
        # What every rubric costs with it is asked when it is published: that takes ten seconds.
        sources = load_sources(tree_of(root, changes))
        return _Seen(sources, tuple(source_problems(sources)))
    held = {file: data for file, data in changes.items() if data is not None}
    taken = tuple(taken_problems(root, id_, changes))
    return _look_at(tuple(held.items()), taken, _lexicon(root))


@lru_cache(maxsize=_KEPT)
def _look_at(
    held: tuple[tuple[str, bytes], ...], taken: tuple[Problem, ...], lexicon: bytes
) -> _Seen:
    files = dict(held)
    sources = load_sources(Held({LEXICON: lexicon, **files} if lexicon else files))
    own = [each for each in source_problems(sources) if each.file in {*files, "questions"}]
    for rubric in () if own else sources.rubrics:
        own += rubric_cost_problems(rubric, sources.lexicon.model)
    return _Seen(sources, tuple(sorted({*own, *taken})))


def _lexicon(root: Path) -> bytes:
    try:
        return Folder(root).read(LEXICON)
    except FileNotFoundError:
        return b""


def _warnings(id_: str, sources: Sources) -> tuple[Problem, ...]:
    if id_ == LEXICON_ID:
        return tuple(sorted(set(lexicon_warnings(sources.lexicon))))
    lexicon = sources.lexicon.model
    found = (each for rubric in sources.rubrics for each in rubric_warnings(rubric, lexicon))
    return tuple(sorted(set(found)))


def _model(loaded: Sequence[Loaded[A]], file: str) -> A | None:
    return next((each.model for each in loaded if each.file == file), None)
