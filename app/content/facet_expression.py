"""The expression that says which facets explain a concept: `a and (b or c)`, `2 of (a, b, c)`."""

import re
from dataclasses import dataclass
from functools import lru_cache

DEEPEST = 10
"""Levels of parentheses; more cannot be read by an author either."""

_TOKEN = re.compile(r"\s*(?:(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)|(?P<mark>[(),]))")


@dataclass(frozen=True, slots=True)
class Name:
    """This facet is met."""

    id: str


@dataclass(frozen=True, slots=True)
class And:
    """All of these hold."""

    parts: tuple["Expr", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One of these holds."""

    parts: tuple["Expr", ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `count` of these hold; 1 <= count <= len(parts)."""

    count: int
    parts: tuple["Expr", ...]


Expr = Name | And | Or | AtLeast


class FacetExpressionError(ValueError):
    """An expression that breaks the grammar; the message tells an author what to change."""


@lru_cache(maxsize=20_000)
def parse_facet_expression(text: str) -> Expr:
    """Take an expression apart; `and` binds more tightly than `or`.

    Raises:
        FacetExpressionError: the expression does not follow the grammar.
    """
    parser = _Parser(_tokens(text))
    found = parser.either(0)
    if parser.next:
        raise FacetExpressionError(f"'{parser.next}' is one too many in '{text}'")
    return found


def holds(expr: Expr, met: set[str] | frozenset[str]) -> bool:
    """Whether the facets in `met` are enough."""
    match expr:
        case Name(id):
            return id in met
        case And(parts):
            return all(holds(part, met) for part in parts)
        case Or(parts):
            return any(holds(part, met) for part in parts)
        case AtLeast(count, parts):
            return sum(holds(part, met) for part in parts) >= count


def facets_in(expr: Expr) -> frozenset[str]:
    """Ids of all facets that an expression names."""
    if isinstance(expr, Name):
        return frozenset({expr.id})
    return frozenset().union(*(facets_in(part) for part in expr.parts))


def fewest_more(expr: Expr, met: set[str] | frozenset[str]) -> int:
    """How many more facets than those in `met` are enough at best; 0 when they are enough."""
    match expr:
        case Name(id):
            return 0 if id in met else 1
        case And(parts):
            wanted = len(parts)
        case Or(parts):
            wanted = 1
        case AtLeast(wanted, parts):
            pass
    return sum(sorted(fewest_more(part, met) for part in parts)[:wanted])


def _tokens(text: str) -> list[str]:
    tokens, position = [], 0
    while position < len(text.rstrip()):
        found = _TOKEN.match(text, position)
        if found is None:
            raise FacetExpressionError(f"'{text[position:].strip()[0]}' cannot stand in '{text}'")
        tokens.append(found["name"] or found["mark"])
        position = found.end()
    return tokens


class _Parser:
    """Recursive descent over tokens; `level` counts open parentheses."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.position = 0

    @property
    def next(self) -> str:
        return self.tokens[self.position] if self.position < len(self.tokens) else ""

    def take(self, wanted: str = "") -> str:
        token = self.next
        if not token or (wanted and token != wanted):
            raise FacetExpressionError(f"{_quoted(wanted or 'a facet')} is missing{self.where()}")
        self.position += 1
        return token

    def where(self) -> str:
        return f" before '{self.next}'" if self.next else " at the end"

    def either(self, level: int) -> Expr:
        parts = [self.all(level)]
        while self.next == "or":
            self.take()
            parts.append(self.all(level))
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def all(self, level: int) -> Expr:
        parts = [self.one(level)]
        while self.next == "and":
            self.take()
            parts.append(self.one(level))
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def one(self, level: int) -> Expr:
        if level > DEEPEST:
            raise FacetExpressionError(f"parentheses more than {DEEPEST} deep")
        if self.next in {"and", "or", "of", ")", ","}:
            raise FacetExpressionError(f"a facet is missing{self.where()}")
        first = self.take()
        if first == "(":
            inner = self.either(level + 1)
            self.take(")")
            return inner
        return self.at_least(first, level) if self.next == "of" else Name(first)

    def at_least(self, count: str, level: int) -> AtLeast:
        self.take("of")
        self.take("(")
        parts = [self.either(level + 1)]
        while self.next == ",":
            self.take()
            parts.append(self.either(level + 1))
        self.take(")")
        if not count.isdecimal() or not 1 <= int(count) <= len(parts):
            raise FacetExpressionError(f"'{count} of' {len(parts)} cannot be")
        return AtLeast(int(count), tuple(parts))


def _quoted(wanted: str) -> str:
    return wanted if " " in wanted else f"'{wanted}'"
