"""What a word governs in one parsed segment: the words that its negation reaches."""

from collections import defaultdict
from collections.abc import Sequence

from app.engine.clauses import Node, same_clause

_OUTSIDE = frozenset("nsubj nsubjpass csubj advcl relcl parataxis punct mark cc expl acl".split())
"""Children of a negated verb that its negation does not reach."""


def children_of(nodes: Sequence[Node]) -> dict[int, list[int]]:
    """Return the words that hang on each word, by its index."""
    found: dict[int, list[int]] = defaultdict(list)
    for index, node in enumerate(nodes):
        if node.head != index:
            found[node.head].append(index)
    return found


def below(
    nodes: Sequence[Node], children: dict[int, list[int]], top: int, skip: int = -1
) -> list[int]:
    """Return the verb at `top` and what it governs, leaving out its subject and side clauses."""
    reached = [top]
    for child in children[top]:
        if child == skip or nodes[child].dep in _OUTSIDE or _put_before(nodes, top, child):
            continue
        if _begins_anew(nodes, children, top, child):
            continue
        if nodes[child].dep == "conj" and not _alternative(nodes, children, top, child):
            continue
        reached += _tree(nodes, children, child)
    return reached


def _begins_anew(
    nodes: Sequence[Node], children: dict[int, list[int]], top: int, child: int
) -> bool:
    """Tell whether a part behind a comma has its own subject: "we need no X, a query gets Y"."""
    own_subject = any(nodes[each].dep in {"nsubj", "nsubjpass"} for each in children[child])
    return own_subject and any(node.text == "," for node in nodes[top:child])


def _put_before(nodes: Sequence[Node], top: int, child: int) -> bool:
    """Tell whether a part stands before the verb: it sets the scene and is not negated."""
    return child < top and nodes[child].dep not in {
        "aux",
        "auxpass",
        "neg",
        "amod",
        "compound",
        "acomp",
    }


def _alternative(
    nodes: Sequence[Node], children: dict[int, list[int]], top: int, conjunct: int
) -> bool:
    """Tell whether a conjunct stands under the same negation: "does not lose or repeat"."""
    joined_by_or = any(nodes[child].text in {"or", "nor"} for child in children[top])
    own_subject = any(nodes[child].dep in {"nsubj", "nsubjpass"} for child in children[conjunct])
    return joined_by_or and not own_subject


def _tree(nodes: Sequence[Node], children: dict[int, list[int]], top: int) -> list[int]:
    """Return a word and all that hangs on it, side clauses left out."""
    reached, queue = [], [top]
    while queue:
        current = queue.pop()
        reached.append(current)
        queue += [
            c for c in children[current] if nodes[c].dep not in {"advcl", "relcl", "parataxis"}
        ]
    return reached


def negated_noun(nodes: Sequence[Node], children: dict[int, list[int]], noun: int) -> list[int]:
    """Return noun and verb: "no data is lost" and "we lose no data" negate the losing too."""
    reached = _tree(nodes, children, noun)
    verb = nodes[noun].head
    if nodes[noun].dep in {"nsubj", "nsubjpass"}:
        reached += below(nodes, children, verb)
    elif nodes[noun].dep in {"dobj", "attr"} and same_clause(nodes, verb, noun):
        reached.append(verb)
    return reached


def subject(nodes: Sequence[Node], children: dict[int, list[int]], verb: int) -> list[int]:
    """Return the subject of a verb, with all that hangs on it."""
    return [
        reached
        for child in children[verb]
        if nodes[child].dep in {"nsubj", "nsubjpass"}
        for reached in _tree(nodes, children, child)
    ]


def under(nodes: Sequence[Node], children: dict[int, list[int]], index: int) -> list[int]:
    """Return all that hangs on a word, without the word."""
    return [reached for child in children[index] for reached in _tree(nodes, children, child)]


def objects(nodes: Sequence[Node], children: dict[int, list[int]], index: int) -> list[int]:
    """Return what a verb or preposition acts on."""
    wanted = {"dobj", "pobj", "xcomp", "pcomp", "nsubjpass", "ccomp", "prep"}
    return [
        reached
        for child in children[index]
        if nodes[child].dep in wanted
        for reached in _tree(nodes, children, child)
    ]
