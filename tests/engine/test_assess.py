"""What an answer earns, is told, and is never told."""

import pytest

from app.engine.assess import assess
from app.engine.compiled import CompiledRubric
from app.engine.door import TooLong
from app.engine.pipeline import Pipeline
from tests import make
from tests.engine.small import compiled, judge, standing

PRICE = make.concept_data(id="price", name="Price", area="trade-offs", weight=1,
                          mentioned=["copies cost space"], facets={"space": {
                              "label": "what it costs", "says": ["disk is paid twice"]}},
                          explained="space")  # fmt: skip
WRONG = make.misconception_data(spoils=["copies"])
GOOD = "We keep several copies. One copy survives the crash of another."


def test_an_empty_answer_has_nothing_to_score(nlp: Pipeline) -> None:
    report = judge(" \n\t", nlp)
    assert (report.nothing_to_score, report.score, report.band) == (True, None, None)


def test_an_explained_concept_earns_all_its_points(nlp: Pipeline) -> None:
    assert judge(GOOD, nlp).score == 100


def test_a_mentioned_concept_earns_half(nlp: Pipeline) -> None:
    assert judge("We keep several copies.", nlp).score == 50


def test_points_of_the_concepts_sum_to_a_hundred(nlp: Pipeline) -> None:
    report = judge(GOOD, nlp, make.concept_data(), PRICE)
    assert sum(each.possible for each in report.concepts) == report.possible == 100


@pytest.mark.parametrize(
    "answer",
    [
        "Would one copy survive a crash?",
        "No copy survives a crash.",
        "It is not true that a copy survives a crash.",
        "I'd leave it out for now how a copy survives a crash.",
    ],
)
def test_what_is_not_asserted_is_no_explanation(answer: str, nlp: Pipeline) -> None:
    assert standing(answer, nlp) == "missing"


def test_what_others_say_is_at_most_mentioned_and_unsure(nlp: Pipeline) -> None:
    (concept,) = judge("Some people say a copy survives a crash.", nlp).concepts
    assert concept.standing in ("missing", "mentioned")
    assert concept.standing == "missing" or concept.unsure


def test_an_addition_counts_beside_a_mention(nlp: Pipeline) -> None:
    facets = {"survives": {"label": "why", "adds": ["survives crash"]}}
    near = "We keep several copies. That survives a crash."
    assert standing(near, nlp, facets=facets) == "explained"


def test_an_addition_alone_counts_for_nothing(nlp: Pipeline) -> None:
    facets = {"survives": {"label": "why", "adds": ["survives crash"]}}
    assert standing("It survives a crash.", nlp, facets=facets) == "missing"


def test_an_addition_in_another_paragraph_does_not_count(nlp: Pipeline) -> None:
    facets = {"survives": {"label": "why", "adds": ["survives crash"]}}
    far = "We keep several copies.\n\nThe weather is fine. The dog is too.\n\nIt survives a crash."
    assert standing(far, nlp, facets=facets) == "mentioned"


@pytest.mark.parametrize(("answer", "expected"), [
    ("We keep several copies, RF=3.", "explained"), ("We keep several copies, RF=1.", "mentioned"),
])  # fmt: skip
def test_a_setting_explains_if_its_condition_holds(
    answer: str, expected: str, nlp: Pipeline
) -> None:
    facets = {"survives": {"label": "how many", "set": ["rf >= 2"]}}
    assert standing(answer, nlp, facets=facets) == expected


def test_another_sense_bars_a_mention(nlp: Pipeline) -> None:
    answer = "We print several copies of the book."
    assert standing(answer, nlp, unless=["print book"]) == "missing"


def test_saying_the_opposite_contradicts(nlp: Pipeline) -> None:
    answer = f"{GOOD} Copies are useless here."
    assert standing(answer, nlp, against=["copies useless"]) == "contradicted"


def test_what_makes_it_right_after_all_excuses_it(nlp: Pipeline) -> None:
    answer = f"{GOOD} For clicks, copies are useless."
    opposite = {"against": ["copies useless"], "against_unless": ["clicks"]}
    assert standing(answer, nlp, **opposite) == "explained"


