"""What an answer does with one concept."""

from typing import Any

import pytest

from app.engine.pipeline import Pipeline
from app.engine.verdicts import Verdict
from tests import make
from tests.engine.small import gathered


def judged(answer: str, nlp: Pipeline, **concept: Any) -> Verdict:
    """The verdict on one small concept."""
    (found,) = gathered(answer, nlp, make.concept_data(**concept)).verdicts
    return found


def test_what_is_not_said_is_missing(nlp: Pipeline) -> None:
    found = judged("The weather is fine.", nlp)
    assert (found.standing, found.met, found.findings) == ("missing", frozenset(), ())


def test_a_mention_alone_meets_no_facet(nlp: Pipeline) -> None:
    found = judged("We keep several copies.", nlp)
    assert (found.standing, found.met) == ("mentioned", frozenset())


def test_a_facet_that_stands_by_itself_mentions_and_explains(nlp: Pipeline) -> None:
    found = judged("One copy survives the crash of another.", nlp)
    assert (found.standing, sorted(found.met)) == ("explained", ["survives"])


def test_what_is_only_reported_is_mentioned_and_unsure(nlp: Pipeline) -> None:
    found = judged("Some people say that a copy survives a crash.", nlp)
    assert (found.standing, found.unsure) == ("mentioned", True)


def test_what_goes_against_a_concept_outweighs_what_is_right(nlp: Pipeline) -> None:
    answer = "We keep several copies. No copy is needed."
    found = judged(answer, nlp, against=["no copy is needed"])
    assert (found.standing, found.met) == ("contradicted", frozenset())
    assert [each.against for each in found.findings] == [True, False]


def test_an_error_that_spoils_a_concept_contradicts_it(nlp: Pipeline) -> None:
    wrong = make.misconception_data(spoils=["copies"])
    answer = "Several copies are kept, so a copy survives a crash. One copy is safe."
    (found,) = gathered(answer, nlp, misconceptions=[wrong]).verdicts
    assert (found.standing, found.met) == ("contradicted", frozenset())


def test_a_condition_that_holds_stands_where_the_mention_does(nlp: Pipeline) -> None:
    facets = {"enough": {"label": "how many", "set": ["rf >= 2"]}}
    found = judged("We keep several copies. RF=3.", nlp, facets=facets, explained="enough")
    assert [(each.facet, each.match.start) for each in found.findings] == [
        (None, 8),
        ("enough", 8),
    ]


PARTS = {
    "survives": {"label": "what copies are for", "adds": ["survives crash"]},
    "price": {"label": "what they cost", "adds": ["takes disk"]},
}


def test_parts_of_an_explanation_side_by_side_are_the_concept(nlp: Pipeline) -> None:
    answer = "The record survives a crash. It takes more disk."
    found = judged(answer, nlp, facets=PARTS, explained="survives and price")
    assert (found.standing, sorted(found.met)) == ("explained", ["price", "survives"])


def test_the_same_words_are_not_two_parts(nlp: Pipeline) -> None:
    twice = {**PARTS, "price": {"label": "what they cost", "adds": ["survives crash"]}}
    assert judged("The record survives a crash.", nlp, facets=twice).standing == "missing"


@pytest.mark.parametrize(
    "answer",
    [
        "The record survives a crash.",
        "The record survives a crash. We like that. It takes more disk.",
        "The record survives a crash.\n\nIt takes more disk.",
        "The record survives a crash. It never takes more disk.",
    ],
)
def test_one_part_or_parts_far_apart_are_not(nlp: Pipeline, answer: str) -> None:
    assert judged(answer, nlp, facets=PARTS, explained="survives or price").standing == "missing"


IDEAS = {"copy": ["copy", "replica"], "fails": ["crash", "dies"], "lasts": ["survive", "lives on"]}
WIDER = {"fails": ["fall over"], "lasts": ["stay"]}
SAID = {
    "survives": {"label": "what copies are for", "adds": ["<lasts> <fails>"]},
    "price": {"label": "what they cost", "adds": ["takes disk"]},
}


def loosely(answer: str, nlp: Pipeline, **concept: Any) -> Verdict:
    """The verdict on one small concept whose ideas have wider words."""
    data = make.concept_data(**{"facets": SAID, "explained": "survives and price", **concept})
    (found,) = gathered(answer, nlp, data, ideas=IDEAS, wider=WIDER).verdicts
    return found


def test_what_is_partly_explained_may_be_explained_on_in_wider_words(nlp: Pipeline) -> None:
    told = "The records survive when a machine falls over."
    assert loosely(f"We keep several copies. {told}", nlp).met == frozenset()
    both = loosely(f"We keep several copies, which takes disk. {told}", nlp)
    assert (both.standing, both.met) == ("explained", frozenset(["survives", "price"]))


def test_an_explanation_does_not_go_on_in_wider_words_alone(nlp: Pipeline) -> None:
    answer = "We keep several copies, which takes disk. The records stay when it falls over."
    assert loosely(answer, nlp).met == {"price"}


def test_an_explanation_does_not_go_on_in_another_paragraph(nlp: Pipeline) -> None:
    told = "The records survive when a machine falls over."
    answer = f"We keep several copies, which takes disk.\n\n{told}"
    assert loosely(answer, nlp).met == {"price"}
