"""Which words of one parsed segment are negated: rules over the dependency parse."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """A word of one segment with its place in the parse; `head` is an index, a root's its own."""

    text: str
    pos: str
    dep: str
    head: int


NEGATORS = frozenset(["not", "n't", "never", "hardly", "barely", "neither", "nor"])
"""Adverbs that negate the verb they hang on."""

_BEHIND_ITS_VERB = 3
"""Words a negator may stand behind the verb it hangs on ("are not", "is still not")."""

NEGATIVE_PRONOUNS = frozenset(["nothing", "nobody", "none", "nowhere"])
_DECLINING = frozenset(
    "skip skips skipping omit omits lack lacks lacking forgo disable disables disabling".split()
)
"""Verbs whose object the speaker does without."""

SOFT = frozenset("avoid avoids avoiding avoided avoidance prevent prevents preventing prevented "
                 "eliminate eliminates against forbid forbids".split())  # fmt: skip
"""Verbs that keep something from happening: it is spoken about, but not wanted."""

_OFF = frozenset(["off", "false", "disabled"])
_NOT_NEGATING = frozenset(
    ["only", "just", "necessarily", "matter", "later", "more", "less", "merely", "simply"]
)
_OUTSIDE = frozenset("nsubj nsubjpass csubj advcl relcl parataxis punct mark cc expl acl".split())
"""Children of a negated verb that its negation does not reach."""

