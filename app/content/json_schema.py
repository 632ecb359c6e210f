"""The models as JSON Schema, so that editors complete and check content as it is written."""

import inspect
import json
from collections.abc import Iterator
from typing import Any

from app.content.base import Authored
from app.content.reference import notes_of
from app.content.schema import all_models

DIALECT = "https://json-schema.org/draft/2020-12/schema"

TEXT = ["string", "number", "boolean"]
"""What an editor may take plain text for: `409` and `false` are text to us, and welcome as such."""


def schema_text(root: type[Authored]) -> str:
    """The schema of a file that holds `root`, as it is kept in a file."""
    return json.dumps(json_schema(root), indent=1, ensure_ascii=False) + "\n"


def json_schema(root: type[Authored]) -> dict[str, Any]:
    """The schema of a file that holds `root`, with what the models' docstrings say of each key."""
    schema = root.model_json_schema(by_alias=True)
    for model in all_models(root):
        own = schema if model is root else schema["$defs"][model.__name__]
        _describe(own, model)
    for part in _parts(schema):
        _as_authors_write(part)
    return {"$schema": DIALECT, **schema}


def _describe(schema: dict[str, Any], model: type[Authored]) -> None:
    told = inspect.getdoc(model) or ""
    schema["description"] = " ".join(told.split("\n\n", maxsplit=1)[0].split())
    notes = notes_of(model)
    for name, field in model.model_fields.items():
        if name in notes:
            schema["properties"][field.alias or name]["description"] = notes[name]


def _parts(schema: object) -> Iterator[dict[str, Any]]:
    """Yield every mapping inside a schema."""
    if isinstance(schema, dict):
        yield schema
        for value in list(schema.values()):
            yield from _parts(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _parts(value)


def _as_authors_write(part: dict[str, Any]) -> None:
    """Loosen one mapping of a schema to what the reader takes, and drop what pydantic adds."""
    if isinstance(part.get("title"), str):
        del part["title"]
    if part.get("type") == "string" and part.get("format") != "date":
        part["type"] = TEXT
