"""A YAML file as a tree that still knows its comments, blank lines and styles, to write it anew."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

Kind = Literal["text", "list", "mapping"]


@dataclass(slots=True)
class Node:
    """A value.

    Attributes:
        value: the text; None for a collection, and for an empty value.
        style: of a text: "" plain, "'", '"', "|" or ">".
        flow: of a collection: written with brackets.
        end: index in the file behind it.
    """

    kind: Kind
    value: str | None = None
    style: str = ""
    flow: bool = False
    entries: list["Entry"] = field(default_factory=list)
    end: int = 0

    @property
    def has_comments(self) -> bool:
        """Whether something inside of it is commented."""
        return any(
            each.trailing or any(each.above) or each.node.has_comments for each in self.entries
        )


@dataclass(slots=True)
class Above:
    """A line of its own above an entry: a comment, or nothing for a blank line."""

    text: str
    column: int = 0

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(slots=True)
class Entry:
    """An item of a list, or a key of a mapping with its value.

    Attributes:
        line, column: where it begins, at its dash or key, 0-based.
        start: the same as an index in the file.
        above: comments and blank lines directly above it.
        trailing: the comment behind it on its line, "" if there is none.
        parent: the entry whose value it is in.
    """

    key: str | None
    node: Node
    line: int
    column: int
    start: int
    parent: "Entry | None" = None
    above: list[Above] = field(default_factory=list)
    trailing: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A file.

    Attributes:
        below: comments behind everything else; of an empty file, all.
    """

    root: Node
    below: tuple[Above, ...]
    comments: tuple[str, ...]


def read_layout(text: str) -> Layout:
    """Read a file that `read_yaml` has taken without problems."""
    tokens = list(yaml.scan(text, Loader=yaml.CSafeLoader))
    root, entries = _Tree(text).build(tokens)
    own, trailing = _comments(text, tokens)
    lines = text.split("\n")
    used: set[int] = set()
    for entry in entries:
        entry.above = _above(entry.line, lines, own, used)
    starts = [each.start for each in entries]  # they grow: outer entries come before inner ones
    behind = [Above(comment) for start, comment in trailing if root.flow and start >= root.end]
    for start, comment in trailing[: len(trailing) - len(behind)]:
        _attach(entries[bisect_left(starts, start) - 1], start, comment)
    below = _above(len(lines), lines, own, used) if entries else list(own.values())
    below = [*behind, *below]
    begins = [each.line for each in entries]
    for line, lost in own.items() if entries else ():
        if line not in used:  # between a key and its value, or inside of brackets
            entry = entries[max(0, bisect_right(begins, line) - 1)]
            entry.above.append(Above(lost.text, entry.column))
    comments = (*(each.text for each in own.values()), *(comment for _, comment in trailing))
    return Layout(root, tuple(below), tuple(sorted(comments)))


class _Tree:
    """Builds nodes from the parser's events."""

    def __init__(self, text: str) -> None:
        self.events: Iterator[Any] = iter(yaml.parse(text, Loader=yaml.CSafeLoader))
        self.entries: list[Entry] = []
        self.dashed: list[Entry] = []

    def build(self, tokens: Sequence[Any]) -> tuple[Node, list[Entry]]:
        """Return the outermost node and all entries, outer ones before inner ones."""
        next(self.events), next(self.events)  # the stream and the document begin
        root = self.node(next(self.events), None)
        dashes = (each.start_mark for each in tokens if isinstance(each, yaml.BlockEntryToken))
        for entry, dash in zip(self.dashed, dashes, strict=True):
            entry.line, entry.column, entry.start = dash.line, dash.column, dash.index
        return root, self.entries

    def node(self, event: Any, parent: Entry | None) -> Node:
        end: int = event.end_mark.index
        if isinstance(event, yaml.ScalarEvent):
            plain_empty = not event.value and not event.style
            return Node("text", None if plain_empty else event.value, event.style or "", end=end)
        listed = isinstance(event, yaml.SequenceStartEvent)
        found = Node("list" if listed else "mapping", flow=bool(event.flow_style))
        for inside in self.events:
            found.end = inside.end_mark.index
            if isinstance(inside, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                break
            key = None if listed else inside.value
            mark = inside.start_mark
            entry = Entry(key, Node("text"), mark.line, mark.column, mark.index, parent)
            self.entries.append(entry)
            if listed and not found.flow:
                self.dashed.append(entry)
            entry.node = self.node(inside if listed else next(self.events), entry)
            found.entries.append(entry)
        return found


_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*")


def _comments(text: str, tokens: Sequence[Any]) -> tuple[dict[int, Above], list[tuple[int, str]]]:
    """Return comments on lines of their own by line, and those behind something with their place.

    Comments are what lies between the scanner's tokens and is not white space.
    """
    own: dict[int, Above] = {}
    trailing: list[tuple[int, str]] = []
    begins = [0, *(found.end() for found in re.finditer("\n", text))]
    for start, end in _gaps(text, tokens):
        for found in _COMMENT.finditer(text, start, end):
            line = bisect_right(begins, found.start()) - 1
            begin = begins[line]
            comment = found[0].rstrip()
            if text[begin : found.start()].strip():
                trailing.append((found.start(), comment))
            else:
                own[line] = Above(comment, found.start() - begin)
    return own, trailing


def _gaps(text: str, tokens: Sequence[Any]) -> Iterator[tuple[int, int]]:
    """Yield where comments may stand: between tokens, and in the first line of a text block."""
    behind = 0
    for token in tokens:
        if token.start_mark.index > behind:
            yield behind, token.start_mark.index
        if isinstance(token, yaml.ScalarToken) and token.style in {"|", ">"}:
            first = text.find("\n", token.start_mark.index)
            yield token.start_mark.index, first if first >= 0 else len(text)
        behind = max(behind, token.end_mark.index)
    yield behind, len(text)


def _above(line: int, lines: list[str], own: dict[int, Above], used: set[int]) -> list[Above]:
    """Take the comments and blank lines directly above a line, which nothing else has taken."""
    found: list[Above] = []
    at = line - 1
    while at >= 0 and at not in used and (at in own or not lines[at].strip()):
        used.add(at)
        found.append(own.get(at, Above("")))
        at -= 1
    used.add(line)
    return found[::-1]


def _attach(entry: Entry, start: int, comment: str) -> None:
    """Give a comment to the last entry before it, or to that whose list has ended by then."""
    parent = entry.parent
    while parent is not None and parent.node.flow and parent.node.end <= start:
        entry, parent = parent, parent.parent
    if entry.trailing:
        entry.above.append(Above(comment, entry.column))
    else:
        entry.trailing = comment
