"""The editor: both texts of a question, what is wrong with them, and what they say so far."""

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import ClassVar, Literal

from markupsafe import Markup

from app.authoring.desk import AuthorsDesk
from app.authoring.working import Examined, Texts, WorkingCopy
from app.content.question import Question
from app.content.rubric import Lexicon
from app.content.yaml_reader import LARGEST
from app.web.author.heads import WorkPage, head_of
from app.web.author.problem_views import PartProblems, ProblemsView, problems_view
from app.web.author.rubric_views import RubricReading, rubric_reading
from app.web.author.text_changes import TextChanges, text_changes
from app.web.markdown import to_html
from app.web.model_answers import ModelAnswer, model_answer_of
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


def editor_page(desk: AuthorsDesk, copy: WorkingCopy, said: str = "") -> EditorPage:
    """The editor with a working copy in it."""
    examined = desk.examine(copy)
    return EditorPage(
        title=f"Write: {head_of(copy, _title(examined)).title}",
        head=head_of(copy, _title(examined)),
        boxes=_boxes(copy, copy.texts, examined),
        look=look_of(examined),
        base=copy.base,
        seen=seen_of(copy),
        said=said,
    )


def typed_page(
    desk: AuthorsDesk, copy: WorkingCopy, typed: Texts, *, base: str, seen: str, refused: str = ""
) -> EditorPage:
    """The editor with texts that are not kept: being checked, or refused."""
    shown = replace(copy, texts=typed)
    return replace(editor_page(desk, shown), base=base, seen=seen, refused=refused)


def clash_page(
    desk: AuthorsDesk, held: WorkingCopy, typed: Texts, base: str, author: str
) -> EditorPage:
    """The editor with texts that were not kept because another draft was.

    Args:
        author: the name of whoever kept it.
    """
    clash = Clash(
        author=author,
        question=text_changes(typed.question, held.texts.question),
        rubric=text_changes(typed.rubric, held.texts.rubric),
    )
    page = typed_page(desk, held, typed, base=base, seen=seen_of(held))
    return replace(page, clash=clash)


def look_page(desk: AuthorsDesk, copy: WorkingCopy, typed: Texts) -> LookPage:
    """What is to be said about texts that are being typed."""
    look = look_of(desk.examine(copy, typed))
    return LookPage(title="Problems", look=look, is_lexicon=copy.is_lexicon)


def look_of(examined: Examined) -> Look:
    """What is to be said about texts, in readable form."""
    question = examined.question
    return Look(
        problems=problems_view(examined),
        question=QuestionReading(
            question, to_html(question.prompt), model_answer_of(question, None)
        )
        if question
        else None,
        rubric=rubric_reading(examined.rubric) if examined.rubric else None,
        lexicon=examined.lexicon,
    )


def seen_of(copy: WorkingCopy) -> str:
    """A sum of the draft that is kept; empty while there is none."""
    if not copy.is_draft:
        return ""
    texts = copy.texts
    return sha256(
        f"{len(texts.question)}\n{texts.question}{texts.rubric}".encode("utf-8", "surrogatepass")
    ).hexdigest()


def texts_from(question: str, rubric: str) -> Texts:
    """What a browser sent, with line feeds only."""
    return Texts(_lines(question), _lines(rubric))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _title(examined: Examined) -> str:
    return examined.question.title if examined.question else ""


def _boxes(copy: WorkingCopy, texts: Texts, examined: Examined) -> tuple[CodeBox, ...]:
    told = problems_view(examined)
    label = "Lexicon" if copy.is_lexicon else "Rubric"
    rubric = CodeBox("rubric", label, examined.rubric_file, texts.rubric, told.rubric)
    if copy.is_lexicon:
        return (rubric,)
    question = CodeBox(
        "question", "Question", examined.question_file, texts.question, told.question
    )
    return (question, rubric)