@pytest.mark.parametrize("answer", [
    "One copy is safe.",
    "In our design one copy is safe enough.",
    "We keep one copy. That is safe.",
    "We keep one copy. I call this safe.",
    "I skip the second disk, since one copy is safe.",
    "Common mistakes:\n- locks everywhere\n\nOne copy is safe.",
])  # fmt: skip
def test_a_misconception_asserted_is_flagged_and_costs(answer: str, nlp: Pipeline) -> None:
    report = judge(answer, nlp, misconceptions=[WRONG])
    assert [
        (flag.id, flag.points) for flag in report.red_flags if flag.kind == "misconception"
    ] == [("one-copy-is-safe", -4)]


@pytest.mark.parametrize(
    "answer",
    [
        "One copy is not safe.",
        "A common mistake is to think that one copy is safe.",
        "Is one copy safe?",
        "Some people say one copy is safe.",
        "Suppose one copy is safe.",
        "If one copy was safe we would keep one.",
        "We keep one copy. The vault is safe.",
        "The lawyers believed the one copy was safe.",
        "Our former tool kept one copy safe.",
        "Common mistakes:\n- locks everywhere\n- one copy is safe",
        "Things I turn down: locks everywhere; one copy is safe",
        "It is not true that one copy is safe.",
        "One copy is safe. That's a myth.",
    ],
)
def test_a_misconception_not_asserted_is_not_flagged(answer: str, nlp: Pipeline) -> None:
    report = judge(answer, nlp, misconceptions=[WRONG])
    assert not [flag for flag in report.red_flags if flag.kind == "misconception"]


@pytest.mark.parametrize(("answer", "flagged"), [("One copy is safe, RF=1.", True),
                                                 ("One copy is safe, RF=3.", False)])  # fmt: skip
def test_a_misconception_may_depend_on_a_setting(
    answer: str,
    *,
    flagged: bool,
    nlp: Pipeline,
) -> None:
    wrong = make.misconception_data(**{"with": ["rf == 1"]})
    report = judge(answer, nlp, misconceptions=[wrong])
    assert any(flag.kind == "misconception" for flag in report.red_flags) is flagged


def test_a_major_misconception_spoils_its_concept(nlp: Pipeline) -> None:
    report = judge(f"{GOOD}\n\nOne copy is safe.", nlp, misconceptions=[WRONG])
    assert report.concepts[0].standing == "contradicted"


def test_one_major_error_caps_the_band_at_two(nlp: Pipeline) -> None:
    wrong = make.misconception_data()
    report = judge(f"{GOOD}\n\nOne copy is safe.", nlp, misconceptions=[wrong])
    assert (report.score, report.band, [cap.to for cap in report.caps]) == (96, 2, [2])


def test_two_major_errors_cap_it_at_one(nlp: Pipeline) -> None:
    wrong = [make.misconception_data(), make.misconception_data(id="b", claim=["locks are free"])]
    report = judge(f"{GOOD}\n\nOne copy is safe. Locks are free.", nlp, misconceptions=wrong)
    assert (report.band, [cap.to for cap in report.caps]) == (1, [1])


def test_an_omission_bars_a_strong_hire(nlp: Pipeline) -> None:
    omission = {"concept": "price", "message": "You never say what it costs."}
    report = judge(GOOD, nlp, make.concept_data(), PRICE, omissions=[omission])
    assert (report.band, report.caps[0].because) == (3, "You never say what it costs.")


def test_where_nothing_stands_nothing_is_left_out(nlp: Pipeline) -> None:
    omission = {"concept": "price", "message": "You never say what it costs."}
    assert judge("We bake bread.", nlp, PRICE, omissions=[omission]).red_flags == ()


def test_what_is_there_is_no_omission(nlp: Pipeline) -> None:
    omission = {"concept": "copies", "message": "You never say how many."}
    assert judge(GOOD, nlp, omissions=[omission]).band == 4


def test_without_a_quarter_of_the_trade_offs_there_is_no_strong_hire(nlp: Pipeline) -> None:
    report = judge(GOOD, nlp, make.concept_data(), PRICE)
    assert (report.score, report.band) == (75, 3)


