"""Bytes of a YAML file to plain values with their places; whatever could surprise is refused.

Why: PyYAML's constructors turn `no` into False and `1:30` into 90, let a repeated key win silently,
follow aliases that contain themselves, and the C loader ends the process on 50,000 nested brackets.
So the values are built here, from the parser's events: plain scalars stay text (pydantic turns them
into numbers, dates and booleans where the model wants them), and an empty one is None.
"""

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from app.content.positions import NOTHING_INSIDE, Document, Place
from app.content.problems import MOST_PROBLEMS, Problem

LARGEST = 1024 * 1024
"""Bytes. The largest rubric we know has 200 KB; a file beyond this is a mistake."""

DEEPEST = 20
"""Levels. The model needs eight."""

MOST_VALUES = 40_000
"""Keys, texts, lists and mappings of a file; our largest rubric has 10,000."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""Also NEL, LS and PS: YAML starts a new line at them, editors do not, and lines would be wrong."""


def read_yaml(data: bytes, file: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document in `data`, or None with at least one problem."""
    text, refused = _decode(data, file)
    if refused:
        return None, (refused,)
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except _StopReadingError:
        pass  # what stopped it is among the problems
    except yaml.MarkedYAMLError as error:
        builder.blame(error.problem_mark, "yaml-syntax", _sentence(error))
    if not builder.problems and builder.place is None:
        builder.blame(None, "empty-file", "the file says nothing")
    if builder.problems or builder.place is None:
        return None, tuple(builder.problems)
    return Document(file, builder.value, builder.place), ()


def _decode(data: bytes, file: str) -> tuple[str, Problem | None]:
    if len(data) > LARGEST:
        return "", Problem(file, 1, 1, "too-large", f"the file has more than {LARGEST:,} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        message = f"byte {data[error.start]:#04x} is not UTF-8"
        return "", Problem(file, *_line_and_column(before), "not-utf8", message)
    found = _CONTROL.search(text)
    if found:
        message = f"there is a control character U+{ord(found[0]):04X} here"
        place = _line_and_column(text[: found.start()])
        return "", Problem(file, *place, "control-character", message)
    return text, None


def _line_and_column(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _sentence(error: yaml.MarkedYAMLError) -> str:
    return ", ".join(part for part in (error.context, error.problem) if part) or "not YAML"


class _StopReadingError(Exception):
    """What follows in the file cannot be understood."""


@dataclass(slots=True)
class _Open:
    """A mapping or list that has begun and not yet ended."""

    value: dict[str, Any] | list[Any]
    places: dict[Hashable, Place]
    key: str | None = None
    key_mark: Any = None


class _Builder:
    """Builds the value from events, one level a stack entry: depth costs no recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.value: object = None
        self.place: Place | None = None
        self.stack: list[_Open] = []
        self.values = 0

    def blame(self, mark: Any, code: str, message: str) -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.problems.append(Problem(self.file, line, column, code, message))

    def take(self, event: Any) -> None:
        act = _ACTIONS.get(type(event))
        if act:
            self.values += 1
            if self.values > MOST_VALUES:
                message = f"the file holds more than {MOST_VALUES:,} keys and values"
                self.blame(event.start_mark, "too-large", message)
            if self.values > MOST_VALUES or len(self.problems) >= MOST_PROBLEMS:
                raise _StopReadingError
            act(self, event)

    def document(self, event: Any) -> None:
        if self.place is not None:
            self.blame(event.start_mark, "several-documents", "a second document begins here")
            raise _StopReadingError

    def alias(self, event: Any) -> None:
        self.blame(event.start_mark, "yaml-alias", f"'*{event.anchor}' is an alias; write it out")
        raise _StopReadingError

    def scalar(self, event: Any) -> None:
        self.refuse_extras(event)
        text: str = event.value
        if event.style == '"' and (found := _CONTROL.search(text)):
            message = f"the text holds a control character U+{ord(found[0]):04X}"
            self.blame(event.start_mark, "control-character", message)
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            self.key(top, event)
        else:
            self.add(None if not text and not event.style else text, event.start_mark)

    def key(self, top: _Open, event: Any) -> None:
        top.key, top.key_mark = event.value, event.start_mark
        if event.value in top.value:
            first = top.places[event.value].line
            message = f"'{event.value}' stands in line {first} already"
            self.blame(event.start_mark, "duplicate-key", message)

    def begin(self, event: Any) -> None:
        self.refuse_extras(event)
        top = self.stack[-1] if self.stack else None
        if top and isinstance(top.value, dict) and top.key is None:
            self.blame(event.start_mark, "yaml-key", "a list or mapping cannot be a key")
            raise _StopReadingError
        if len(self.stack) == DEEPEST:
            self.blame(event.start_mark, "too-deep", f"nested more than {DEEPEST} deep")
            raise _StopReadingError
        value: dict[str, Any] | list[Any] = {} if type(event) is yaml.MappingStartEvent else []
        places: dict[Hashable, Place] = {}
        self.add(value, event.start_mark, places)
        self.stack.append(_Open(value, places))

    def end(self, _: Any) -> None:
        self.stack.pop()

    def add(
        self, value: object, mark: Any, inside: Mapping[Hashable, Place] = NOTHING_INSIDE
    ) -> None:
        """Put a value where it belongs; its place is its key's, if it has one."""
        top = self.stack[-1] if self.stack else None
        if top is None:
            self.value, self.place = value, Place(mark.line + 1, mark.column + 1, inside)
        elif isinstance(top.value, list):
            top.places[len(top.value)] = Place(mark.line + 1, mark.column + 1, inside)
            top.value.append(value)
        elif top.key is not None:
            if top.key not in top.value:  # the first of repeated keys is kept
                mark = top.key_mark
                top.places[top.key] = Place(mark.line + 1, mark.column + 1, inside)
                top.value[top.key] = value
            top.key = None

    def refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"'&{event.anchor}' is an anchor; write the text where it is needed"
            self.blame(event.start_mark, "yaml-alias", message)
        if event.tag is not None:
            self.blame(event.start_mark, "yaml-tag", f"'{event.tag}' is a tag; leave it out")


_ACTIONS: dict[type, Callable[[_Builder, Any], None]] = {
    yaml.DocumentStartEvent: _Builder.document,
    yaml.AliasEvent: _Builder.alias,
    yaml.ScalarEvent: _Builder.scalar,
    yaml.MappingStartEvent: _Builder.begin,
    yaml.SequenceStartEvent: _Builder.begin,
    yaml.MappingEndEvent: _Builder.end,
    yaml.SequenceEndEvent: _Builder.end,
}
