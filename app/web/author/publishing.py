"""Publish: what would change for learners, what keeps it from being published, what was done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import ClassVar

from app.authoring.working import Examined, WorkingCopy
from app.content.problems import Problem
from app.content.tree import LEXICON, LEXICON_ID
from app.web.author.heads import WorkPage, address_of, head_of
from app.web.author.problem_views import ProblemsView, problems_view
from app.web.author.text_changes import TextChanges, text_changes
from app.web.pages import Page


@dataclass(frozen=True, kw_only=True)
class ChangesPage(WorkPage):
    """What publishing a draft would change, and the button that does it.

    Attributes:
        question, rubric: from what is published to the draft.
        published: what is published, whole, to be read where it changed since the draft began.
        disk_base: sum of what is published.
        problems: what is to be mended first.
    """

    template: ClassVar[str] = "pages/author/changes.html"
    tab: ClassVar[str] = "changes"
    question: TextChanges
    rubric: TextChanges
    published: tuple[tuple[str, str], ...]
    disk_base: str
    problems: ProblemsView


@dataclass(frozen=True)
class PlacedProblem:
    """A problem with the address of its line in an editor; empty where no editor shows it."""

    problem: Problem
    address: str


@dataclass(frozen=True, kw_only=True)
class NotPublishedPage(Page):
    """Everything that keeps drafts from being published; nothing was written.

    Attributes:
        behind: drafts whose published files have changed since they began.
    """

    template: ClassVar[str] = "pages/author/not_published.html"
    problems: tuple[PlacedProblem, ...] = ()
    behind: tuple[ChangesPage, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PublishedPage(Page):
    """What was published, with a way to each as learners see it.

    Attributes:
        questions: id and title of each; the lexicon is not among them.
    """

    template: ClassVar[str] = "pages/author/published.html"
    questions: tuple[tuple[str, str], ...]
    lexicon: bool


def changes_page(copy: WorkingCopy, examined: Examined) -> ChangesPage:
    """From what is published to the draft."""
    head = head_of(copy)
    held = (("Question", copy.published.question), ("Rubric", copy.published.rubric))
    return ChangesPage(
        title=f"Changes: {head.title}",
        head=head,
        question=text_changes(copy.published.question, copy.texts.question),
        rubric=text_changes(copy.published.rubric, copy.texts.rubric),
        published=tuple((name, text) for name, text in held if text) if copy.behind else (),
        disk_base=copy.disk_base,
        problems=problems_view(examined),
    )


def not_published(
    problems: Iterable[Problem] = (), behind: Sequence[ChangesPage] = ()
) -> NotPublishedPage:
    """Why nothing was published."""
    return NotPublishedPage(
        title="Not published",
        problems=tuple(PlacedProblem(each, place_of(each)) for each in problems),
        behind=tuple(behind),
    )


def place_of(problem: Problem) -> str:
    """The address of a problem's line in the editor of its question."""
    path = PurePosixPath(problem.file)
    if problem.file == LEXICON:
        return f"{address_of(LEXICON_ID)}#rubric-{problem.line}"
    part = {"questions": "question", "rubrics": "rubric"}.get(path.parts[0] if path.parts else "")
    if part is None or len(path.parts) != 3:
        return ""
    return f"{address_of(path.stem)}#{part}-{problem.line}"
