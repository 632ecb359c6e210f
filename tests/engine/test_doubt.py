"""One accusation, alone in an answer that is otherwise good, is put down to mishearing."""

from dataclasses import replace

from app.engine.doubt import CONVINCING, LOOSE, doubtful, doubtful_claim
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
SPREAD = f"One copy, {' '.join(['and'] * (LOOSE - 6))} on disks that we bought last year, is safe."
"""A claim with many words between its two halves."""


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


def is_doubted(text: str, nlp: Pipeline) -> bool:
    """Whether the small misconception, which the text asserts, is shown as unsure."""
    wrong = [make.misconception_data()]
    (flag,) = judge(text, nlp, make.concept_data(), *OTHERS, misconceptions=wrong).red_flags
    assert flag.kind == "misconception"
    return flag.unsure


def test_a_claim_of_few_words_is_doubted_beside_what_earns_something(nlp: Pipeline) -> None:
    assert is_doubted(f"{TOLD} One copy is safe.", nlp)
    assert not is_doubted(f"{TOLD}\n\nOne copy is safe.", nlp), "nothing there can qualify it"
    assert not is_doubted(f"{TOLD}\n\nI like tea. One copy is safe.", nlp)


def test_a_claim_spread_over_many_words_is_doubted(nlp: Pipeline) -> None:
    assert is_doubted(f"{TOLD}\n\n{SPREAD}", nlp)


def test_a_claim_in_an_answer_that_earns_little_stands(nlp: Pipeline) -> None:
    assert not is_doubted(f"The event log is replayed. {SPREAD}", nlp)


def test_a_claim_beside_another_error_stands(nlp: Pipeline) -> None:
    reading = gathered(SPREAD, nlp, misconceptions=[make.misconception_data()])
    (claimed,) = compiled(misconceptions=[make.misconception_data()]).misconceptions
    claim = {claimed: tuple(reading.matcher.claims(claimed.claim))}
    strong = [verdict("explained", points=CONVINCING)]
    text = reading.admission.reading
    assert doubtful_claim(claim, strong, [], text) is claimed
    assert doubtful_claim(claim, strong, [make.red_flag(kind="check")], text) is None
    assert doubtful_claim(claim, [*strong, accused(nlp, 100)[0]], [], text) is None
