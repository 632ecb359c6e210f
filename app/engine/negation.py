"""Which words of one parsed segment are negated: rules over the dependency parse."""

from collections.abc import Iterable, Sequence

from app.engine.clauses import (
    BREAKS,
    VERBS,
    Node,
    back_to_break,
    is_switched,
    until_break,
    until_reason,
    until_subject,
    walled_off,
)
from app.engine.governing import below, children_of, negated_noun, objects, subject, under
from app.engine.warned import warned

NEGATORS = frozenset(["not", "n't", "never", "hardly", "barely", "neither", "nor"])
"""Adverbs that negate the verb they hang on."""

_BEHIND_ITS_VERB = 3
"""Words a negator may stand behind the verb it hangs on ("are not", "is still not")."""

NEGATIVE_PRONOUNS = frozenset(["nothing", "nobody", "none", "nowhere"])
_DECLINING = frozenset(
    "skip skips skipping omit omits lack lacks lacking forgo disable disables disabling".split()
)
"""Verbs whose object the speaker does without."""

_LEAVING = frozenset("leave leaves leaving left".split())

SOFT = frozenset("avoid avoids avoiding avoided avoidance prevent prevents preventing prevented "
                 "eliminate eliminates against forbid forbids".split())  # fmt: skip
"""Verbs that keep something from happening: it is spoken about, but not wanted."""

_FORGETTING = frozenset("forget forgetting neglect overlook hesitate".split())
"""Verbs that deny what hangs on them: "don't forget to alert" asks for the alert."""

_DOUBTING = frozenset("doubt doubts doubted".split())
"""Verbs that deny the clause they introduce."""

_FAR = frozenset([("anything", "but"), ("far", "from")])
"""Behind "is" these deny what follows: "is far from safe", but not "readers far from us"."""

_OFF = frozenset(["off", "false", "disabled"])
_NOT_NEGATING = frozenset(["only", "matter", "later", "more", "less", "doubt", "question"])
"""Words before which a negator denies nothing: "not only", "no matter", "never more than"."""

_MERELY = frozenset(["just", "merely", "simply"])
_ADDING = frozenset(["but", "also", "too", "even"])
"""Before a verb "not just" denies it ("it doesn't simply go on"), unless more is added."""


def negations(nodes: Sequence[Node]) -> tuple[list[bool], list[bool]]:
    """Return for each word whether it is negated, and whether it is something to be avoided.

    Two negations of one word cancel: "cannot do without monitoring" asks for monitoring.
    """
    children = children_of(nodes)
    times = [0] * len(nodes)
    soft = [False] * len(nodes)
    for index, node in enumerate(nodes):
        for reached in set(_reach(nodes, children, index, node)):
            times[reached] += not walled_off(nodes, index, reached)
        if node.text in SOFT:
            for reached in objects(nodes, children, index):
                soft[reached] = True
    for reached in warned(nodes):
        soft[reached] = True
    return [count % 2 == 1 for count in times], soft


def _reach(
    nodes: Sequence[Node], children: dict[int, list[int]], index: int, node: Node
) -> Iterable[int]:
    """Return the words that the negator at `index`, if it is one, negates."""
    after = nodes[index + 1].text if index + 1 < len(nodes) else ""
    if _denies_nothing(nodes, index, after):
        return ()
    if node.text == "no":
        return _no(nodes, children, index, after)
    if node.text in NEGATORS or node.dep == "neg":
        return _adverb(nodes, children, index, node)
    if node.text in NEGATIVE_PRONOUNS:
        return _without_any(nodes, children, index, node)
    if node.text == "without" and after:
        return under(nodes, children, index) or until_break(nodes, index)
    return _other_reach(nodes, children, index, node)


def _adverb(
    nodes: Sequence[Node], children: dict[int, list[int]], index: int, node: Node
) -> Iterable[int]:
    """Return what an adverb negates; "neither" and its "nor" are one negation of noun and verb."""
    if node.text == "nor" and any(before.text == "neither" for before in nodes[:index]):
        return ()
    if node.text == "neither" and nodes[node.head].pos not in VERBS:
        return negated_noun(nodes, children, node.head)
    return _verb_phrase(nodes, children, index, node.head)


def _denies_nothing(nodes: Sequence[Node], index: int, after: str) -> bool:
    """Tell whether the word behind a negator takes its force: "not only", "not just a cache"."""
    if after in _MERELY:
        return not _is_mere_denial(nodes, index)
    return after in _NOT_NEGATING or (nodes[index].text == "not" and after == ",")


