"""What a rubric file and the lexicon hold: ideas, slots, concepts, misconceptions, checks."""

from typing import Annotated, Literal

from pydantic import Field

from app.content.base import Authored, Expression, Line, Slug, Text, Weight, Wording

Severity = Literal["minor", "major"]
Standing = Literal["missing", "mentioned", "explained", "contradicted"]
Wordings = Annotated[tuple[Wording, ...], Field(max_length=60)]
Some = Annotated[tuple[Wording, ...], Field(min_length=1, max_length=60)]
Many = Annotated[tuple[Wording, ...], Field(min_length=1, max_length=200)]


class ScopedIdea(Authored):
    """An idea whose words have other senses.

    Attributes:
        words: words and short phrases for the notion.
        of: one of these words or ideas must stand in the same sentence.
        not_of: none of these may stand in the same sentence.
        either: negation does not matter ("avoid a hot key" still speaks of hot keys).
    """

    words: Some
    of: Wordings = ()
    not_of: Wordings = ()
    either: bool = False


class Slot(Authored):
    """A number or setting that checks read from an answer.

    Attributes:
        names: what stands beside the value: "replication factor", "rf".
        kind: what a value is. count: a plain number; choice: one of `values`;
            size in bytes, duration in seconds, rate in events a second, throughput in bytes a
            second, share between 0 and 1.
        phrases: wordings with `<n>` where the number stands: "<n> copies".
        values: for a choice, each canonical value with the words that mean it.
        called: what sentences call it, with its article ("the code length"); else by its first
            name.
    """

    names: Wordings = ()
    kind: Literal["count", "choice", "size", "duration", "rate", "throughput", "share"] = "count"
    phrases: Wordings = ()
    values: dict[str, Some] = {}
    called: Line | None = None


class Lexicon(Authored):
    """Ideas and slots that all rubrics share (rubrics/lexicon.yaml)."""

    ideas: dict[Slug, Some | ScopedIdea] = {}
    slots: dict[str, Slot] = {}


class Facet(Authored):
    """One part of explaining a concept.

    Attributes:
        says: sentences that stand alone: one of them anywhere mentions the concept too.
        adds: sentences that count only near a mention of the concept, or beside another facet's.
        set: conditions over slots ("rf >= 3") that hold near a mention.
    """

    label: Line
    says: Wordings = ()
    adds: Wordings = ()
    set: tuple[Expression, ...] = ()


class Concept(Authored):
    """One idea a good answer conveys.

    Attributes:
        explained: an expression over facet ids: `a and (b or c)`, `2 of (a, b, c)`.
        against: what contradicts the concept when asserted.
        against_unless: what makes it right after all, in its sentence or shortly behind it.
        unless: near misses: a match in a sentence that also matches one of these is no mention.
        model: a sentence or two that explain the concept fully; used to improve answers.
        alternatives: the same for designs that `model` does not suit (see Rubric.choices).
        yes, no: sentences that must count and near misses that must not.
    """

    id: Slug
    name: Line
    area: Slug
    weight: Weight
    mentioned: Some
    facets: Annotated[dict[Slug, Facet], Field(min_length=1)]
    explained: Expression
    against: Wordings = ()
    against_unless: Wordings = ()
    unless: Wordings = ()
    why: Text
    follow_up: Line
    model: Text
    alternatives: tuple[Text, ...] = ()
    source: Line
    yes: Annotated[tuple[Line, ...], Field(min_length=2)]
    no: Annotated[tuple[Line, ...], Field(min_length=2)]


class Misconception(Authored):
    """A wrong claim a candidate really makes; flagged only when asserted.

    Attributes:
        claim: ways of saying it.
        unless: a claim in a sentence that also matches one of these is not the misconception.
        with_slots (`with`), without: conditions over slots that must, or must not, hold for the
            claim's context.
        spoils: concepts that the flagged clause earns nothing for.
        corrects: the concept that rejecting the claim with a reason earns.
    """

    id: Slug
    claim: Some
    unless: Wordings = ()
    with_slots: Annotated[tuple[Expression, ...], Field(alias="with")] = ()
    without: tuple[Expression, ...] = ()
    spoils: tuple[Slug, ...] = ()
    corrects: Slug | None = None
    right: Text
    severity: Severity
    source: Line
    yes: Annotated[tuple[Line, ...], Field(min_length=2)]
    no: Annotated[tuple[Line, ...], Field(min_length=2)]


class Check(Authored):
    """An executable claim.

    Attributes:
        slots: what must have been read before anything can be said.
        when: applies only if this holds.
        rule: must hold.
        fails, confirms: sentences with `{slot}` where values go.
        unless: a failure in a sentence that also matches one of these, or shortly before it, is
            not raised.
    """

    id: Slug
    name: Line
    slots: Annotated[tuple[str, ...], Field(min_length=1)]
    when: Expression | None = None
    rule: Expression
    fails: Text
    confirms: Text
    unless: Wordings = ()
    spoils: tuple[Slug, ...] = ()
    severity: Severity
    source: Line
    yes: Annotated[tuple[Line, ...], Field(min_length=1)]
    no: Annotated[tuple[Line, ...], Field(min_length=1)]


class Omission(Authored):
    """What no answer may leave out: one concept, any of some, or a whole area."""

    concept: Slug | None = None
    any_of: tuple[Slug, ...] = ()
    area: Slug | None = None
    message: Text


class Sample(Authored):
    """A graded answer: the rubric's own test.

    Attributes:
        level: 0 not an answer, 1 below the bar, 2 mixed, 3 hire, 4 strong hire; halves allowed.
        concepts: standings a reader would give; what is not listed is not compared.
        flags: misconceptions and checks that must be flagged, no others.
    """

    answer: Text
    level: Annotated[float, Field(ge=0, le=4, multiple_of=0.5)]
    concepts: dict[Slug, Standing] = {}
    flags: tuple[Slug, ...] = ()


class Bars(Authored):
    """Points (0-100) for bands 2, 3 and 4, where a rubric differs from DESIGN's 30, 50, 75."""

    mixed: Annotated[int, Field(ge=1, le=100)] = 30
    hire: Annotated[int, Field(ge=1, le=100)] = 50
    strong: Annotated[int, Field(ge=1, le=100)] = 75


Options = Annotated[dict[Slug, Some], Field(min_length=1)]


class Rubric(Authored):
    """How answers to one question are judged.

    Attributes:
        choices: decisions that good answers take differently, each with its options and the words
            by which an option is spoken of; no edit proposes an option to who has taken another.
        wider: more words for ideas, which mean them in company only: one of them fills a place of a
            wording if two other places are filled firmly in the same sentence. They earn credit
            and never accuse or excuse.
    """

    question: Slug
    ideas: dict[Slug, Some | ScopedIdea] = {}
    slots: dict[str, Slot] = {}
    choices: dict[Slug, Options] = {}
    concepts: Annotated[tuple[Concept, ...], Field(min_length=1, max_length=30)]
    misconceptions: tuple[Misconception, ...] = ()
    checks: tuple[Check, ...] = ()
    omissions: tuple[Omission, ...] = ()
    samples: tuple[Sample, ...] = ()
    bars: Bars | None = None
    wider: dict[Slug, Many] = {}
