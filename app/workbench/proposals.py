"""Propose wordings for missed sentences: their words, generalised to ideas, tried on every text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from app.content.rubric import ScopedIdea
from app.engine.matching import Matcher
from app.engine.wordings import compile_wording
from app.engine.words import stem
from app.workbench.cases import Case, Target
from app.workbench.firing import Firing
from app.workbench.missed import Missed, own_families

MOST_TERMS = 8
"""Terms of a sentence that are combined, the nearest to the concept: 84 wordings are tried."""

MOST_PROPOSALS = 5
"""Wordings proposed for one concept: an author reads five, not fifty."""

TOO_COMMON = 0.5
"""Share of all texts in which a term may stand: one in every second text tells nothing."""

FEW_TEXTS = 10
"""Texts in which any term may stand: of so few, no share says anything."""


DENIED = 2
"""Distance added for a negated term: the parser may err, and wordings that deny find less."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A wording that would find missed texts and none that must not be found.

    Attributes:
        finds: labels of the missed texts it stands in.
        elsewhere: how many texts it stands in of which nothing is expected.
        example: the sentence it was made from.
    """

    wording: str
    finds: tuple[str, ...]
    elsewhere: int
    example: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A case with the occurrences in its text."""

    case: Case
    matcher: Matcher


@dataclass(frozen=True, slots=True)
class _Term:
    """An idea or a word of a sentence, as a wording names it.

    Attributes:
        distance: 0 an idea of the target's wordings, 1 a word of its sentences, 2 another word,
            3 another idea of the rubric, 4 one of the lexicon.
    """

    distance: int
    common: int
    text: str
    negated: bool


def propose(
    target: Target, missed: Sequence[Missed], texts: Sequence[Seen], firing: Firing
) -> Iterator[Proposal]:
    """Yield wordings, each for sentences that those before it do not find.

    Only wordings that stand in no text which must not count are proposed: an author judges whether
    they say what is meant, this only shows what would work.
    """
    left = {each.case for each in missed}
    near = _Nearness.of(target, firing)
    given = 0
    for each in missed:
        if each.case not in left or given == MOST_PROPOSALS:
            continue
        terms = _terms(each, texts, firing, near)
        tried = [_tried(terms_, target, each, texts, firing) for terms_ in _chosen(terms)]
        found = [proposal for proposal in tried if proposal and each.case in proposal[1].finds]
        if found:
            _, best = min(found, key=lambda one: (-len(left & set(one[1].finds)), *one[0]))
            yield best
            given += 1
            left -= set(best.finds)


@dataclass(frozen=True, slots=True)
class _Nearness:
    """What belongs to a concept: keys of its wordings, families of its sentences."""

    keys: frozenset[str]
    families: frozenset[str]

    @classmethod
    def of(cls, target: Target, firing: Firing) -> "_Nearness":
        own = [made for placed, made in firing.wordings.items() if placed.owner == target.id]
        keys = frozenset(
            key
            for wording in own
            for need in wording.needs
            for branch in need.branches
            for atom in branch
            for key in atom.keys
        )
        return cls(keys, own_families(target))

    def distance(self, key: str, firing: Firing) -> int:
        kind, _, name = key.partition(":")
        if key in self.keys:
            return 0
        if kind == "word":
            return 1 if name in self.families else 2
        return 3 if name in firing.book.own else 4


def _terms(missed: Missed, texts: Sequence[Seen], firing: Firing, near: _Nearness) -> list[_Term]:
    """Return the ideas and words of a sentence that tell most: the nearest, then the rarest."""
    found = firing.matcher(missed.sentence).found
    terms = []
    for key, occurrences in found.items():
        text = _named(key, missed, firing)
        if text is None or not occurrences:
            continue
        common = sum(1 for each in texts if each.matcher.found.get(key))
        negated = all(each.negated for each in occurrences)
        if common <= max(FEW_TEXTS, TOO_COMMON * len(texts)):
            terms.append(_Term(near.distance(key, firing), common, text, negated))
    terms.sort(key=lambda term: (term.distance, term.common, term.text))
    return terms[:MOST_TERMS] if terms and terms[0].distance < 2 else []


def _named(key: str, missed: Missed, firing: Firing) -> str | None:
    """Return how a wording names a key; None if it had better not."""
    kind, _, name = key.partition(":")
    if kind == "idea":
        content = firing.book.own.get(name) or firing.book.shared[name]
        return None if isinstance(content, ScopedIdea) and content.either else f"<{name}>"
    if kind != "word":
        return None
    word = next((each for each in missed.words if stem(each) == name), None)
    return None if word is None or firing.book.named_by((word,)) else word


def _chosen(terms: Sequence[_Term]) -> Iterator[tuple[_Term, ...]]:
    """Yield two or three terms at a time, one of them near to the concept."""
    for chosen in chain(combinations(terms, 2), combinations(terms, 3)):
        if min(term.distance for term in chosen) < 2:
            yield chosen


def _tried(
    terms: tuple[_Term, ...],
    target: Target,
    missed: Missed,
    texts: Sequence[Seen],
    firing: Firing,
) -> tuple[tuple[int, ...], Proposal] | None:
    """Return the proposal with its rank, the lower the better; None if it finds what it must not.

    The rank is how far its terms lie from the concept, then how often it stands elsewhere.
    """
    plain = [term.text for term in terms if not term.negated]
    denied = [term.text for term in terms if term.negated]
    wording = " ".join([*plain, *(["not"] if denied else []), *denied])
    compiled = compile_wording(wording, firing.book)
    finds, elsewhere = [], 0
    for each in texts:
        look = each.matcher.claims if target.is_flag else each.matcher.matches
        if not look([compiled]):
            continue
        wanted = target.wanted(each.case)
        if wanted is False:
            return None
        if wanted:
            finds.append(each.case.label)
        else:
            elsewhere += 1
    far = sum(term.distance for term in terms) + DENIED * len(denied)
    rank = (far, elsewhere, -len(finds), len(terms))
    return rank, Proposal(wording, tuple(finds), elsewhere, missed.sentence)
