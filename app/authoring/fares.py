"""How learners fare with each concept of a question, which red flags they raise, what they doubt.

Sums only, and every name comes from the rubric: a report's own sentences may quote the learner.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from app.content.rubric import Rubric
from app.db.fares import NoteCount, Outcome
from app.engine.report import BAND_NAMES, FlagKind, Standing

STANDINGS: tuple[Standing, ...] = ("explained", "mentioned", "contradicted", "missing")
"""The order in which shares are shown: best first, with what is not there at the end."""

MOST_FLAGS = 10
"""Red flags listed: an author mends the frequent ones first."""


Noted = Mapping[tuple[str, str], int]
"""How many notes there are by subject and kind."""


@dataclass(frozen=True, slots=True)
class ConceptFares:
    """What answers do with one concept.

    Attributes:
        counts: how many answers have each standing, in the order of `STANDINGS`.
        wrong, said: notes that learners left on it: "this is wrong", "I did say this".
    """

    id: str
    name: str
    area: str
    weight: int
    counts: tuple[int, ...]
    wrong: int
    said: int

    @property
    def answers(self) -> int:
        """How many answers were judged by it."""
        return sum(self.counts)

    def share(self, standing: Standing) -> int:
        """Whole percent of the answers that have this standing; 0 when there are none."""
        count = self.counts[STANDINGS.index(standing)]
        return round(100 * count / self.answers) if self.answers else 0


@dataclass(frozen=True, slots=True)
class FlagFares:
    """A red flag and how many answers raise it.

    Attributes:
        says: what the rubric says of it; empty where it no longer knows it.
        wrong, said: notes that learners left on it.
    """

    kind: FlagKind
    id: str
    says: str
    answers: int
    wrong: int
    said: int


@dataclass(frozen=True, slots=True)
class Fares:
    """Everything an author sees of how learners fare with a question.

    Attributes:
        answers: how many were read: the latest of each learner.
        elsewhere: how many of them were judged by another rubric than today's.
        median: of their scores; None when there are none.
        bands: how many answers reached each band, by its name, the best first.
        flags: the most frequent first, `MOST_FLAGS` at most.
        wrong, said: notes on any line of any attempt.
    """

    answers: int
    elsewhere: int
    median: float | None
    bands: tuple[tuple[str, int], ...]
    concepts: tuple[ConceptFares, ...]
    flags: tuple[FlagFares, ...]
    wrong: int
    said: int


def fares_of(
    outcomes: Sequence[Outcome], notes: Iterable[NoteCount], rubric: Rubric, digest: str
) -> Fares:
    """Add up what reports say.

    Args:
        outcomes: one an answer.
        rubric: today's, for the concepts and names to show.
        digest: of that rubric.
    """
    noted: Noted = {(each.subject, each.kind): each.notes for each in notes}
    bands = Counter(outcome.band for outcome in outcomes)
    return Fares(
        answers=len(outcomes),
        elsewhere=sum(outcome.rubric_digest != digest for outcome in outcomes),
        median=median(outcome.score for outcome in outcomes) if outcomes else None,
        bands=tuple((name, bands[band]) for band, name in reversed(list(enumerate(BAND_NAMES)))),
        concepts=tuple(_concepts(outcomes, noted, rubric)),
        flags=tuple(_flags(outcomes, noted, rubric)),
        wrong=sum(count for (_, kind), count in noted.items() if kind == "wrong"),
        said=sum(count for (_, kind), count in noted.items() if kind == "said"),
    )


def _concepts(outcomes: Sequence[Outcome], noted: Noted, rubric: Rubric) -> Iterable[ConceptFares]:
    found = Counter((each.id, each.standing) for outcome in outcomes for each in outcome.concepts)
    for concept in rubric.concepts:
        subject = f"concept/{concept.id}"
        yield ConceptFares(
            id=concept.id,
            name=concept.name,
            area=concept.area,
            weight=concept.weight,
            counts=tuple(found[concept.id, standing] for standing in STANDINGS),
            wrong=noted.get((subject, "wrong"), 0),
            said=noted.get((subject, "said"), 0),
        )


def _flags(outcomes: Sequence[Outcome], noted: Noted, rubric: Rubric) -> Iterable[FlagFares]:
    found = Counter(
        key for outcome in outcomes for key in {(flag.kind, flag.id) for flag in outcome.red_flags}
    )
    names = _names(rubric)
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    for (kind, id_), answers in ranked[:MOST_FLAGS]:
        subject = f"flag/{kind}/{id_}"
        yield FlagFares(
            kind=kind,
            id=id_,
            says=names.get((kind, id_), ""),
            answers=answers,
            wrong=noted.get((subject, "wrong"), 0),
            said=noted.get((subject, "said"), 0),
        )


def _names(rubric: Rubric) -> Mapping[tuple[str, str], str]:
    """What the rubric says of each flag it can raise."""
    return {
        **{("contradiction", concept.id): concept.name for concept in rubric.concepts},
        **{("misconception", each.id): each.right for each in rubric.misconceptions},
        **{("check", check.id): check.name for check in rubric.checks},
        **{
            ("omission", omission.concept or omission.area or "-or-".join(omission.any_of)):
                omission.message
            for omission in rubric.omissions
        },
    }  # fmt: skip
