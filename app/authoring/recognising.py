"""An uploaded YAML file to the place in a root that it is for: what it holds says so."""

from collections.abc import Mapping
from pathlib import Path

from app.authoring.placing import category_in, disk_bytes
from app.authoring.unpacking import Unpacked, shown
from app.authoring.working import is_slug
from app.content.positions import Document
from app.content.problems import Problem
from app.content.rubric import Lexicon
from app.content.tree import LEXICON
from app.content.yaml_reader import read_yaml


def recognise(root: Path, uploads: Mapping[str, bytes], into: Unpacked) -> None:
    """Put YAML files where they belong.

    A rubric lies in the category of its question, which is in the same upload or on disk.
    """
    documents: list[Document] = []
    for name, data in uploads.items():
        document, problems = read_yaml(data, shown(name))
        into.problems += problems
        if document is not None:
            documents.append(document)
    categories = {
        _text(document, "id"): _text(document, "category")
        for document in documents
        if _kind(document) == "question"
    }
    by_name = {shown(name): (name, data) for name, data in uploads.items()}
    for document in documents:
        place = _place(root, document, categories)
        if isinstance(place, Problem):
            into.problems.append(place)
        else:
            into.add(place, *by_name[document.file])


def _place(root: Path, document: Document, categories: Mapping[str, str]) -> str | Problem:
    kind = _kind(document)
    if kind == "lexicon":
        return LEXICON
    if kind == "question":
        id_, category = _text(document, "id"), _text(document, "category")
        for key, name in (("id", id_), ("category", category)):
            if not is_slug(name):
                message = f"{key} is needed here, in lower-case words joined by hyphens"
                return document.problem((key,), "wrong-form", message)
        return f"questions/{category}/{id_}.yaml"
    if kind == "rubric":
        return _rubric_place(root, document, categories)
    message = "it has neither id and category, nor question, nor ideas or slots alone"
    return document.problem((), "upload-kind", message)


def _rubric_place(root: Path, document: Document, categories: Mapping[str, str]) -> str | Problem:
    id_ = _text(document, "question")
    if not is_slug(id_):
        message = "the id of its question is needed here"
        return document.problem(("question",), "wrong-form", message)
    category = categories.get(id_) or category_in(disk_bytes(root, id_))
    if not is_slug(category):
        message = f"there is no question '{id_}', neither here nor in the upload"
        return document.problem(("question",), "unknown-question", message)
    return f"rubrics/{category}/{id_}.yaml"


def _kind(document: Document) -> str:
    value = document.value
    keys = set(value) if isinstance(value, dict) else set()
    if "question" in keys:
        return "rubric"
    if "id" in keys or "category" in keys:
        return "question"
    return "lexicon" if keys and keys <= set(Lexicon.model_fields) else ""


def _text(document: Document, key: str) -> str:
    value = document.value.get(key) if isinstance(document.value, dict) else None
    return value if isinstance(value, str) else ""
