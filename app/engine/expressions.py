"""Evaluate authors' small expressions over slots: bounded, three-valued, never by `eval`."""

import ast
import math
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from simpleeval import InvalidExpression, SimpleEval

Value = float | str
Names = Mapping[str, Value]

LONGEST_EXPRESSION = 200
"""Characters; as app.content.base.Expression."""
_LARGEST_EXPONENT = 64
_MOST_COMBINATIONS = 256
"""Five slots that are all ranges of three samples stay below it; what has more is not decided."""


class NotEnough(ValueError):  # noqa: N818 - an answer, not an error
    """The values at hand do not decide the expression."""


class BadExpression(ValueError):  # noqa: N818 - named for what the author wrote
    """The expression is no expression of this language."""


def _divide(left: float, right: float) -> float:
    """Divide; by zero there is nothing to say."""
    if right == 0:
        raise NotEnough
    return left / right


def _power(base: float, exponent: float) -> float:
    """Raise to a small power, as floats: 62 ** 7."""
    if abs(exponent) > _LARGEST_EXPONENT or abs(base) > 1e6 or base < 0:
        raise NotEnough
    return _divide(1.0, _power(base, -exponent)) if exponent < 0 else float(base) ** exponent


def near(left: float, right: float, factor: float) -> bool:
    """Tell whether two positive numbers differ by at most `factor`, either way."""
    if not (0 < left < math.inf and 0 < right < math.inf):
        raise NotEnough
    if not factor > 0:
        raise NotEnough
    return 1 / factor <= left / right <= factor


def _definite(compute: Callable[[float, float], float]) -> Callable[[float, float], float]:
    """Return the operation, undecided where its result is no number (infinity less infinity)."""

    def computed(left: float, right: float) -> float:
        if isinstance(left, str) or isinstance(right, str):  # 'all' * 9 is not a number
            raise NotEnough
        result = compute(left, right)
        if math.isnan(result):
            raise NotEnough
        return result

    return computed


_OPERATORS: dict[type, Callable[..., object]] = {
    ast.Add: _definite(operator.add), ast.Sub: _definite(operator.sub),
    ast.Mult: _definite(operator.mul), ast.Div: _definite(_divide),
    ast.Pow: _power, ast.USub: operator.neg, ast.UAdd: operator.pos, ast.Not: operator.not_,
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le,
    ast.Gt: operator.gt, ast.GtE: operator.ge,
}  # fmt: skip
_FUNCTIONS: dict[str, Callable[..., object]] = {"near": near, "min": min, "max": max}
_ALLOWED = (
    ast.Expr, ast.Name, ast.UnaryOp, ast.BinOp, ast.BoolOp, ast.Compare, ast.Call, ast.Constant,
    ast.Load, ast.And, ast.Or, *_OPERATORS,
)  # fmt: skip


class _Evaluator(SimpleEval):  # type: ignore[misc]
    """simpleeval with this language's functions; `any_near` passes over what was not said."""

    def __init__(self, names: Names) -> None:
        super().__init__(operators=_OPERATORS, functions=dict(_FUNCTIONS), names=self._value)
        self._said = names

    def _value(self, node: ast.Name) -> Value:
        """Return a slot's value; one that was not read leaves the expression undecided."""
        if node.id not in self._said:
            raise NotEnough
        return self._said[node.id]

    def _eval_call(self, node: ast.Call) -> object:
        """Call a function; any_near is lazy: any_near(stated, factor, estimate, ...)."""
        if isinstance(node.func, ast.Name) and node.func.id == "any_near":
            stated, factor = (self._eval(argument) for argument in node.args[:2])
            return self._any_near(stated, factor, node.args[2:])
        return super()._eval_call(node)

    def _any_near(self, stated: float, factor: float, estimates: Sequence[ast.expr]) -> bool:
        """Tell whether an estimate explains the stated number; undecided without any estimate."""
        tried = False
        for estimate in estimates:
            try:
                if near(stated, self._eval(estimate), factor):
                    return True
                tried = True
            except NotEnough:
                continue
        if not tried:
            raise NotEnough
        return False


