"""The syntax of expressions over slots: `rf - min_isr >= 1 and acks == 'all'`.

Only the syntax: values are put in by the engine. The grammar is a part of Python's, so Python's
own parser reads it, and whatever is not on the lists below is refused.
"""

import ast
import keyword
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

FUNCTIONS = {"near": 3, "any_near": None, "min": None, "max": None}
"""Functions an expression may call, with how many arguments each takes (None: two or more)."""

LARGEST_POWER = 64
"""Largest written exponent: 62 ** 11 is beyond any count that an answer speaks of."""

_PLAIN: tuple[type[ast.AST], ...] = (
    *(ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub),
    *(ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow),
    *(ast.Compare, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE),
    *(ast.Name, ast.Load, ast.Constant, ast.Call),
)


@dataclass(frozen=True, slots=True)
class SlotExpression:
    """An expression that follows the grammar.

    Attributes:
        text: as the author wrote it.
        slots: names of the slots it needs.
        choices: (slot, word) wherever a slot is compared with a quoted word.
        amounts: slots that are counted with, so that each must be a number.
    """

    text: str
    slots: frozenset[str]
    choices: frozenset[tuple[str, str]]
    amounts: frozenset[str] = frozenset()


class SlotExpressionError(ValueError):
    """An expression that breaks the grammar; the message tells an author what to change."""


@lru_cache(maxsize=20_000)
def parse_slot_expression(text: str) -> SlotExpression:
    """Take an expression apart.

    Raises:
        SlotExpressionError: the expression does not follow the grammar.
    """
    try:
        tree = ast.parse(text, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise SlotExpressionError(f"'{text}' is not an expression{_advice(text)}") from error
    nodes = tuple(ast.walk(tree))
    for node in nodes:
        _refuse_unknown(node, text)
    called = {node.func for node in nodes if isinstance(node, ast.Call)}
    names = {node.id for node in nodes if isinstance(node, ast.Name) and node not in called}
    compared = (pair for node in nodes if isinstance(node, ast.Compare) for pair in _choices(node))
    amounts = [node for node in _amounts(tree.body) if isinstance(node, ast.Name | ast.Constant)]
    if any(isinstance(node, ast.Constant) and isinstance(node.value, str) for node in amounts):
        raise SlotExpressionError(f"a quoted word can only be compared (== or !=) in '{text}'")
    counted = (node.id for node in amounts if isinstance(node, ast.Name))
    return SlotExpression(text, frozenset(names), frozenset(compared), frozenset(counted))


def _amounts(node: ast.expr) -> Iterator[ast.expr]:
    """Yield what must be a number or a truth, from the whole down to names and constants."""
    yield node
    match node:
        case ast.Compare(left=left, ops=ops, comparators=others):
            for operator, one, other in zip(ops, [left, *others], others, strict=False):
                if not _may_be_words(operator, one, other):
                    yield from _amounts(one)
                    yield from _amounts(other)
        case ast.BoolOp(values=values) | ast.Call(args=values):
            for value in values:
                yield from _amounts(value)
        case ast.BinOp(left=left, right=right):
            yield from _amounts(left)
            yield from _amounts(right)
        case ast.UnaryOp(operand=operand):
            yield from _amounts(operand)


def _may_be_words(operator: ast.cmpop, one: ast.expr, other: ast.expr) -> bool:
    """Tell whether a slot is asked to be equal to a quoted word or another slot."""
    words = [isinstance(side, ast.Name) or _quoted(side) is not None for side in (one, other)]
    named = isinstance(one, ast.Name) or isinstance(other, ast.Name)
    return isinstance(operator, ast.Eq | ast.NotEq) and all(words) and named


def is_slot_name(name: str) -> bool:
    """Whether expressions can speak of a slot of this name."""
    return name.isidentifier() and not keyword.iskeyword(name) and name not in FUNCTIONS


def _advice(text: str) -> str:
    single = text.replace("==", "").replace(">=", "").replace("<=", "").replace("!=", "")
    return "; to compare, write '=='" if "=" in single else ""


def _refuse_unknown(node: ast.AST, text: str) -> None:
    if not isinstance(node, _PLAIN):
        raise SlotExpressionError(f"{type(node).__name__} cannot stand in '{text}'")
    if isinstance(node, ast.Constant) and type(node.value) not in {int, float, str}:
        raise SlotExpressionError(f"{node.value!r} cannot stand in '{text}'")
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
        _refuse_large_power(node.right)
    if isinstance(node, ast.Call):
        _refuse_wrong_call(node)
    elif isinstance(node, ast.Name) and keyword.iskeyword(node.id):
        raise SlotExpressionError(f"'{node.id}' cannot stand in '{text}'")


def _refuse_large_power(exponent: ast.expr) -> None:
    value = exponent.value if isinstance(exponent, ast.Constant) else 0
    if isinstance(value, int | float) and value > LARGEST_POWER:
        raise SlotExpressionError(f"an exponent is at most {LARGEST_POWER}, not {value}")


def _refuse_wrong_call(call: ast.Call) -> None:
    if not isinstance(call.func, ast.Name) or call.func.id not in FUNCTIONS:
        raise SlotExpressionError(f"only {', '.join(FUNCTIONS)} can be called")
    wanted = FUNCTIONS[call.func.id]
    if call.keywords or (len(call.args) != wanted if wanted else len(call.args) < 2):
        raise SlotExpressionError(f"{call.func.id} takes {wanted or 'two or more'} values")


def _choices(compare: ast.Compare) -> Iterator[tuple[str, str]]:
    sides = (compare.left, *compare.comparators)
    for one, other in pairwise(sides):
        for name, word in ((one, other), (other, one)):
            if isinstance(name, ast.Name) and (quoted := _quoted(word)):
                yield name.id, quoted


def _quoted(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
