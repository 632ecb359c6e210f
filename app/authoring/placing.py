"""Where the files of a question are and would be: its id and category say so."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.authoring.working import Texts, is_slug
from app.content.problems import Problem
from app.content.tree import KINDS, LEXICON, LEXICON_ID, Candidate
from app.content.yaml_reader import read_yaml


@dataclass(frozen=True, slots=True)
class Place:
    """The paths of a question's two files, relative to the root; of the lexicon, the second."""

    question: str
    rubric: str


def question_place(id_: str, category: str) -> Place:
    """Where the files of a question belong.

    Raises:
        ValueError: the id or category is none, so it must not become a path.
    """
    if not is_slug(id_) or not is_slug(category):
        raise ValueError(f"{id_!r} in {category!r} is no place for a question")
    return Place(f"questions/{category}/{id_}.yaml", f"rubrics/{category}/{id_}.yaml")


def disk_files(root: Path, id_: str) -> dict[str, Path]:
    """The files that a question has on disk, by kind: `questions` and `rubrics`."""
    if id_ == LEXICON_ID:
        return {"rubrics": root / LEXICON} if (root / LEXICON).is_file() else {}
    if not is_slug(id_):
        return {}
    found = {kind: sorted((root / kind).glob(f"*/{id_}.yaml"))[:1] for kind in KINDS}
    return {kind: paths[0] for kind, paths in found.items() if paths}


def disk_bytes(root: Path, id_: str) -> dict[str, bytes]:
    """What a question's files on disk hold, by path relative to the root."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in disk_files(root, id_).values()
    }


def texts_of(files: Mapping[str, bytes]) -> Texts:
    """A question's files as text; what is not UTF-8 becomes U+FFFD, which a check refuses."""
    texts = {file.partition("/")[0]: _text(data) for file, data in files.items()}
    return Texts(texts.get("questions", ""), texts.get("rubrics", ""))


def category_in(files: Mapping[str, bytes]) -> str:
    """The folder in which a question's files lie; "" where there are none."""
    return next((file.split("/")[1] for file in sorted(files) if file != LEXICON), "")


def base_of(files: Mapping[str, bytes]) -> str:
    """A short sum of a question's files on disk and where they lie; equal only if they are."""
    total = hashlib.sha256()
    for file, data in sorted(files.items()):
        total.update(f"{file}\n{len(data)}\n".encode() + data)
    return total.hexdigest()


def place_of(id_: str, category: str, texts: Texts) -> Place:
    """Where texts would be published: by the id and category in them, else by those given."""
    if id_ == LEXICON_ID:
        return Place("", LEXICON)
    own_id, own_category = field_in(texts.question, "id"), field_in(texts.question, "category")
    return question_place(
        own_id if is_slug(own_id) else id_, own_category if is_slug(own_category) else category
    )


def changes_of(root: Path, id_: str, category: str, texts: Texts) -> dict[str, bytes | None]:
    """What publishing texts would change on disk: files written, and those they leave behind."""
    there = place_of(id_, category, texts)
    changes: dict[str, bytes | None] = dict.fromkeys(disk_bytes(root, id_))
    for file, text in ((there.question, texts.question), (there.rubric, texts.rubric)):
        if file and text.strip():
            changes[file] = text.encode("utf-8", "surrogatepass")
    return changes


def taken_problems(root: Path, id_: str, changes: Candidate) -> list[Problem]:
    """Files that would be written although another question on disk has their id."""
    found: list[Problem] = []
    own = {path.name for path in disk_files(root, id_).values()}
    for file, data in changes.items():
        kind, name = file.partition("/")[0], file.rpartition("/")[2]
        if data is None or file == LEXICON or name in own:
            continue
        for path in sorted((root / kind).glob(f"*/{name}")):
            message = f"'{path.stem}' is in {path.relative_to(root).as_posix()} already"
            found.append(_blamed(file, data, message))
    return found


def _blamed(file: str, data: bytes, message: str) -> Problem:
    document, _ = read_yaml(data, file)
    key = "id" if file.startswith("questions/") else "question"
    if document is None:
        return Problem(file, 1, 1, "duplicate-id", message)
    return document.problem((key,), "duplicate-id", message)


def field_in(text: str, key: str) -> str:
    """What a file says under a key at its top; "" if it cannot be read or says nothing there."""
    value = _value(text).get(key)
    return value if isinstance(value, str) else ""


def _value(text: str) -> Mapping[str, object]:
    document, _ = read_yaml(text.encode("utf-8", "surrogatepass"), "")
    return document.value if document and isinstance(document.value, dict) else {}


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
