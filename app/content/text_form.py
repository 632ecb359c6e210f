"""How one text of a content file is written: plain, quoted, line by line or wrapped."""

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

from app.content.layout import Node

WIDTH = 120
"""Columns of a line; a sentence in a list and a word that is longer stay whole."""

STEP = 2
"""Columns by which what lies in something is indented."""


def text_lines(head: str, node: Node, indent: int) -> list[str]:
    """The lines of a text behind its key or dash, which is `head`."""
    if node.value is None:
        return [head]
    value = node.value
    literal = node.style == "|" or "\n" in value.strip("\n")
    if node.style == "|" and _is_literal(value):
        return _literal(head, value, indent)
    line = f"{head} {scalar(node, flow=False)}"
    short = len(line) <= WIDTH or (head.endswith("-") and node.style not in {">", "|"})
    if short and "\n" not in value:
        return [line]
    if _folds(value):
        return _folded(head, value, indent)
    return _literal(head, value, indent) if literal and _is_literal(value) else [line]


def _is_literal(value: str) -> bool:
    """Tell whether a text may be written line by line; one that ends in blank lines may not."""
    ended = not value.endswith((" ", "\n\n")) and "\n\t" not in value
    return bool(value.strip()) and not value.startswith((" ", "\n", "\t")) and ended


def _literal(head: str, value: str, indent: int) -> list[str]:
    pad = " " * (indent + STEP)
    lines = [f"{pad}{line}" if line else "" for line in value.rstrip("\n").split("\n")]
    return [f"{head} |{_chomp(value)}", *lines]


def _folds(value: str) -> bool:
    """Tell whether a text may be wrapped: no line of it begins or ends with a space."""
    spaced = re.search(r"(?:^|\n)\s|[ \t](?:\n|$)|\t", value.removesuffix("\n"))
    return bool(value.strip()) and not spaced and not value.endswith("\n\n")


def _folded(head: str, value: str, indent: int) -> list[str]:
    pad = " " * (indent + STEP)
    lines = [f"{head} >{_chomp(value)}"]
    for place, line in enumerate(value.rstrip("\n").split("\n")):
        lines += [""] * (place > 0)
        lines += [pad + row for row in _rows(line, WIDTH - len(pad))]
    return lines


def _rows(line: str, width: int) -> Iterator[str]:
    """Break a line at single spaces only: of two, none is dropped when it is read again."""
    row = ""
    for word in re.split(r"(?<! ) (?! )", line):
        if row and len(row) + 1 + len(word) > width:
            yield row
            row = word
        else:
            row = f"{row} {word}" if row else word
    yield row


def _chomp(value: str) -> str:
    return "" if value.endswith("\n") else "-"


def key_text(key: str) -> str:
    """A key of a mapping."""
    return key if _is_plain(key, flow=True) else _quoted(key)


def scalar(node: Node, *, flow: bool) -> str:
    """A text on one line, in quotes where it needs them; `flow`: inside of brackets."""
    value = node.value
    if value is None:
        return ""
    if (not node.style and "\n" not in value) or _is_plain(value, flow=flow):
        return value
    return _quoted(value)


_RESOLVER: Any = yaml.SafeLoader("")
"""Tells what other tools would take a plain text for."""

_RISKY = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`\s]|[\s:]$|: | #|[\n\t]")


def _is_plain(value: str, *, flow: bool) -> bool:
    """Tell whether a text needs no quotes here, and is no number, date or truth to other tools."""
    if not value or _RISKY.search(value) or (flow and re.search(r"[,\[\]{}]|:\?", value)):
        return False
    taken_for = _RESOLVER.resolve(yaml.ScalarNode, value, (True, False))
    return str(taken_for) == "tag:yaml.org,2002:str"


def _quoted(value: str) -> str:
    if '"' in value and "\n" not in value and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return json.dumps(value, ensure_ascii=False)