@lru_cache(maxsize=2_000)
def parse(expression: str) -> ast.Expr:
    """Return the expression's tree.

    Raises:
        BadExpression: it is too long, no expression, or uses what this language does not have.
    """
    if len(expression) > LONGEST_EXPRESSION:
        raise BadExpression(f"an expression is at most {LONGEST_EXPRESSION} characters long")
    try:
        tree = ast.parse(expression.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError) as error:
        raise BadExpression(f"{expression!r} is no expression") from error
    for node in ast.walk(tree.body):
        _refuse(node, expression)
    return ast.Expr(tree.body)


def _refuse(node: ast.AST, expression: str) -> None:
    """Raise BadExpression for a node outside the language."""
    if not isinstance(node, _ALLOWED):
        raise BadExpression(f"{type(node).__name__} has no place in {expression!r}")
    if isinstance(node, ast.Constant) and not isinstance(node.value, int | float | str):
        raise BadExpression(f"{node.value!r} has no place in {expression!r}")
    if isinstance(node, ast.Call):
        known = isinstance(node.func, ast.Name) and node.func.id in (*_FUNCTIONS, "any_near")
        least = {"near": 3, "any_near": 3}.get(getattr(node.func, "id", ""), 1)
        if not known or node.keywords or len(node.args) < least:
            raise BadExpression(f"{expression!r} calls what cannot be called so")


@lru_cache(maxsize=2_000)
def slots_in(expression: str) -> frozenset[str]:
    """Return the names of the slots that an expression speaks of."""
    nodes = list(ast.walk(parse(expression)))
    called = {id(node.func) for node in nodes if isinstance(node, ast.Call)}
    return frozenset(
        node.id for node in nodes if isinstance(node, ast.Name) and id(node) not in called
    )


def evaluate(expression: str, names: Names) -> bool | float:
    """Return the expression's value.

    Raises:
        NotEnough: a slot is missing, a divisor is zero, or a number has no end.
        BadExpression: the expression is not well-formed, or compares words with numbers.
    """
    try:
        value = _Evaluator(names).eval(expression, previously_parsed=parse(expression))
    except (InvalidExpression, TypeError) as error:
        raise BadExpression(f"{expression!r}: {error}") from error
    except OverflowError as error:
        raise NotEnough from error
    if isinstance(value, bool):
        return value
    if not isinstance(value, int | float) or math.isnan(value):
        raise NotEnough
    return float(value)


def judge(expression: str, choices: Mapping[str, Sequence[Value]]) -> bool | None:
    """Tell whether a condition holds for every combination of the values a slot may have.

    Returns:
        True if it always holds, False if it never does, None if that depends or is not known.
    """
    names = sorted(name for name in slots_in(expression) if choices.get(name))
    return _judged(expression, tuple(names), tuple(tuple(choices[name]) for name in names))


@lru_cache(maxsize=10_000)
def _judged(
    expression: str, names: tuple[str, ...], choices: tuple[tuple[Value, ...], ...]
) -> bool | None:
    """Judge a condition over some slots, each with the values it may have."""
    if math.prod(map(len, choices)) > _MOST_COMBINATIONS:
        return None
    return _agreed(
        _holds(expression, dict(zip(names, values, strict=True))) for values in product(*choices)
    )


def _holds(expression: str, names: Names) -> bool | None:
    """Evaluate a condition once; one that compares words with numbers decides nothing."""
    try:
        return bool(evaluate(expression, names))
    except (NotEnough, BadExpression):
        return None


def _agreed(verdicts: Iterator[bool | None]) -> bool | None:
    """Return what all verdicts say, if they say the same; the first that differs ends it."""
    first = next(verdicts)
    return first if all(verdict is first for verdict in verdicts) else None


def samples(low: float, high: float) -> tuple[float, ...]:
    """Return the ends of a range and its middle: a rule may hold there although both ends fail."""
    if low == high:
        return (low,)
    if math.isinf(high):
        return (low, high)
    middle = math.sqrt(low * high) if low > 0 else (low + high) / 2
    return (low, middle, high)
