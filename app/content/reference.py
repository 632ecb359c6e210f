"""The models in an author's words: tables of every key, and of every code of `whyboard check`."""

import inspect
import re
import types
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import annotated_types
from pydantic.fields import FieldInfo

from app.content.base import Authored, Expression, Line, Slug, Text, Weight, Wording
from app.content.schema import all_models, fields_by_key

_NAMED: tuple[tuple[object, str], ...] = (
    (Slug, "id"),
    (Text, "text"),
    (Line, "line"),
    (Wording, "wording"),
    (Expression, "expression"),
    (Weight, "1, 2 or 3"),
    (str, "text"),
    (int, "whole number"),
    (float, "number"),
    (bool, "`true` or `false`"),
    (date, "date"),
)
"""What authors call the types that fields share."""


def _longest(kind: Any) -> str:
    (constraints,) = get_args(kind)[1:]
    return f"{constraints.max_length:,} characters"


KINDS = f"""\
An *id* is lower-case words joined by hyphens, at most {_longest(Slug)}. A *line* has at most
{_longest(Line)}; a *text* at most {_longest(Text)}, and where it is shown it may be Markdown. A
*wording* is a plain sentence of at most {_longest(Wording)}, an *expression* has at most
{_longest(Expression)}; docs/rubric-language.md says how both are written."""


def keys_page(root: type[Authored]) -> str:
    """Tables of every key of a file that holds `root`, the outermost first."""
    return "\n\n".join([KINDS, *(_model_table(model) for model in all_models(root))])


def codes_table(codes: Mapping[str, str]) -> str:
    """A table of codes with one line about each, in the order given."""
    return _table("code", "means", ((f"`{code}`", meaning) for code, meaning in codes.items()))


def _table(left: str, right: str, rows: Iterator[tuple[str, str]]) -> str:
    lines = [f"| {left} | {right} |", "|---|---|"]
    return "\n".join([*lines, *(f"| {first} | {second} |" for first, second in rows)])


def _model_table(model: type[Authored]) -> str:
    told = inspect.getdoc(model) or ""
    summary = " ".join(told.split("\n\n", maxsplit=1)[0].split())
    return f"### {model.__name__}\n\n{summary}\n\n{_table('key', 'value', _rows(model))}"


def _rows(model: type[Authored]) -> Iterator[tuple[str, str]]:
    hints, notes = get_type_hints(model, include_extras=True), notes_of(model)
    names = {field.alias or name: name for name, field in model.model_fields.items()}
    for key, field in fields_by_key(model).items():
        parts = [describe(hints[names[key]]), *_needed(field), notes.get(names[key], "")]
        yield f"`{key}`", "; ".join(part for part in parts if part).replace("|", "\\|")


def _needed(field: FieldInfo) -> Iterator[str]:
    if field.is_required():
        return
    default = field.default
    yield "optional" if default in (None, (), {}, False) else f"`{default}` unless given"


def notes_of(model: type[Authored]) -> dict[str, str]:
    """What a model's docstring says about each of its attributes."""
    _, _, below = (inspect.getdoc(model) or "").partition("Attributes:\n")
    notes: dict[str, str] = {}
    for entry in re.split(r"\n(?= {4}\S)", below):
        names, _, told = entry.partition(": ")
        for name in names.split(","):
            notes[name.strip().split(" ")[0]] = " ".join(told.split())
    return notes


def describe(hint: Any) -> str:
    """A type annotation in an author's words."""
    for known, name in _NAMED:
        if hint == known:
            return name
    if get_origin(hint) is Annotated:
        inner, *limits = get_args(hint)
        return describe(inner) + _limits(limits)
    if isinstance(hint, type) and issubclass(hint, Authored):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    return _describe_container(hint)


def _describe_container(hint: Any) -> str:
    arguments = [part for part in get_args(hint) if part not in {Ellipsis, type(None)}]
    match get_origin(hint):
        case origin if origin is Literal:
            return " or ".join(f"`{value}`" for value in arguments)
        case origin if origin is tuple:
            return f"list of {describe(arguments[0])}"
        case origin if origin is dict:
            return f"mapping from {describe(arguments[0])} to {describe(arguments[1])}"
        case origin if origin in {Union, types.UnionType}:
            return " or ".join(describe(part) for part in arguments)
    raise TypeError(f"authors have no word for {hint}")


def _limits(metadata: list[Any]) -> str:
    """Bounds as `(1 to 3)`; what a pattern asks for is in the key's own note."""
    bounds: list[Any] = []
    for item in metadata:
        bounds += item.metadata if isinstance(item, FieldInfo) else [item]
    low = next((b.ge for b in bounds if isinstance(b, annotated_types.Ge)), None)
    high = next((b.le for b in bounds if isinstance(b, annotated_types.Le)), None)
    if low is not None:
        return f" ({low} to {high})"
    least = next((b.min_length for b in bounds if isinstance(b, annotated_types.MinLen)), None)
    most = next((b.max_length for b in bounds if isinstance(b, annotated_types.MaxLen)), None)
    return _length(least, most)


def _length(least: int | None, most: int | None) -> str:
    words = [f"at least {least}"] if least else []
    words += [f"at most {most:,}"] if most else []
    return f" ({', '.join(words)})" if words else ""
