"""Where the clauses of one parsed segment begin and end, for whatever must not cross them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A word of one segment with its place in the parse; `head` is an index, a root's its own."""

    text: str
    pos: str
    dep: str
    head: int


VERBS = frozenset(["VERB", "AUX"])


BREAKS = frozenset(
    [
        ",",
        ";",
        ":",
        ".",
        "(",
        ")",
        "?",
        "!",
        "|",
        "and",
        "but",
        "because",
        "so",
        "while",
        "when",
        "if",
    ]
)


_WALLS = frozenset(
    [":", "|", "so", "therefore", "hence", "only", "but", "unless", "except", "until", "because"]
)
"""Words behind which a negation no longer holds: "not across partitions, only inside one"."""


_CONDITIONS = frozenset(["if", "when", "while", "since", "because", "as", "once"])


_REASONS = frozenset(["as", "since", "because", "so", "given"])


_SUBJECTS = frozenset(["i", "we", "you", "they", "it", "he", "she"])


_SWITCHING = frozenset("turn turned switch switched keep kept stay stays leave set be".split())


def walled_off(nodes: Sequence[Node], negator: int, reached: int) -> bool:
    """Tell whether something between a negator and a later word ends the negation's reach."""
    walls = _WALLS | {","} if _in_condition(nodes, negator) else _WALLS
    return any(nodes[between].text in walls for between in range(negator + 1, reached + 1))


def _in_condition(nodes: Sequence[Node], negator: int) -> bool:
    """Tell whether a negator stands in a clause that a comma ends: "if nobody reads it, ..."."""
    for before in range(negator - 1, -1, -1):
        if nodes[before].text in _CONDITIONS:
            return True
        if nodes[before].text in BREAKS:
            return False
    return False


def same_clause(nodes: Sequence[Node], verb: int, noun: int) -> bool:
    """Tell whether a verb stands before its object with nothing that parts clauses between."""
    between = nodes[verb + 1 : noun]
    return nodes[verb].pos in VERBS and not any(node.text in BREAKS for node in between)


def until_break(nodes: Sequence[Node], index: int) -> list[int]:
    """Return the words behind one, up to where its clause ends."""
    reached = []
    for following in range(index + 1, len(nodes)):
        if nodes[following].text in BREAKS:
            break
        reached.append(following)
    return reached


def until_subject(nodes: Sequence[Node], index: int) -> list[int]:
    """Return what a contrast covers: "instead of polling we read the log" stops at "we"."""
    reached = []
    for following in until_break(nodes, index):
        if nodes[following].text in _SUBJECTS:
            break
        reached.append(following)
    return reached


def until_reason(nodes: Sequence[Node], index: int, reached: Iterable[int]) -> list[int]:
    """Return those of the words reached from one that stand before a reason given for it."""
    reasons = (at for at in range(index + 1, len(nodes)) if nodes[at].text in _REASONS)
    end = next(reasons, len(nodes))
    return [each for each in reached if index < each < end]


def is_switched(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether a thing is said to be off, not an alert to go off or a sum to be off."""
    before = nodes[index - 1] if index else nodes[index]
    if before.text == "be" and any(node.text in {"not", "n't"} for node in nodes[:index][-3:]):
        return False  # "the sums can't be off": they are right
    return nodes[index].text != "off" or before.pos != "VERB" or before.text in _SWITCHING


def back_to_break(nodes: Sequence[Node], index: int) -> list[int]:
    """Return the words before one, back to where its clause begins."""
    reached = []
    for before in range(index - 1, -1, -1):
        if nodes[before].text in BREAKS:
            break
        reached.append(before)
    return reached
