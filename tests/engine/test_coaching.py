"""What may be said while an answer is being written."""

from collections.abc import Iterable, Sequence
from itertools import chain

import pytest

from app.content.bank import Bank
from app.content.rubric import Rubric
from app.engine.assess import assess
from app.engine.clauses import Node
from app.engine.coaching import LATER, TWO_VALUES, Coaching, coach, covered, explainer, slips
from app.engine.compiled import CompiledRubric
from app.engine.pipeline import Pipeline
from app.engine.scorer import Scorer
from app.evaluation.bench_texts import growing
from tests import make
from tests.engine.small import compiled

WRONG = make.misconception_data(
    right="One copy is lost with its disk. Keep several copies, so one copy survives a crash."
)


@pytest.fixture(scope="module")
def scorer(bank: Bank, nlp: Pipeline) -> Scorer:
    return Scorer(bank, nlp)


def said(answer: str, rubric: CompiledRubric, nlp: Pipeline) -> Coaching:
    return coach(assess(answer, rubric, nlp), rubric, nlp)


def test_an_area_fills_with_the_points_of_its_concepts() -> None:
    concepts = [
        make.concept_result(area="durability", points=5, possible=10),
        make.concept_result(area="durability", points=0, possible=8),
        make.concept_result(area="trade-offs", points=7, possible=7),
    ]
    assert [(each.area, each.percent) for each in covered(concepts)] == [
        ("durability", 27),
        ("trade-offs", 100),
    ]


def test_nothing_written_covers_nothing(nlp: Pipeline) -> None:
    assert [each.percent for each in said("", compiled(), nlp).areas] == [0]


def test_a_wrong_claim_comes_with_its_place_and_the_reason_but_no_remedy(nlp: Pipeline) -> None:
    answer = "Disks are cheap. One copy is safe."
    (slip,) = said(answer, compiled(misconceptions=[WRONG]), nlp).slips
    assert (slip.kind, slip.reason) == ("misconception", "One copy is lost with its disk.")
    assert [answer[each.start : each.end] for each in slip.quotes] == ["One copy is safe"]


def test_a_failed_check_says_what_the_numbers_lead_to_but_no_remedy(nlp: Pipeline) -> None:
    check = make.check_data(fails="With {rf} there is no spare copy. Take 3.")
    (slip,) = said("The replication factor is 1.", compiled(checks=[check]), nlp).slips
    assert (slip.kind, slip.reason) == ("check", "With 1 there is no spare copy.")


def test_what_goes_against_a_concept_never_names_it(nlp: Pipeline) -> None:
    concept = make.concept_data(name="Spare copies", against=["no copy is needed"])
    (slip,) = said("No copy is needed.", compiled(concept), nlp).slips
    assert (slip.kind, slip.reason) == ("against", "One disk dies some day.")
    assert "Spare copies" not in str(slip)


def test_two_values_of_one_setting_are_told(nlp: Pipeline) -> None:
    answer = "We use replication factor 3.\n\nWe use replication factor 2."
    (slip,) = said(answer, compiled(), nlp).slips
    assert (slip.reason, len(slip.quotes)) == (TWO_VALUES, 2)


def test_a_reason_that_explains_what_was_not_yet_said_waits_for_the_report(nlp: Pipeline) -> None:
    wrong = make.misconception_data(right="Several copies: a copy survives the crash of a disk.")
    rubric = compiled(make.concept_data(name="Redundancy"), misconceptions=[wrong])
    assert said("One copy is safe.", rubric, nlp).slips[0].reason == LATER
    touched = said("We keep several copies. But one copy is safe.", rubric, nlp)
    assert touched.slips[0].reason == wrong["right"]


def test_a_reason_that_names_a_concept_or_a_part_of_one_waits_for_the_report(
    nlp: Pipeline,
) -> None:
    for right in ("Copies are what it lacks.", "It misses What copies are for."):
        wrong = make.misconception_data(right=right)
        assert said("One copy is safe.", compiled(misconceptions=[wrong]), nlp).slips[0].reason == (
            LATER
        )


def test_what_is_left_out_off_topic_or_unsure_is_no_slip() -> None:
    quote = {"start": 0, "end": 1, "text": "x"}
    flags = [
        make.red_flag(kind="omission", id="copies"),
        make.red_flag(kind="integrity", id="off-topic", evidence=[quote]),
        make.red_flag(kind="check", id="spare-copy", evidence=[quote], unsure=True),
    ]
    assert slips(make.report(red_flags=flags), compiled(), lambda _: frozenset()) == ()


def shown(coaching: Coaching) -> str:
    """Everything that reaches the learner besides their own words."""
    areas = " ".join(f"{each.area} {each.percent}" for each in coaching.areas)
    return " ".join([areas, *(slip.reason for slip in coaching.slips)]).lower()


def hidden(rubric: Rubric) -> set[str]:
    """What the coach must keep to itself: names, wordings, models and what will be asked."""
    found: set[str] = set()
    for concept in rubric.concepts:
        said = chain.from_iterable((*each.says, *each.adds) for each in concept.facets.values())
        labels = (each.label for each in concept.facets.values())
        found |= {concept.name, concept.model, concept.follow_up, *labels, *said}
        found |= {each for each in concept.mentioned if len(each.split()) > 3}
    return {each.lower() for each in found}


@pytest.mark.slow
def test_no_slip_of_any_rubric_gives_a_concept_a_gap_or_a_wording_away(
    bank: Bank, scorer: Scorer
) -> None:
    told = 0
    for question, rubric in bank.rubrics.items():
        secrets = hidden(rubric)
        sentences = [each.yes[0] for each in rubric.misconceptions]
        sentences += [each.yes[0] for each in rubric.checks]
        sentences += [each.against[0] for each in rubric.concepts if each.against]
        for sentence in sentences:
            coaching = scorer.coaching(question, sentence)
            told += len(coaching.slips)
            text = shown(coaching)
            assert not [secret for secret in secrets if secret in text], (question, sentence)
            for slip in coaching.slips:
                assert slip.reason == LATER or len(slip.reason) < 300
    assert told > 150


def test_a_growing_answer_is_read_again_only_where_it_changed(
    nlp: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    parse = Pipeline.parse

    def watched(self: Pipeline, texts: Iterable[Sequence[str]]) -> list[tuple[Node, ...]]:
        wanted = list(texts)
        parsed.extend(" ".join(words) for words in wanted)
        return parse(self, wanted)

    monkeypatch.setattr(Pipeline, "parse", watched)
    rubric = compiled(misconceptions=[WRONG])
    sentences = [f"Shelf {number} holds several copies of it." for number in range(90)]
    said(" ".join(sentences), rubric, nlp)
    assert len(parsed) >= len(sentences)
    for more in growing(" ".join(sentences), 8):
        parsed.clear()
        said(more, rubric, nlp)
        assert len(parsed) == 1
        assert "also" in parsed[0]


def test_what_a_reason_explains_is_found_by_the_engine_itself(nlp: Pipeline) -> None:
    explains = explainer(compiled(), nlp)
    assert explains("Several copies: a copy survives the crash of a disk.") == {"copies"}
    assert explains("Disks are cheap.") == frozenset()
