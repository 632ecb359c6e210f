"""What publishing drafts would write, drawn up and checked; nothing is written yet."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from app.authoring.affected import affected_questions
from app.authoring.candidate import candidate_bank
from app.authoring.formatting import in_form
from app.authoring.placing import changes_of, place_of, taken_problems
from app.authoring.working import WorkingCopy
from app.content.bank import Bank
from app.content.problems import ContentError, Problem
from app.content.tree import LEXICON_ID, Candidate, tree_of
from app.engine.pipeline import Pipeline
from app.engine.scorer import Scorer
from app.evaluation.deep_check import question_problems


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written.

    Attributes:
        copies: the drafts, by the id they will be published under.
        changes: files in canonical form.
    """

    copies: Mapping[str, WorkingCopy]
    changes: Candidate


def draw_up(root: Path, copies: Sequence[WorkingCopy], pipeline: Callable[[], Pipeline]) -> Plan:
    """Check drafts against all other content, try them on their own texts, lay them out.

    Raises:
        ContentError: with everything there is to mend.
    """
    changes: dict[str, bytes | None] = {}
    problems: list[Problem] = []
    for copy in copies:
        own = changes_of(root, copy.id, copy.category, copy.texts)
        problems += taken_problems(root, copy.id, own)
        problems += _clashes(changes, own)
        changes |= {file: data for file, data in own.items() if data or not changes.get(file)}
    if problems:
        raise ContentError(tuple(sorted(problems)))
    bank = candidate_bank(root, changes)
    called = {_called(copy): copy for copy in copies}
    if problems := _tried(root, bank, changes, called, pipeline):
        raise ContentError(tuple(sorted(problems)))
    formed = {file: data if data is None else in_form(data, file) for file, data in changes.items()}
    return Plan(called, formed)


def _called(copy: WorkingCopy) -> str:
    there = place_of(copy.id, copy.category, copy.texts)
    return PurePosixPath(there.question or there.rubric).stem


def _clashes(changes: Candidate, own: Candidate) -> Iterator[Problem]:
    """Yield a problem for each file that two drafts would write."""
    for file, data in own.items():
        if data is not None and changes.get(file) is not None:
            message = f"another draft would be published as {file} too"
            yield Problem(file, 1, 1, "duplicate-id", message)


def _tried(
    root: Path,
    bank: Bank,
    changes: Candidate,
    called: Mapping[str, WorkingCopy],
    pipeline: Callable[[], Pipeline],
) -> list[Problem]:
    """Score the own texts of every rubric that the changes concern."""
    concerned = set(called) - {LEXICON_ID}
    if LEXICON_ID in called:
        concerned |= affected_questions(root, bank)
    scorer = Scorer(bank, pipeline())
    tree = tree_of(root, changes)
    return [
        each
        for id_ in sorted(concerned & set(bank.rubrics))
        for each in question_problems(bank, id_, tree, scorer)
    ]
