"""Red flags: what each costs, says and quotes."""

from collections.abc import Sequence

import pytest

from app.content.rubric import Check, Omission
from app.engine.checks import CheckOutcome
from app.engine.flags import COST, MOST_QUOTES, check_flag, omitted
from app.engine.pipeline import Pipeline
from app.engine.report import CheckResult, RedFlag
from app.engine.verdicts import Verdict
from tests import make
from tests.engine.small import gathered, verdict


def wrong(answer: str, nlp: Pipeline, severity: str = "major") -> RedFlag:
    """The one flag of an answer that holds one copy to be safe."""
    claim = make.misconception_data(severity=severity)
    (flag,) = gathered(answer, nlp, misconceptions=[claim]).flags
    return flag


@pytest.mark.parametrize(("severity", "points"), [("major", -4), ("minor", -2)])
def test_a_misconception_costs_by_its_severity(severity: str, points: int, nlp: Pipeline) -> None:
    flag = wrong("One copy is safe.", nlp, severity)
    assert (flag.kind, flag.id, flag.points) == ("misconception", "one-copy-is-safe", points)


def test_a_misconception_is_quoted_on_one_line_and_put_right(nlp: Pipeline) -> None:
    flag = wrong("Disks are cheap, one  copy is safe.", nlp)
    assert flag.message == "You say what is not so: \u201cone copy is safe\u201d"
    assert (flag.right, flag.source) == (
        "One copy is lost with its disk.",
        "https://example.org/copies",
    )


def test_at_most_three_places_are_quoted_in_the_order_of_the_answer(nlp: Pipeline) -> None:
    flag = wrong("One copy is safe.\n\n" * (MOST_QUOTES + 2), nlp)
    starts = [each.start for each in flag.evidence]
    assert starts == [0, 19, 38]


def test_what_goes_against_a_concept_costs_nothing_but_its_points(nlp: Pipeline) -> None:
    concept = make.concept_data(against=["no copy is needed"])
    (flag,) = gathered("No copy is needed.", nlp, concept).flags
    assert (flag.kind, flag.id, flag.points, flag.right) == (
        "contradiction",
        "copies",
        0,
        concept["model"],
    )


def test_two_values_of_one_setting_are_shown_both(nlp: Pipeline) -> None:
    answer = "Several copies.\n\nRF=3.\n\nRF=2."
    (flag,) = gathered(answer, nlp).flags
    assert flag.message == "You say both \u201cRF=3\u201d and \u201cRF=2\u201d. Which one holds?"
    assert [each.text for each in flag.evidence] == ["RF=3", "RF=2"]


@pytest.mark.parametrize(("unsure", "points"), [(False, COST["minor"]), (True, 0)])
def test_a_failed_check_costs_unless_there_is_doubt(*, unsure: bool, points: int) -> None:
    check = Check.model_validate(make.check_data())
    result = CheckResult(id=check.id, name=check.name, outcome="fails", message="One is too few.")
    flag = check_flag(CheckOutcome(check, result, flag=True, unsure=unsure))
    assert (flag.points, flag.unsure, flag.message) == (points, unsure, "One is too few.")


LEFT = "It is left out."

PRICE, SPEED, COPIES = (
    verdict("missing", id="price", area="trade-offs"),
    verdict("missing", id="speed", area="trade-offs"),
    verdict("mentioned"),
)


@pytest.mark.parametrize(
    ("omission", "verdicts", "told"),
    [
        (Omission(concept="price", message=LEFT), [PRICE], [("price", "major")]),
        (Omission(concept="copies", message=LEFT), [COPIES], []),
        (Omission(any_of=("price", "copies"), message=LEFT), [PRICE, COPIES], []),
        (Omission(any_of=("price", "speed"), message=LEFT), [PRICE, SPEED],
         [("price-or-speed", "major")]),
        (Omission(area="trade-offs", message=LEFT), [PRICE, SPEED], [("trade-offs", "major")]),
        (Omission(area="trade-offs", message=LEFT), [PRICE], [("trade-offs", "minor")]),
    ],
)  # fmt: skip
def test_an_omission_is_told_when_nothing_of_it_stands(
    omission: Omission, verdicts: Sequence[Verdict], told: list[tuple[str, str]], nlp: Pipeline
) -> None:
    silent = gathered("The weather is fine.", nlp).matcher
    assert [(each.id, each.severity) for each in omitted([omission], verdicts, silent)] == told


@pytest.mark.parametrize(
    ("said", "told"),
    [("We keep a log.", ["copies"]), ("Do we keep several copies?", []),
     ("We do not keep several copies.", [])],
)  # fmt: skip
def test_what_is_denied_or_asked_is_not_left_out(said: str, told: list[str], nlp: Pipeline) -> None:
    found = gathered(said, nlp)
    (verdict_,) = found.verdicts
    assert verdict_.standing == "missing"
    left_out = [Omission(concept="copies", message=LEFT)]
    assert [each.id for each in omitted(left_out, found.verdicts, found.matcher)] == told
