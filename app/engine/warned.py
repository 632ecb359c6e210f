"""Which words of one parsed segment are warned of: "keeping one copy would lose data"."""

from collections.abc import Iterator, Sequence

from app.engine.clauses import Node, back_to_break, until_break

_WOULD = frozenset(["would", "could", "'d"])
_PASSED_OVER = frozenset("also soon easily just then quickly simply probably even still be".split())
_MOST_BETWEEN = 2

_HARM = frozenset(
    "lose break fail crash overload corrupt overwhelm exhaust flood hurt kill miss stall block "
    "starve violate destroy expose leak ruin damage resurrect double duplicate fill freeze hang "
    "halt explode swamp melt cripple slow drown choke clog collide "
    "lost broken wrong useless dangerous gone unsafe fatal overkill".split()
)
"""Verbs and adjectives of a bad end, as they stand behind "would"."""

_ON_PURPOSE = frozenset(
    "double duplicate fill kill halt freeze block break miss slow flood".split()
)
"""What people also do on purpose: "I'd double the executors" warns of nothing."""

_TOO = frozenset("too far way everybody everyone everything down years ages twice".split())
_COSTLY = frozenset(["cost", "take", "bring", "be"])
"""Verbs whose end is bad only with one of the words above behind: "would cost too much"."""


def warned(nodes: Sequence[Node]) -> Iterator[int]:
    """Yield the words of each clause that says what bad end something would have."""
    for index, node in enumerate(nodes):
        if node.text in _WOULD and (verb := _harm(nodes, index)):
            yield from back_to_break(nodes, index)
            yield from (index, verb, *until_break(nodes, verb))


def _harm(nodes: Sequence[Node], modal: int) -> int:
    """Return the word behind a modal that tells of harm, or 0."""
    at = modal + 1
    while at < len(nodes) and at <= modal + _MOST_BETWEEN and nodes[at].text in _PASSED_OVER:
        at += 1
    if at < len(nodes) and nodes[at].text in _HARM:
        ours = nodes[modal - 1].text in {"i", "we"} and nodes[at].text in _ON_PURPOSE
        return 0 if ours else at
    costly = [each for each in (at, at - 1) if nodes[min(each, len(nodes) - 1)].text in _COSTLY]
    behind = nodes[at : at + 3]
    return at if costly and any(each.text in _TOO for each in behind) else 0
