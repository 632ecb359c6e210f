"""Tell from the words around a value whether the candidate means it as a setting."""

from collections.abc import Sequence

from app.engine.reading import Token

_NOT_SAID = frozenset({"not", "n't", "never", "no", "avoid", "without", "than", "vs", "versus",
                       "unlike", "instead"})  # fmt: skip
"""Before a value these say that it is not the candidate's choice."""
_NOT_SAID_REACH = 3
_SUPPOSED = frozenset({"if", "suppose", "imagine", "unless", "were", "had", "whether"})
_SUPPOSED_REACH = 8
_OWN = frozenset({"we", "i", "our", "my"})
_GONE = frozenset({"down", "left", "fail", "die", "dead", "lose", "lag", "gone", "crash", "offline",
                   "unavail", "behind", "slow", "away", "out", "aliv", "remain", "healthi",
                   "surviv"})  # fmt: skip
"""Behind a counted phrase these say that some are lost: "2 replicas die" sets nothing."""
_TAKEN = frozenset({"lose", "other", "remain", "kill", "another", "surviv", "extra", "more"})
_DEFAULT_REACH = 4
_OWN_REACH = 3
_HOLDERS = frozenset({"broker", "node", "disk", "machin", "server", "consum", "member", "executor",
                      "task", "core", "instanc", "shard", "host", "pod", "box", "worker", "thread",
                      "reader"})  # fmt: skip
"""What a share may belong to: "4 partitions per broker" is not how many there are."""
_EACH = frozenset({"each", "every", "one", "a", "an", "per", "single", "any"})
_SHARE_REACH = 5


def is_denied(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Tell whether the value at these tokens is negated or turned down; a comma ends the reach."""
    if any(token.negated for token in tokens[begin:end]):
        return True
    denied = False
    for token in tokens[max(0, begin - _NOT_SAID_REACH) : begin]:
        denied = token.text not in (",", ";", ":") and (denied or token.text in _NOT_SAID)
    return denied


def is_lost(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Tell whether a counted phrase speaks of some that are lost, or of the rest."""
    behind = tokens[end : end + 3]
    before = tokens[max(0, begin - 2) : begin]
    return any({token.text, token.stem} & _GONE for token in behind) or any(
        token.stem in _TAKEN for token in before
    )


def is_share(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether a value is what one holder has: 10 TB per broker, 4 partitions / node."""
    words = tokens[end : end + 2]
    return (
        len(words) == 2 and words[0].text in ("per", "/", "a", "each") and words[1].stem in _HOLDERS
    )


def is_counted_for_each(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Tell whether a counted phrase is about each of several: "every consumer reads 4 lanes"."""
    if end < len(tokens) and tokens[end].text in ("each", "apiece"):
        return True
    near = tokens[max(0, begin - _SHARE_REACH) : begin + 1]
    return any(
        one.text in _EACH and other.stem in _HOLDERS and third.stem != "group"
        for one, other, third in zip(near, near[1:], near[2:], strict=False)
    )


def is_supposed(tokens: Sequence[Token], begin: int) -> bool:
    """Tell whether a value stands under an if."""
    clause = [token.text for token in tokens[max(0, begin - _SUPPOSED_REACH) : begin]]
    return any(word in _SUPPOSED and "," not in clause[at:] for at, word in enumerate(clause))


def is_default(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Tell whether a value is called the default, and not "our default"."""
    first = max(0, begin - _DEFAULT_REACH)
    said = [
        index
        for index, token in enumerate(tokens[first : end + _DEFAULT_REACH], first)
        if token.stem == "default"
    ]
    return bool(said) and not any(
        token.text in _OWN
        for index in said
        for token in tokens[max(0, index - _OWN_REACH) : index + _OWN_REACH]
    )


def is_part_of(tokens: Sequence[Token], begin: int) -> bool:
    """Tell whether a counted phrase names the whole of which some are meant: two of 3 replicas."""
    before = tokens[max(0, begin - 3) : begin]
    mark = bool(before) and before[-1].text in ("of", "/")
    return mark and any(token.number is not None or token.text == "out" for token in before)
