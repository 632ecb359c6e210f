"""Put the editor together: with what is kept, with what is being typed, with what was refused."""

from dataclasses import replace
from hashlib import sha256

from app.authoring.desk import AuthorsDesk
from app.authoring.working import Examined, Texts, WorkingCopy
from app.web.author.editor_pages import (
    Clash,
    CodeBox,
    EditorPage,
    Look,
    LookPage,
    QuestionReading,
)
from app.web.author.heads import head_of
from app.web.author.problem_views import problems_view
from app.web.author.rubric_views import rubric_reading
from app.web.author.text_changes import text_changes
from app.web.markdown import to_html
from app.web.model_answers import model_answer_of


def editor_page(desk: AuthorsDesk, copy: WorkingCopy, said: str = "") -> EditorPage:
    """The editor with a working copy in it."""
    examined = desk.examine(copy)
    head = head_of(copy)
    return EditorPage(
        title=f"Write: {head.title}",
        head=head,
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
