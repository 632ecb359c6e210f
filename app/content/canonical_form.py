"""The one way a content file is laid out; nothing but its layout is ever changed.

Why not a library: what ruamel.yaml writes ends lines in spaces, indents wrapped lists differently
from case to case and takes a second for a rubric. What is written here is read again and compared:
values and comments must be the same, and writing it once more must change nothing.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from app.content.layout import Above, Layout, Node, read_layout
from app.content.problems import Problem
from app.content.text_form import STEP, WIDTH, key_text, scalar, text_lines
from app.content.yaml_reader import LARGEST, read_yaml

MOST_PASSES = 5
"""One is enough for what people write; two were the most that any generated file took."""


def canonical_form(data: bytes, file: str, schema: str) -> tuple[str | None, tuple[Problem, ...]]:
    """A content file in canonical form, or None with what keeps it from being read.

    Args:
        schema: the comment in its first line that names the JSON Schema; added where it lacks.

    Raises:
        ValueError: the form would lose something, which is our mistake; nothing is to be written.
    """
    document, problems = read_yaml(data, file)
    if document is None:
        return None, problems
    if not isinstance(document.value, (dict, list)):
        message = "a mapping (key: value) is needed here"
        return None, (document.problem((), "wrong-type", message),)
    layout = read_layout(re.sub("\r\n?", "\n", data.decode("utf-8-sig")))
    form = _stable(_written(layout, schema), schema)
    if len(form.encode()) > LARGEST:
        message = f"laid out, the file would have more than {LARGEST:,} bytes"
        return None, (document.problem((), "too-large", message),)
    again, _ = read_yaml(form.encode(), file)
    kept = Counter(layout.comments) + Counter(() if schema in layout.comments else (schema,))
    if (
        again is None
        or again.value != document.value
        or kept != Counter(read_layout(form).comments)
    ):
        raise ValueError(f"{file} cannot be laid out without loss")
    return form, ()


def _stable(form: str, schema: str) -> str:
    """Write a form anew until that changes nothing: odd columns may take a second look."""
    for _ in range(MOST_PASSES):
        before, form = form, _written(read_layout(form), schema)
        if form == before:
            return form
    raise ValueError("there is no stable layout")


def _written(layout: Layout, schema: str) -> str:
    writer = _Writer()
    if schema not in layout.comments:
        writer.lines.append(schema)
    writer.document(layout)
    return "\n".join(writer.lines).strip("\n") + "\n"


class _Writer:
    """Collects lines; `columns` has where the entries above stood and stand now, in this order."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.columns: list[tuple[int, int]] = []

    def document(self, layout: Layout) -> None:
        if layout.root.entries:
            self.block(layout.root, 0)
        self.above(layout.below, 0, 0)
        if not layout.root.entries:
            self.lines.append(_flow(layout.root))

    def block(self, node: Node, indent: int) -> None:
        for entry in node.entries:
            self.above(entry.above, entry.column, indent)
            while self.columns and self.columns[-1][0] >= entry.column:
                self.columns.pop()
            self.columns.append((entry.column, indent))
            head = "-" if entry.key is None else f"{key_text(entry.key)}:"
            self.value(" " * indent + head, entry.node, indent, entry.trailing)

    def above(self, every: Sequence[Above], column: int, indent: int) -> None:
        """Write comments; one that stood deeper than its entry ends what stands before."""
        for each in every:
            if not each:
                if self.lines and self.lines[-1]:
                    self.lines.append("")
                continue
            deepest = bisect_right(self.columns, each.column, key=itemgetter(0)) - 1
            if deepest >= 0 and self.columns[deepest][0] > column:
                self.lines.append(" " * self.columns[deepest][1] + each.text)
            else:
                self.lines.append(" " * indent + each.text)

    def value(self, head: str, node: Node, indent: int, comment: str) -> None:
        """Write a value behind its key or dash."""
        behind = f"  {comment}" if comment else ""
        lines = _lines(head, node, indent)
        if lines is not None:
            first, *rest = lines
            if rest and rest[-1].endswith(("]", "}")) and first.rstrip().endswith((",", "[")):
                rest[-1] += behind
            else:
                first += behind
            self.lines += [first, *rest]
        elif node.kind == "mapping" and head.endswith("-") and not comment:
            at = len(self.lines)
            if node.entries[0].above:
                self.above(node.entries[0].above, node.entries[0].column, indent)
                node.entries[0].above, at = [], len(self.lines)
            self.block(node, indent + STEP)
            self.lines[at] = head + self.lines[at][len(head) :]
        else:
            self.lines.append(head + behind)
            self.block(node, indent + STEP)


def _lines(head: str, node: Node, indent: int) -> list[str] | None:
    """Return a value as text or in brackets; None if it has to be written as a block."""
    if node.kind == "text":
        return text_lines(head, node, indent)
    flow = _flow(node)
    if not node.entries:
        return [f"{head} {flow}"]
    if not node.flow or node.has_comments:
        return None
    if len(head) + 1 + len(flow) <= WIDTH:
        return [f"{head} {flow}"]
    if node.kind == "list" and all(each.node.kind == "text" for each in node.entries):
        return _wrapped(head, [scalar(each.node, flow=True) for each in node.entries], indent)
    return None


def _flow(node: Node) -> str:
    if node.kind == "text":
        return scalar(node, flow=True)
    if node.kind == "list":
        return f"[{', '.join(_flow(each.node) for each in node.entries)}]"
    pairs = (f"{key_text(str(each.key))}: {_flow(each.node)}".rstrip() for each in node.entries)
    return f"{{{', '.join(pairs)}}}"


def _wrapped(head: str, items: Sequence[str], indent: int) -> list[str]:
    lines = [f"{head} [{items[0]}"]
    for item in items[1:]:
        if len(lines[-1]) + 2 + len(item) + 1 <= WIDTH:
            lines[-1] += f", {item}"
        else:
            lines[-1] += ","
            lines.append(" " * (indent + STEP) + item)
    lines[-1] += "]"
    return lines
