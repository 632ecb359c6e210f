"""What the editor is given: both texts of a question, what is wrong with them, how they read."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from markupsafe import Markup

from app.content.question import Question
from app.content.rubric import Lexicon
from app.content.yaml_reader import LARGEST
from app.web.author.heads import WorkPage
from app.web.author.problem_views import PartProblems, ProblemsView
from app.web.author.rubric_views import RubricReading
from app.web.author.text_changes import TextChanges
from app.web.model_answers import ModelAnswer
from app.web.pages import Page

WIDEST = 200
"""Columns up to which an editor grows with its longest line."""


@dataclass(frozen=True)
class CodeBox:
    """One text in the editor.

    Attributes:
        name: of the field.
        file: where the text would be published.
        limit: longest text accepted, in code points: more cannot be 1 MiB.
    """

    name: Literal["question", "rubric"]
    label: str
    file: str
    text: str
    told: PartProblems
    limit: int = LARGEST

    @property
    def rows(self) -> int:
        """How many lines the text has, an empty last one included."""
        return self.text.count("\n") + 1

    @property
    def columns(self) -> int:
        """Room for the longest line, within reason."""
        longest = max(map(len, self.text.split("\n")))
        return max(40, min(longest + 2, WIDEST))

    @property
    def gutter(self) -> tuple[tuple[int, str], ...]:
        """Every line number with its mark: `bad`, `doubt` or nothing."""
        marks = self.told.lines
        return tuple((line, marks.get(line, "")) for line in range(1, self.rows + 1))


@dataclass(frozen=True)
class QuestionReading:
    """A question as learners would see it."""

    question: Question
    prompt: Markup
    model: ModelAnswer


@dataclass(frozen=True)
class Look:
    """What is to be said about texts as they stand.

    Attributes:
        question, rubric, lexicon: in readable form; None while they cannot be read.
    """

    problems: ProblemsView
    question: QuestionReading | None
    rubric: RubricReading | None
    lexicon: Lexicon | None


@dataclass(frozen=True)
class Clash:
    """Another draft that was kept while this one was being written.

    Attributes:
        question, rubric: how that one differs from what stands in the editor.
    """

    author: str
    question: TextChanges
    rubric: TextChanges


@dataclass(frozen=True, kw_only=True)
class LookPage(Page):
    """The regions of an editor that follow what is typed: never a page alone."""

    template: ClassVar[str] = "partials/author/look.html"
    look: Look
    is_lexicon: bool


@dataclass(frozen=True, kw_only=True)
class EditorPage(WorkPage):
    """Both texts, their problems, and what they say.

    Attributes:
        base: which published files the texts began from.
        seen: sum of the draft that the page shows; another draft is not overwritten unasked.
        refused: why the last thing asked for was not done; empty if nothing was refused.
        said: what was done; empty if there is nothing to say.
        clash: None unless another draft was kept meanwhile.
    """

    template: ClassVar[str] = "pages/author/editor.html"
    tab: ClassVar[str] = "write"
    boxes: tuple[CodeBox, ...]
    look: Look
    base: str
    seen: str
    refused: str = ""
    said: str = ""
    clash: Clash | None = None

    @property
    def pause(self) -> int:
        """Milliseconds without a key after which the script looks: a pause for thought.

        A lexicon is looked at with every rubric, which takes seconds.
        """
        return 2_000 if self.head.is_lexicon else 450
