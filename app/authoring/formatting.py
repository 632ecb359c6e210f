"""Content files brought into canonical form, and the JSON Schemas beside them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from app.content.base import Authored
from app.content.canonical_form import canonical_form
from app.content.files import replace_file
from app.content.json_schema import schema_text
from app.content.problems import ContentError, Problem
from app.content.question import Question
from app.content.rubric import Lexicon, Rubric
from app.content.skeleton import LEXICON_SCHEMA_LINE, SCHEMA_LINE
from app.content.tree import LEXICON

SCHEMAS: Mapping[str, type[Authored]] = {
    "questions/schema.json": Question,
    "rubrics/schema.json": Rubric,
    "rubrics/lexicon.schema.json": Lexicon,
}
"""Each JSON Schema with the model it is made from; content files name them for editors."""


def formatted(root: Path, file: str) -> tuple[bytes, bytes]:
    """What a content file holds, and the same in canonical form.

    Args:
        file: path relative to `root`, with `/`.

    Raises:
        ContentError: it is no YAML that could be content.
        OSError: it cannot be read.
    """
    data = (root / file).read_bytes()
    return data, in_form(data, file)


def in_form(data: bytes, file: str) -> bytes:
    """A content file's bytes in canonical form.

    Raises:
        ContentError: it is no YAML that could be content.
    """
    schema = LEXICON_SCHEMA_LINE if file == LEXICON else SCHEMA_LINE
    form, problems = canonical_form(data, file, schema)
    if form is None:
        raise ContentError(problems)
    return form.encode()


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