def test_the_level_lens_asks_more_of_more_experience(nlp: Pipeline) -> None:
    levels = judge("We keep several copies.", nlp).levels
    assert levels is not None
    assert levels.mid >= levels.senior >= levels.staff


def test_a_failed_check_is_flagged_and_a_passed_one_shown(nlp: Pipeline) -> None:
    failed = judge(f"{GOOD} RF=1.", nlp, checks=[make.check_data()])
    passed = judge(f"{GOOD} RF=3.", nlp, checks=[make.check_data()])
    assert [flag.kind for flag in failed.red_flags] == ["check"]
    assert [check.outcome for check in passed.checks] == ["confirmed"]


@pytest.fixture(scope="module")
def rubric() -> CompiledRubric:
    return compiled(make.concept_data(), PRICE, misconceptions=[WRONG], checks=[make.check_data()])


@pytest.mark.parametrize(
    "answer",
    [
        GOOD,
        "\u201cOne copy is safe\u201d \u2014 cafe\u0301 \U0001f642 with RF=1.\r\n- several copies",
        "Se\u0301veral copies.\n\n\U0001f469\u200d\U0001f4bb A copy survives the crash; RF = 1",
    ],
)
def test_every_span_is_the_text_it_quotes(
    answer: str, rubric: CompiledRubric, nlp: Pipeline
) -> None:
    admitted = answer.replace("\r\n", "\n")
    report = assess(answer, rubric, nlp)
    quotes = [quote for flag in report.red_flags for quote in flag.evidence]
    quotes += [quote for concept in report.concepts for quote in concept.evidence]
    assert quotes
    assert all(admitted[quote.start : quote.end] == quote.text for quote in quotes)


@pytest.mark.parametrize(
    "text",
    ["[" * 20_000, "a" * 20_000, "\U0001f642" * 20_000, "rf=3 " * 4_000, "3 " * 10_000,
     "\n" * 19_999 + "x", "e\u0301" * 10_000, "e" + "\u0301" * 19_999, "not " * 5_000,
     "rf=1. rf=2 " * 1_800, "- x\n" * 5_000, "\u202e\u05d0 " * 6_666, "several copies. " * 1_250,
     " ".join(f"rf={number}" for number in range(2_500)), "actually rf=3, " * 1_300,
     "|rf|rf|\n" * 2_500, "\x00\ud800" * 9_000],
    ids=["brackets", "one word", "emoji", "settings", "numbers", "newlines", "accents", "marks",
         "negators", "contradictions", "bullets", "right to left", "mentions", "rising",
         "corrections", "pipes", "unusable"],
)  # fmt: skip
def test_hostile_texts_are_assessed_like_any_other(
    text: str, rubric: CompiledRubric, nlp: Pipeline
) -> None:
    report = assess(text, rubric, nlp)
    assert report.score is not None
    assert 0 <= report.score <= 100


def test_a_text_beyond_the_limit_is_refused(rubric: CompiledRubric, nlp: Pipeline) -> None:
    with pytest.raises(TooLong):
        assess("a " * 10_001, rubric, nlp)


def test_the_same_text_gets_the_same_report(rubric: CompiledRubric, nlp: Pipeline) -> None:
    assert assess(GOOD, rubric, nlp) == assess(GOOD, rubric, nlp)


def test_the_largest_gap_is_told_first(rubric: CompiledRubric, nlp: Pipeline) -> None:
    gaps = assess("Disk is paid twice.", rubric, nlp).feedback.gaps
    assert [gap.gain for gap in gaps] == sorted((gap.gain for gap in gaps), reverse=True)
    assert gaps[0].concept == "copies"


def test_a_mention_is_told_which_part_is_missing(nlp: Pipeline) -> None:
    (gap,) = judge("We keep several copies.", nlp).feedback.gaps
    assert "what copies are for" in gap.say


def test_a_wrong_claim_is_told_before_any_gap(nlp: Pipeline) -> None:
    report = judge("One copy is safe.", nlp, misconceptions=[WRONG])
    assert report.feedback.first.startswith("Correct this first.")
