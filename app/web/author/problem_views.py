"""Problems and warnings as the author's pages show them: apart, by file, each with its line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from app.authoring.working import Examined
from app.content.problems import Problem

Part = Literal["question", "rubric", "other"]
"""Which of the two texts of an editor a problem is about; `other` is neither."""

MOST_SHOWN = 100
"""Problems listed for one file; a file with more has a cause to be mended first."""


@dataclass(frozen=True, slots=True)
class ProblemView:
    """One problem beside its line.

    Attributes:
        anchor: id of the line in the editor; empty where the line is on no page.
        doubt: it is a warning.
    """

    problem: Problem
    part: Part
    anchor: str
    doubt: bool


@dataclass(frozen=True, slots=True)
class PartProblems:
    """What is to be said about one text.

    Attributes:
        more: problems beyond those listed.
    """

    problems: tuple[ProblemView, ...]
    warnings: tuple[ProblemView, ...]
    more: int

    @property
    def lines(self) -> dict[int, str]:
        """The lines that something is said about: `bad` for a problem, else `doubt`."""
        doubtful = {view.problem.line: "doubt" for view in self.warnings}
        return doubtful | {view.problem.line: "bad" for view in self.problems}


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """Everything to be said about a working copy.

    Attributes:
        other: about files that are not in the editor, as the place of a file.
    """

    question: PartProblems
    rubric: PartProblems
    other: tuple[ProblemView, ...]
    problems: int
    warnings: int


def problems_view(examined: Examined, more: Iterable[Problem] = ()) -> ProblemsView:
    """Sort what was found by the text it is about.

    Args:
        more: problems found otherwise, by scoring for instance.
    """
    problems = sorted({*examined.problems, *more})

    def views(found: Iterable[Problem], *, doubt: bool) -> list[ProblemView]:
        return [_view(each, examined, doubt=doubt) for each in found]

    bad, doubtful = views(problems, doubt=False), views(examined.warnings, doubt=True)
    return ProblemsView(
        question=_part("question", bad, doubtful),
        rubric=_part("rubric", bad, doubtful),
        other=tuple(view for view in (*bad, *doubtful) if view.part == "other"),
        problems=len(bad),
        warnings=len(doubtful),
    )


def _view(problem: Problem, examined: Examined, *, doubt: bool) -> ProblemView:
    part: Part = "other"
    if problem.file == examined.question_file and problem.file:
        part = "question"
    elif problem.file == examined.rubric_file:
        part = "rubric"
    anchor = f"{part}-{problem.line}" if part != "other" else ""
    return ProblemView(problem, part, anchor, doubt)


def _part(part: Part, bad: Sequence[ProblemView], doubtful: Sequence[ProblemView]) -> PartProblems:
    problems = [view for view in bad if view.part == part]
    warnings = [view for view in doubtful if view.part == part]
    return PartProblems(
        problems=tuple(problems[:MOST_SHOWN]),
        warnings=tuple(warnings[:MOST_SHOWN]),
        more=max(0, len(problems) - MOST_SHOWN) + max(0, len(warnings) - MOST_SHOWN),
    )
