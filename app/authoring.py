"""What an author can do with content: begin a question, draft a rubric; shared by CLI and site."""

import re
from collections.abc import Mapping
from pathlib import Path

from app.content.base import Authored
from app.content.json_schema import schema_text
from app.content.question import Question
from app.content.rubric import Lexicon, Rubric, ScopedIdea
from app.content.skeleton import question_skeleton, rubric_skeleton
from app.engine.pipeline import Pipeline
from app.workbench.draft import draft
from app.workbench.draft_text import draft_text

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""An id, which is also a file's or folder's name: nothing else may become a path."""

LONGEST_SLUG = 64

SCHEMAS: Mapping[str, type[Authored]] = {
    "questions/schema.json": Question,
    "rubrics/schema.json": Rubric,
    "rubrics/lexicon.schema.json": Lexicon,
}
"""Each JSON Schema with the model it is made from; content files name them for editors."""


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
    for what, name in (("id", id_), ("category", category)):
        if len(name) > LONGEST_SLUG or not SLUG.fullmatch(name):
            raise CannotBeginError(
                f"'{name}' is no {what}: lower-case words joined by hyphens, at most "
                f"{LONGEST_SLUG} characters"
            )
    for folder in ("questions", "rubrics"):
        taken = next((root / folder).glob(f"*/{id_}.yaml"), None)
        if taken is not None:
            raise CannotBeginError(f"{taken.relative_to(root).as_posix()} is there already")
    question = _write_new(
        root / "questions" / category / f"{id_}.yaml", question_skeleton(id_, category)
    )
    rubric = _write_new(root / "rubrics" / category / f"{id_}.yaml", rubric_skeleton(id_))
    write_schemas(root)
    return question, rubric


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
    return draft_text(draft(text, pipeline, phrases), question_id)


def write_schemas(root: Path) -> None:
    """Bring the JSON Schemas below `root` up to date."""
    for name, model in SCHEMAS.items():
        (root / name).write_text(schema_text(model), encoding="utf-8")


def _write_new(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    return path