def _is_mere_denial(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether "not simply" denies the verb behind it, and nothing more is claimed."""
    behind = nodes[index + 2 :]
    return bool(behind) and behind[0].pos in VERBS and not any(n.text in _ADDING for n in behind)


def _no(
    nodes: Sequence[Node], children: dict[int, list[int]], index: int, after: str
) -> Iterable[int]:
    """Return what "no" negates: a verb behind "no longer", a noun and its verb, or the rest."""
    if after == "longer":
        verb = next((at for at in range(index, len(nodes)) if nodes[at].pos in VERBS), index)
        return _verb_phrase(nodes, children, index, verb)
    if after == "," and index and nodes[index - 1].text == ":":
        return range(index)  # "90 days at once: no, a pool of four"
    if nodes[index].dep == "det" and nodes[index].head != index:
        return negated_noun(nodes, children, nodes[index].head)
    if not after:
        return ()
    return under(nodes, children, index) or until_break(nodes, index)


def _without_any(
    nodes: Sequence[Node], children: dict[int, list[int]], index: int, node: Node
) -> list[int]:
    """Negate the losing in "nothing is lost" and "we lose nothing"; not in ", nothing to do"."""
    if node.dep in {"nsubj", "nsubjpass", "dobj", "attr", "pobj"}:
        reached = below(nodes, children, node.head, skip=index)
        # "if there's none its 429": behind a bare "none" something else begins.
        return [each for each in reached if node.text != "none" or each < index]
    return until_break(nodes, index)


def _verb_phrase(
    nodes: Sequence[Node], children: dict[int, list[int]], index: int, verb: int
) -> list[int]:
    """Return what an adverb negates: its verb and what follows, never what was said before."""
    if verb == index or index - verb > _BEHIND_ITS_VERB:
        return until_break(nodes, index)
    reached = [each for each in below(nodes, children, verb) if each >= min(index, verb)]
    if nodes[index - 1].pos == "AUX" and all(
        each <= index or _is_mute(nodes[each]) for each in reached
    ):
        return _ellipsis(nodes, children, index, verb)
    return reached


def _is_mute(node: Node) -> bool:
    """Tell whether a word behind a negator adds nothing to what is denied."""
    return node.text in ("either", ".", ",")


def _ellipsis(
    nodes: Sequence[Node], children: dict[int, list[int]], index: int, verb: int
) -> list[int]:
    """Return the subject of which something is denied ("codes are fine, ids are not").

    Where the parser lost what follows ("isn't exactly-once, it's"), that is denied.
    """
    behind = nodes[index + 1] if index + 1 < len(nodes) else None
    if behind is not None and behind.text not in BREAKS and behind.text != "either":
        return until_break(nodes, index)
    return subject(nodes, children, verb) or back_to_break(nodes, index)


def _other_reach(
    nodes: Sequence[Node], children: dict[int, list[int]], index: int, node: Node
) -> Iterable[int]:
    """Contrasts, verbs of declining, and settings that are off."""
    after = nodes[index + 1].text if index + 1 < len(nodes) else ""
    if index > 1 and (nodes[index - 1].text, node.text) in _FAR and nodes[index - 2].pos == "AUX":
        return until_break(nodes, index)
    if (node.text in _DOUBTING and node.pos == "VERB") or (
        node.text in _FORGETTING and _is_denied(nodes, index)
    ):
        return until_break(nodes, index)
    if (node.text, after) in {("instead", "of"), ("rather", "than"), ("opposed", "to")}:
        return until_subject(nodes, index + 1)
    if node.text in _DECLINING or _leaves_out(nodes, children, index):
        return until_reason(nodes, index, objects(nodes, children, index))
    if node.text in _OFF and (not after or after in BREAKS) and is_switched(nodes, index):
        return back_to_break(nodes, index)
    return ()


def _is_denied(nodes: Sequence[Node], index: int) -> bool:
    """Tell whether a negator stands shortly before a word: "don't forget"."""
    return any(node.text in NEGATORS for node in nodes[max(0, index - _BEHIND_ITS_VERB) : index])


def _leaves_out(nodes: Sequence[Node], children: dict[int, list[int]], index: int) -> bool:
    """Tell whether a verb is the "leave" of "leave the ledger out" or "leave the nulls aside"."""
    return nodes[index].text in _LEAVING and any(
        nodes[child].text in {"out", "aside"} for child in children[index]
    )
