"""Content as it would be: changes laid over the root in memory, checked as if written."""

from pathlib import Path

from app.content.bank import Bank, check_content, load_bank
from app.content.loader import load_sources
from app.content.problems import Problem
from app.content.tree import Candidate, tree_of
from app.workbench.lint import warnings_in

__all__ = ["Candidate", "candidate_bank", "candidate_problems", "candidate_warnings"]


def candidate_problems(root: Path, changes: Candidate) -> list[Problem]:
    """Everything that would be wrong with the whole content, in reading order."""
    return check_content(tree_of(root, changes))


def candidate_bank(root: Path, changes: Candidate) -> Bank:
    """The whole content as it would be.

    Raises:
        ContentError: something would be wrong with it; the error has every problem there is.
    """
    return load_bank(tree_of(root, changes))


def candidate_warnings(root: Path, changes: Candidate) -> list[Problem]:
    """Everything doubtful in content that would have no problems, in reading order."""
    return warnings_in(load_sources(tree_of(root, changes)))
