"""Plain values to a model; what does not fit becomes problems at the place where it stands."""

from collections.abc import Callable, Hashable, Iterator
from itertools import islice
from typing import Any, TypeVar

from pydantic import ValidationError

from app.content.base import Authored
from app.content.positions import Document
from app.content.problems import MOST_PROBLEMS, Problem
from app.content.schema import keys_at
from app.content.suggestion import did_you_mean

A = TypeVar("A", bound=Authored)

Located = tuple[tuple[Hashable, ...], dict[str, Any]]
"""Where an error lies in the file, and pydantic's account of it."""


_MOST_ERRORS = 20 * MOST_PROBLEMS
"""Errors that are looked at: several may be about one place, and only the deepest is told."""


def validate(document: Document, model: type[A]) -> tuple[A | None, tuple[Problem, ...]]:
    """The model, or None with every problem that the file's keys and values have."""
    try:
        return model.model_validate(document.value), ()
    except ValidationError as invalid:
        errors: Any = invalid.errors(include_url=False)
        located = [(_path(document.value, error), error) for error in errors[:_MOST_ERRORS]]
    found = islice(_deepest(located), MOST_PROBLEMS)
    return None, tuple(_problem(document, model, *each) for each in found)


def _path(value: Any, error: dict[str, Any]) -> tuple[Hashable, ...]:
    """The steps that the file really has: a union's tag is none of them.

    What is missing, and a bad key, get a step of their own, so that they hide no neighbour.
    """
    found: list[Hashable] = []
    for step in error["loc"]:
        if (isinstance(value, dict) and step in value) or (
            isinstance(value, list) and isinstance(step, int) and step < len(value)
        ):
            found.append(step)
            value = value[step]
    own_step = error["type"] == "missing" or error["loc"][-1:] == ("[key]",)
    return (*found, error["loc"][-1]) if own_step else tuple(found)


def _deepest(located: list[Located]) -> Iterator[Located]:
    """Leave out complaints about a whole of which a part is at fault, and second opinions."""
    above = {path[:length] for path, _ in located for length in range(len(path))}
    for path, error in located:
        if path not in above:
            above.add(path)
            yield path, error


def _problem(
    document: Document, model: type[Authored], path: tuple[Hashable, ...], error: dict[str, Any]
) -> Problem:
    kind = error["type"]
    if kind == "extra_forbidden":
        key = str(path[-1])
        message = f"there is no key '{key}' here{did_you_mean(key, keys_at(model, path[:-1]))}"
        return document.problem(path, "unknown-key", message)
    code, say = _KINDS.get(kind, ("wrong-value", _as_pydantic_says))
    return document.problem(path, code, say(error))


def _as_pydantic_says(error: dict[str, Any]) -> str:
    return f"{_shown(error['input'])}: {error['msg']}"


def _shown(value: Any) -> str:
    """A value as an author would recognise it, in few words."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = str(value)
    return f"'{text}'" if len(text) <= 60 else f"'{text[:57]}...'"


Say = Callable[[dict[str, Any]], str]


def _needed(what: str) -> Say:
    return lambda error: f"{what} is needed here, not {_shown(error['input'])}"


def _bound(words: str, limit: str) -> Say:
    return lambda error: f"{_shown(error['input'])} {words} {error['ctx'][limit]}"


def _count(limit: str, words: str) -> Say:
    return lambda error: (
        f"{error['ctx']['actual_length']} items stand here; {words} {error['ctx'][limit]} may"
    )


FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "lower-case words joined by hyphens",
    r"^https?://\S+$": "an address that begins with http:// or https://",
}
"""What the patterns of the models ask for, in words."""


def _form(error: dict[str, Any]) -> str:
    pattern = error["ctx"]["pattern"]
    return f"{_shown(error['input'])} is not {FORMS.get(pattern, pattern)}"


_TEXT = ("wrong-type", _needed("text"))
_WHOLE = ("wrong-type", _needed("a whole number"))
_NUMBER = ("wrong-type", _needed("a number"))
_BOOLEAN = ("wrong-type", _needed("true or false"))
_DATE = ("wrong-type", _needed("a date like 2026-01-31"))
_LIST = ("wrong-type", _needed("a list"))
_MAPPING = ("wrong-type", _needed("a mapping (key: value)"))

_KINDS: dict[str, tuple[str, Say]] = {
    "missing": ("missing-key", lambda error: f"the key '{error['loc'][-1]}' is missing"),
    "string_type": _TEXT,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": _NUMBER,
    "bool_type": _BOOLEAN,
    "bool_parsing": _BOOLEAN,
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "tuple_type": _LIST,
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "literal_error": (
        "wrong-choice",
        lambda error: f"{_shown(error['input'])} is not one of {error['ctx']['expected']}",
    ),
    "string_pattern_mismatch": ("wrong-form", _form),
    "string_too_short": ("too-short", _bound("has fewer characters than", "min_length")),
    "string_too_long": ("too-long", _bound("has more characters than", "max_length")),
    "too_short": ("too-few", _count("min_length", "at least")),
    "too_long": ("too-many", _count("max_length", "at most")),
    "greater_than_equal": ("out-of-range", _bound("is less than", "ge")),
    "less_than_equal": ("out-of-range", _bound("is more than", "le")),
    "multiple_of": ("out-of-range", _bound("is not a multiple of", "multiple_of")),
}
"""Pydantic's error types to our codes and sentences: never its prose, which changes."""
