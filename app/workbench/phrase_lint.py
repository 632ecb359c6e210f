"""What is doubtful about one authored phrase, and about the phrases of one idea together."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.engine.negation import NOT_NEGATING
from app.engine.phrases import ANY_NUMBER, ARTICLES, NEGATORS, Families, families_of, words_of
from app.engine.words import stem

EDGE_MARKS = frozenset("+*^=&$€£")
"""Marks that mean something at the edge of a phrase: `rate *`, `table+`. Between two words they
are rarely missed: `key + endpoint` is found as key, endpoint."""

LONE = frozenset(["not", "n't", "never"])
"""Negators that are themselves read as negated where they stand in a sentence."""

PRONOUNS = frozenset(["nothing", "nobody"])
"""Negators that negate the verb before them: "it costs nothing"."""

AUXILIARIES = frozenset(
    "can ca do does did will wo would should could is are was were must need may might has have "
    "had".split()
)
"""Verbs that the negator behind them negates, if nothing else stands there: `"does not"`."""

SHOWN = 6
"""Phrases named in one message; the rest is counted."""


class Doubt(NamedTuple):
    """A doubtful thing: a code of LINT_CODES and a sentence about it."""

    code: str
    message: str


@lru_cache(maxsize=50_000)  # quoted phrases recur in many wordings
def phrase_doubts(text: str, *, exact: bool) -> tuple[Doubt, ...]:
    """Return what is doubtful about a phrase of an idea or a quoted phrase of a wording.

    Args:
        exact: no other words may stand between its words.
    """
    written = text.strip('"').strip()
    words = words_of(written)
    if not any(stem(word) or word == ANY_NUMBER for word in words):
        return (Doubt("says-nothing", f"nothing of '{written}' can be looked for"),)
    said = idle_negator(words, exact=exact)
    idle = (Doubt("idle-negator", f"'{written}': {said}"),) if said else ()
    return (*lost_parts(written), *idle)


def lost_parts(text: str) -> Iterator[Doubt]:
    """Yield a doubt if a mark or an article of the text is lost that it seems to need."""
    words = [word for word in words_of(text) if word not in {'"', "'"}]
    left = " ".join(word for word in words if stem(word))
    if "#" in text:
        yield Doubt("lost-part", f"'{text}': # is read as any number, as `<n>` is")
    elif "%" in words:
        yield Doubt("lost-part", f"'{text}' is read as '{left}': the % is lost")
    elif left and words and (words[0] in EDGE_MARKS or words[-1] in EDGE_MARKS):
        yield Doubt("lost-part", f"'{text}' is read as '{left}': its mark is lost")
    article, _, rest = text.lower().partition(" ")
    if article in ARTICLES and rest.strip().isalpha():
        yield Doubt("lost-part", f"'{text}' is read as '{left}': articles are lost")


def idle_negator(words: Sequence[str], *, exact: bool) -> str | None:
    """Say why a phrase with a negator is hardly ever found; None if it is, or has none.

    A phrase with a negator asks that its other words be negated in the answer, so it is lost
    where the rules of polarity see no negation, or where "exact" lets no negator stand between.
    """
    kept = [place for place, word in enumerate(words) if word not in NEGATORS]
    denying = [place for place, word in enumerate(words) if word in NEGATORS]
    if not denying or tuple(words[-2:]) == ("or", "nothing"):
        return None
    if not kept:
        lone = LONE.intersection(words)
        return "this word is itself read as negated, so it is hardly ever found" if lone else None
    if len(denying) == 1 and denying[0] > kept[-1] and not _negates_before(words):
        return f"nothing stands behind '{words[-1]}' that it could negate"
    for place in denying:
        if words[place + 1 : place + 2] and words[place + 1] in NOT_NEGATING:
            return f"'{words[place]} {words[place + 1]}' negates nothing, so it is never found"
        if exact and kept[0] < place < kept[-1]:
            return f"quoted words stand side by side: '{words[place]}' between them is in the way"
    return None


def _negates_before(words: Sequence[str]) -> bool:
    """Tell whether the negator that ends these words negates what is before it, or nothing."""
    choice = words[-2] == "than" or tuple(words[-2:]) in {("or", "no"), ("or", "neither")}
    return choice or words[-1] in PRONOUNS or words[-2] in AUXILIARIES


def idle_phrases(phrases: Sequence[str]) -> Mapping[str, str]:
    """Phrases that find nothing which another phrase of the idea does not, with that phrase."""
    known = [(phrase, families_of_phrase(phrase)) for phrase in phrases]
    loose: dict[tuple[tuple[str, ...], bool], str] = {}
    for phrase, families in known:
        if families and not (families.exact and len(families.stems) > 1):
            loose.setdefault((families.stems, families.negated), phrase)
    idle: dict[str, str] = {}
    exact_seen: dict[Families, str] = {}
    for phrase, families in known:
        if families is None:
            continue
        covering = _covering(phrase, families, loose) or exact_seen.get(families)
        exact_seen.setdefault(families, phrase)
        if covering is not None:
            idle[phrase] = covering
    return idle


def _covering(
    phrase: str, families: Families, loose: Mapping[tuple[tuple[str, ...], bool], str]
) -> str | None:
    """Return the phrase that stands as a run within this one, or says the same before it."""
    stems, count = families.stems, len(families.stems)
    for length in range(1, count + 1):
        for start in range(count - length + 1):
            other = loose.get((stems[start : start + length], families.negated))
            if other is not None and other != phrase:
                return other
    return None


def families_of_phrase(phrase: str) -> Families | None:
    """The families of an idea's phrase; one in quotation marks is exact."""
    return families_of(phrase, exact=phrase.startswith('"'))


def idle_message(idle: Mapping[str, str], count: int) -> str:
    """One sentence about the idle phrases of an idea of `count` phrases."""
    shown = [f"'{phrase}' ('{other}')" for phrase, other in list(idle.items())[:SHOWN]]
    more = f" and {len(idle) - SHOWN} more" if len(idle) > SHOWN else ""
    verb = "finds" if len(idle) == 1 else "find"
    return f"{len(idle)} of {count} phrases {verb} nothing new: {', '.join(shown)}{more}"
