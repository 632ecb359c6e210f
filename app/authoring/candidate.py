"""Content as it would be: changes laid over the root in memory, checked as if written."""

from pathlib import Path

from app.content.bank import Bank, bank_of
from app.content.check import source_problems
from app.content.loader import Sources, load_sources
from app.content.problems import ContentError, Problem
from app.content.tree import LEXICON, Candidate, tree_of
from app.workbench.costs import cost_problems, rubric_cost_problems
from app.workbench.lint import warnings_in

__all__ = ["Candidate", "candidate_bank", "candidate_problems", "candidate_warnings"]


def candidate_problems(root: Path, changes: Candidate) -> list[Problem]:
    """Everything that would be wrong with the whole content, in reading order."""
    return _problems(load_sources(tree_of(root, changes)), changes)


def candidate_bank(root: Path, changes: Candidate) -> Bank:
    """The whole content as it would be.

    Raises:
        ContentError: something would be wrong with it; the error has every problem there is.
    """
    sources = load_sources(tree_of(root, changes))
    if problems := _problems(sources, changes):
        raise ContentError(tuple(problems))
    return bank_of(sources)


def _problems(sources: Sources, changes: Candidate) -> list[Problem]:
    return source_problems(sources) or _cost_problems(sources, changes)


def _cost_problems(sources: Sources, changes: Candidate) -> list[Problem]:
    """Weigh what is new; a changed lexicon changes every rubric."""
    if LEXICON in changes:
        return cost_problems(sources)
    lexicon = sources.lexicon.model
    new = (rubric for rubric in sources.rubrics if rubric.file in changes)
    return sorted(each for rubric in new for each in rubric_cost_problems(rubric, lexicon))


def candidate_warnings(root: Path, changes: Candidate) -> list[Problem]:
    """Everything doubtful in content that would have no problems, in reading order."""
    return warnings_in(load_sources(tree_of(root, changes)))
