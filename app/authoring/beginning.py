"""A question begun: skeletons to fill in, a rubric guessed from a model answer."""

from pathlib import Path

from app.authoring.formatting import write_schemas
from app.authoring.working import LONGEST_SLUG, is_slug
from app.content.rubric import Lexicon, ScopedIdea
from app.content.skeleton import question_skeleton, rubric_skeleton
from app.content.tree import KINDS, LEXICON, LEXICON_ID
from app.engine.pipeline import Pipeline
from app.workbench.draft import draft
from app.workbench.draft_text import draft_text


class CannotBeginError(ValueError):
    """A question cannot be begun; the message says why, and nothing was written."""


def begin_question(root: Path, id_: str, category: str) -> tuple[Path, Path]:
    """Write the skeletons of a question and its rubric, and the schemas that they name.

    Returns:
        The two files.

    Raises:
        CannotBeginError: an id is not one, or a file of that name is there already.
        OSError: the folder cannot be written to.
    """
    must_be_free(root, id_, category)
    question = _write_new(
        root / "questions" / category / f"{id_}.yaml", question_skeleton(id_, category)
    )
    rubric = _write_new(root / "rubrics" / category / f"{id_}.yaml", rubric_skeleton(id_))
    write_schemas(root)
    return question, rubric


def must_be_free(root: Path, id_: str, category: str) -> None:
    """Tell whether a question of this id can be begun in this category.

    Raises:
        CannotBeginError: an id is not one, or a file of that name is there already.
    """
    for what, name in (("id", id_), ("category", category)):
        if not is_slug(name):
            raise CannotBeginError(
                f"'{name}' is no {what}: lower-case words joined by hyphens, at most "
                f"{LONGEST_SLUG} characters"
            )
    if id_ == LEXICON_ID:
        raise CannotBeginError(f"'{id_}' stands for {LEXICON}: a question needs another id")
    for kind in KINDS:
        taken = next((root / kind).glob(f"*/{id_}.yaml"), None)
        if taken is not None:
            raise CannotBeginError(f"{taken.relative_to(root).as_posix()} is there already")


def draft_rubric(question_id: str, text: str, lexicon: Lexicon, pipeline: Pipeline) -> str:
    """Guess a rubric from a model answer: the text of a file, clearly marked as a draft.

    Deterministic and local. What only an author knows is left empty, so `whyboard check` refuses
    the draft until it is filled in.

    Raises:
        TooLong: the text has more than 20,000 code points.
    """
    phrases = {
        name: idea.words if isinstance(idea, ScopedIdea) else idea
        for name, idea in lexicon.ideas.items()
    }
    with pipeline.lock:
        return draft_text(draft(text, pipeline, phrases), question_id)


def _write_new(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    return path