_BREAKS = frozenset(
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


def negations(nodes: Sequence[Node]) -> tuple[list[bool], list[bool]]:
    """Return for each word whether it is negated, and whether it is something to be avoided.

    Two negations of one word cancel: "cannot do without monitoring" asks for monitoring.
    """
    children = _children(nodes)
    times = [0] * len(nodes)
    soft = [False] * len(nodes)
    for index, node in enumerate(nodes):
        for reached in set(_reach(nodes, children, index, node)):
            times[reached] += not _walled_off(nodes, index, reached)
        if node.text in SOFT:
            for reached in _objects(nodes, children, index):
                soft[reached] = True
    return [count % 2 == 1 for count in times], soft


_WALLS = frozenset(
    [":", "|", "so", "therefore", "hence", "only", "but", "unless", "except", "until", "because"]
)
"""Words behind which a negation no longer holds: "not across partitions, only inside one"."""


def _walled_off(nodes: Sequence[Node], negator: int, reached: int) -> bool:
    """Tell whether something between a negator and a later word ends the negation's reach."""
    walls = _WALLS | {","} if _in_condition(nodes, negator) else _WALLS
    return any(nodes[between].text in walls for between in range(negator + 1, reached + 1))


_CONDITIONS = frozenset(["if", "when", "while", "since", "because", "as", "once"])


def _in_condition(nodes: Sequence[Node], negator: int) -> bool:
    """Tell whether a negator stands in a clause that a comma ends: "if nobody reads it, ..."."""
    for before in range(negator - 1, -1, -1):
        if nodes[before].text in _CONDITIONS:
            return True
        if nodes[before].text in _BREAKS:
            return False
    return False


def _children(nodes: Sequence[Node]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for index, node in enumerate(nodes):
        if node.head != index:
            found[node.head].append(index)
    return found


def _reach(
    nodes: Sequence[Node], children: dict[int, list[int]], index: int, node: Node
) -> Iterable[int]:
    """Return the words that the negator at `index`, if it is one, negates."""
    after = nodes[index + 1].text if index + 1 < len(nodes) else ""
    if after in _NOT_NEGATING or (node.text == "not" and after == ","):
        return ()
    if node.text == "no":
        return _no(nodes, children, index, after)
    if node.text in NEGATORS or node.dep == "neg":
        return _verb_phrase(nodes, children, index, node.head)
    if node.text in NEGATIVE_PRONOUNS:
        return _without_any(nodes, children, index, node)
    if node.text == "without" and after:
        return _under(nodes, children, index) or _until_break(nodes, index)
    return _other_reach(nodes, children, index, node)


def _no(
    nodes: Sequence[Node], children: dict[int, list[int]], index: int, after: str
) -> Iterable[int]:
    """Return what "no" negates: a verb behind "no longer", a noun and its verb, or the rest."""
    if after == "longer":
        verb = next((at for at in range(index, len(nodes)) if nodes[at].pos in _VERBS), index)
        return _verb_phrase(nodes, children, index, verb)
    if nodes[index].dep == "det" and nodes[index].head != index:
        return _negated_noun(nodes, children, nodes[index].head)
    if not after:
        return ()
    return _under(nodes, children, index) or _until_break(nodes, index)


_VERBS = frozenset(["VERB", "AUX"])


def _without_any(
    nodes: Sequence[Node], children: dict[int, list[int]], index: int, node: Node
) -> list[int]:
    """Negate the losing in "nothing is lost" and "we lose nothing"; not in ", nothing to do"."""
    if node.dep in {"nsubj", "nsubjpass", "dobj", "attr", "pobj"}:
        return _below(nodes, children, node.head, skip=index)
    return _until_break(nodes, index)


def _verb_phrase(
    nodes: Sequence[Node], children: dict[int, list[int]], index: int, verb: int
) -> list[int]:
    """Return what an adverb negates: its verb and what follows, never what was said before."""
    if verb == index or index - verb > _BEHIND_ITS_VERB:
        return _until_break(nodes, index)
    return [reached for reached in _below(nodes, children, verb) if reached >= min(index, verb)]


def _other_reach(
    nodes: Sequence[Node], children: dict[int, list[int]], index: int, node: Node
) -> Iterable[int]:
    """Contrasts, verbs of declining, and settings that are off."""
    after = nodes[index + 1].text if index + 1 < len(nodes) else ""
    if (node.text, after) in {("instead", "of"), ("rather", "than"), ("opposed", "to")}:
        return _until_subject(nodes, index + 1)
    if node.text in _DECLINING:
        return [reached for reached in _objects(nodes, children, index) if reached > index]
    if node.text in _OFF and (not after or after in _BREAKS) and _is_switched(nodes, index):
        return _back_to_break(nodes, index)
    return ()


def _below(
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


def _negated_noun(nodes: Sequence[Node], children: dict[int, list[int]], noun: int) -> list[int]:
    """Return noun and verb: "no data is lost" and "we lose no data" negate the losing too."""
    reached = _tree(nodes, children, noun)
    verb = nodes[noun].head
    if nodes[noun].dep in {"nsubj", "nsubjpass"}:
        reached += _below(nodes, children, verb)
    elif nodes[noun].dep in {"dobj", "attr"} and _same_clause(nodes, verb, noun):
        reached.append(verb)
    return reached


def _same_clause(nodes: Sequence[Node], verb: int, noun: int) -> bool:
    """Tell whether a verb stands before its object with nothing that parts clauses between."""
    between = nodes[verb + 1 : noun]
    return nodes[verb].pos in _VERBS and not any(node.text in _BREAKS for node in between)


def _under(nodes: Sequence[Node], children: dict[int, list[int]], index: int) -> list[int]:
    return [reached for child in children[index] for reached in _tree(nodes, children, child)]


def _objects(nodes: Sequence[Node], children: dict[int, list[int]], index: int) -> list[int]:
    """Return what a verb or preposition acts on."""
    wanted = {"dobj", "pobj", "xcomp", "pcomp", "nsubjpass", "ccomp", "prep"}
    return [
        reached
        for child in children[index]
        if nodes[child].dep in wanted
        for reached in _tree(nodes, children, child)
    ]


def _until_break(nodes: Sequence[Node], index: int) -> list[int]:
    reached = []
    for following in range(index + 1, len(nodes)):
        if nodes[following].text in _BREAKS:
            break
        reached.append(following)
    return reached


_SUBJECTS = frozenset(["i", "we", "you", "they", "it", "he", "she"])

_SWITCHING = frozenset("turn turned switch switched keep kept stay stays leave set be".split())


def _until_subject(nodes: Sequence[Node], index: int) -> list[int]:
    """Return what a contrast covers: "instead of polling we read the log" stops at "we"."""
    reached = []
    for following in _until_break(nodes, index):
        if nodes[following].text in _SUBJECTS:
            break
        reached.append(following)
    return reached


def _is_switched(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether a thing is said to be off, not an alert to go off."""
    before = nodes[index - 1] if index else nodes[index]
    return nodes[index].text != "off" or before.pos != "VERB" or before.text in _SWITCHING


def _back_to_break(nodes: Sequence[Node], index: int) -> list[int]:
    reached = []
    for before in range(index - 1, -1, -1):
        if nodes[before].text in _BREAKS:
            break
        reached.append(before)
    return reached
