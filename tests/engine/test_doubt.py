"""One accusation, alone in an answer that is otherwise good, is put down to mishearing."""

from dataclasses import replace
from typing import Any

from app.engine.doubt import CONVINCING, LOOSE, STRONG, doubtful, doubtful_claim
from app.engine.pipeline import Pipeline
from app.engine.report import Report
from app.engine.verdicts import Verdict
from tests import make
from tests.engine.small import compiled, gathered, judge, verdict

AGAINST = make.concept_data(against=["no copy is needed"])
OTHERS = [
    make.concept_data(
        id=f"log-{name}",
        mentioned=[f"{name} log"],
        facets={"kept": {"label": "why", "says": [f"{name} log replayed"]}},
        explained="kept",
    )
    for name in ("event", "write", "change")
]
TOLD = "We keep several copies.\n\n" + "\n\n".join(
    f"The {name} log is replayed." for name in ("event", "write", "change")
)
FAR = " ".join(["and"] * (LOOSE - 6))
"""Words between the two halves of a claim, so that it is loose."""


def accused(nlp: Pipeline, points: int) -> tuple[Verdict, Verdict]:
    """A verdict that a text goes against a concept, and one that is explained for `points`."""
    (against,) = gathered("No copy is needed.", nlp, AGAINST).verdicts
    return replace(against, concept=replace(against.concept, points=0)), verdict(
        "explained", points=points
    )


def test_alone_among_much_that_is_right_it_is_doubted(nlp: Pipeline) -> None:
    against, explained = accused(nlp, CONVINCING)
    assert doubtful([against, explained], []) is against


def test_in_an_answer_that_earns_less_it_stands(nlp: Pipeline) -> None:
    assert doubtful(accused(nlp, CONVINCING - 1), []) is None


def test_beside_another_error_it_stands(nlp: Pipeline) -> None:
    against, explained = accused(nlp, 100)
    assert doubtful([against, explained], [make.red_flag(kind="check")]) is None
    assert doubtful([against, against, explained], []) is None
    beside = make.red_flag(kind="misconception", unsure=True)
    assert doubtful([against, explained], [beside]) is against


def right_but_for(last: str, nlp: Pipeline) -> Report:
    """The report on an answer that is right but for its last sentence."""
    return judge(f"{TOLD}\n\n{last}", nlp, AGAINST, *OTHERS)


def test_what_is_doubted_is_shown_and_costs_nothing(nlp: Pipeline) -> None:
    report = right_but_for("No copy is needed.", nlp)
    (flag,) = report.red_flags
    assert (flag.kind, flag.unsure, flag.points) == ("contradiction", True, 0)
    assert flag.message.startswith("This may go against")
    assert report.concepts[0].standing == "mentioned"
    assert report.score == right_but_for("", nlp).score


def claim_of(text: str, nlp: Pipeline) -> dict[Any, Any]:
    """The misconception of the small rubric as it is claimed in a text."""
    found = gathered(text, nlp, misconceptions=[make.misconception_data()])
    rubric = compiled(misconceptions=[make.misconception_data()])
    (claimed,) = rubric.misconceptions
    return {claimed: tuple(found.matcher.claims(claimed.claim))}


def test_a_loose_claim_alone_in_a_strong_answer_is_doubted(nlp: Pipeline) -> None:
    strong = [verdict("explained", points=STRONG)]
    loose = claim_of(f"One copy, {FAR} on disks that we bought last year, is safe.", nlp)
    close = claim_of("One copy is safe.", nlp)
    assert doubtful_claim(loose, strong, []) in loose
    assert doubtful_claim(close, strong, []) is None
    assert doubtful_claim(loose, [verdict("explained", points=STRONG - 1)], []) is None
    assert doubtful_claim(loose, strong, [make.red_flag(kind="check")]) is None
    against = accused(nlp, 100)[0]
    assert doubtful_claim(loose, [*strong, against], []) is None
