"""What an author can do with content: begin, draft, bring into form; shared by CLI and site."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from app.content.base import Authored
from app.content.canonical_form import canonical_form
from app.content.files import replace_file
from app.content.json_schema import schema_text
from app.content.loader import LEXICON
from app.content.problems import ContentError, Problem
from app.content.question import Question
from app.content.rubric import Lexicon, Rubric, ScopedIdea
from app.content.skeleton import (
    LEXICON_SCHEMA_LINE,
    SCHEMA_LINE,
    question_skeleton,
    rubric_skeleton,
)
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


def formatted(root: Path, file: str) -> tuple[bytes, bytes]:
    """What a content file holds, and the same in canonical form.

    Args:
        file: path relative to `root`, with `/`.

    Raises:
        ContentError: it is no YAML that could be content.
        OSError: it cannot be read.
    """
    data = (root / file).read_bytes()
    schema = LEXICON_SCHEMA_LINE if file == LEXICON else SCHEMA_LINE
    form, problems = canonical_form(data, file, schema)
    if form is None:
        raise ContentError(problems)
    return data, form.encode()


def format_files(
    root: Path, files: Iterable[str], *, write: bool
) -> tuple[list[str], list[Problem]]:
    """Bring content files into canonical form.

    Args:
        write: else it is only told which files are in another form.

    Returns:
        The files that change, and what keeps others from being read; those are left as they are.

    Raises:
        OSError: a file cannot be read or written.
    """
    changed: list[str] = []
    problems: list[Problem] = []
    for file in files:
        try:
            data, form = formatted(root, file)
        except ContentError as error:
            problems += error.problems
            continue
        if data != form:
            changed.append(file)
            if write:
                replace_file(root / file, form)
    return changed, problems


def content_files(root: Path, question: str | None = None) -> list[str]:
    """The content files below `root`, or those of one question; relative, with `/`."""
    name = question or "*"
    found = [
        path for kind in ("questions", "rubrics") for path in root.glob(f"{kind}/*/{name}.yaml")
    ]
    lexicon = [root / LEXICON] if question is None and (root / LEXICON).exists() else []
    return sorted(path.relative_to(root).as_posix() for path in (*found, *lexicon))


def write_schemas(root: Path) -> None:
    """Bring the JSON Schemas below `root` up to date."""
    for name, model in SCHEMAS.items():
        (root / name).write_text(schema_text(model), encoding="utf-8")


def _write_new(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    return path
