"""What the models say about keys: which keys stand where, for messages and for reference pages."""

from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from typing import cast, get_args

from pydantic.fields import FieldInfo

from app.content.base import Authored


def fields_by_key(model: type[Authored]) -> dict[str, FieldInfo]:
    """The fields of a model by the key an author writes."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


@cache
def models_in(annotation: object) -> tuple[type[Authored], ...]:
    """The models an annotation speaks of, through lists, mappings and alternatives."""
    if isinstance(annotation, type) and issubclass(annotation, Authored):
        return (annotation,)
    return tuple(model for part in get_args(annotation) for model in _models_in_part(part))


def _models_in_part(part: object) -> tuple[type[Authored], ...]:
    return models_in(part) if isinstance(part, type) or get_args(part) else ()


def keys_at(root: type[Authored], path: Iterable[Hashable]) -> tuple[str, ...]:
    """The keys that may stand at `path` of a file that holds `root`."""
    models: tuple[type[Authored], ...] = (root,)
    for step in path:  # an index, or the key of a free mapping, changes nothing
        models = _models_below(models, step) or models
    return tuple(key for model in models for key in fields_by_key(model))


def _models_below(models: tuple[type[Authored], ...], step: Hashable) -> tuple[type[Authored], ...]:
    fields = (fields_by_key(model).get(str(step)) for model in models)
    return tuple(
        model for field in fields if field for model in models_in(cast("object", field.annotation))
    )


def all_models(root: type[Authored]) -> Iterator[type[Authored]]:
    """`root` and every model below it, each once, in the order an author meets them."""
    waiting, seen = [root], set[type[Authored]]()
    while waiting:
        model = waiting.pop(0)
        if model in seen:
            continue
        seen.add(model)
        yield model
        for field in fields_by_key(model).values():
            waiting.extend(models_in(cast("object", field.annotation)))
