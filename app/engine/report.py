"""The report as data: the stable contract that the web, the CLI, the API and the database share.

All offsets count Unicode code points of the answer as admitted at the door; spans are half-open.
"""

from itertools import groupby
from typing import Literal

from pydantic import BaseModel, ConfigDict

Standing = Literal["missing", "mentioned", "explained", "contradicted"]
Polarity = Literal["asserted", "negated", "rejected", "hypothetical", "asked", "reported"]
FlagKind = Literal["misconception", "check", "omission", "contradiction", "integrity"]
Outcome = Literal["confirmed", "fails", "not-enough-said"]

BAND_NAMES = ("not an answer", "below the bar", "mixed", "hire", "strong hire")


class Data(BaseModel):
    """A part of a report: immutable, and nothing in it is unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Quote(Data):
    """A stretch of the answer: `answer[start:end] == text`."""

    start: int
    end: int
    text: str


class Evidence(Quote):
    """A stretch that justifies a standing, with the author's wording it matched."""

    wording: str
    polarity: Polarity = "asserted"
    facet: str | None = None


class FacetResult(Data):
    """Whether one part of explaining a concept is there."""

    id: str
    label: str
    met: bool


NOT_COUNTED = (
    "You name it, but so much else is wrong here that naming it does not count: explain it."
)


class ConceptResult(Data):
    """What the answer does with one concept, and the points it earns."""

    id: str
    name: str
    area: str
    weight: int
    standing: Standing
    points: int
    possible: int
    unsure: bool = False
    facets: tuple[FacetResult, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def not_counted(self) -> str:
        """Why the words shown beside a missing concept earn nothing; empty where none are shown."""
        return NOT_COUNTED if self.standing == "missing" and self.evidence else ""


class RedFlag(Data):
    """Something that costs points or caps the band, with the correction and its source.

    Attributes:
        points: what it takes off, 0 or less.
        unsure: shown, but neither costs points nor caps.
    """

    kind: FlagKind
    id: str
    severity: Literal["minor", "major"]
    points: int
    message: str
    right: str = ""
    source: str = ""
    unsure: bool = False
    evidence: tuple[Quote, ...] = ()


class CheckResult(Data):
    """The outcome of one executable claim."""

    id: str
    name: str
    outcome: Outcome
    message: str
    evidence: tuple[Quote, ...] = ()


class SetAside(Data):
    """A stretch that was not scored, and why, in plain words."""

    start: int
    end: int
    why: str


class Cap(Data):
    """A ceiling on the band, and what put it there."""

    to: int
    because: str


class Gap(Data):
    """What would gain points: the concept, the true gain, what to say, what will be asked next."""

    concept: str
    gain: int
    say: str
    follow_up: str


class Feedback(Data):
    """What to tell the learner, the most useful first."""

    first: str
    strengths: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()


class Edit(Data):
    """One addition or correction to the learner's text, with the gain found by re-scoring.

    Attributes:
        concept: what it explains or corrects; empty where a flag concerns no concept.
        flag: id of the red flag it mends; empty for an addition.
        at, delete: offsets in the answer as submitted, however many edits come before.
        gain: points it adds to the answer with the edits before it.
        score, band: of the answer with this edit and those before it.
        why: what it is for, in a sentence.
    """

    concept: str
    flag: str = ""
    at: int
    delete: int
    insert: str
    gain: int
    score: int
    band: int
    why: str


class OutlinePart(Data):
    """An area to write about, with questions that lead there."""

    area: str
    prompts: tuple[str, ...]


class Improved(Data):
    """The learner's text with edits applied, and what it then scores.

    Attributes:
        text: the answer with all edits made; the answer itself where there are none.
        score, band: what `text` scores; None where there is nothing to score.
        edits: in the order in which they gain most; they never touch one another.
        message: why there are no edits, or what they lead to.
        outline: what to write about, where there is nothing to build on.
    """

    text: str
    score: int | None
    band: int | None
    edits: tuple[Edit, ...] = ()
    message: str = ""
    outline: tuple[OutlinePart, ...] = ()

    @property
    def steps(self) -> tuple[tuple[Edit, ...], ...]:
        """The edits, those that serve one concept or red flag together."""
        groups = groupby(self.edits, key=lambda edit: (edit.concept, edit.flag))
        return tuple(tuple(edits) for _, edits in groups)


class Levels(Data):
    """The band (0-4) the same evidence earns at each bar."""

    mid: int
    senior: int
    staff: int


class Report(Data):
    """Everything the engine says about one answer."""

    question: str
    rubric_digest: str
    engine: str
    score: int | None
    possible: int = 100
    band: int | None
    band_name: str | None
    judged_at: Literal["mid", "senior", "staff"]
    caps: tuple[Cap, ...] = ()
    nothing_to_score: bool = False
    levels: Levels | None = None
    concepts: tuple[ConceptResult, ...]
    red_flags: tuple[RedFlag, ...] = ()
    checks: tuple[CheckResult, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    feedback: Feedback
    improved: Improved | None = None
    not_assessed: tuple[str, ...] = ("pace", "drawing", "reaction to probing")
