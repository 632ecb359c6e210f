"""What a rubric may cost, and that nothing within it makes scoring endless."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.content.bank import bank_of
from app.content.check import source_problems
from app.content.loader import Sources, load_sources
from app.content.question import model_answer
from app.content.tree import Held
from app.content.wording_syntax import WordingError, ideas_in, parse_wording
from app.engine import occurrences, search
from app.engine.compiled import CompiledRubric, compile_rubric
from app.engine.findings import repair_of
from app.engine.matching import Matcher
from app.engine.occurrences import find
from app.engine.pipeline import Pipeline, load_pipeline
from app.engine.reader import read
from app.engine.scorer import Scorer
from app.settings import CHECKOUT
from app.workbench import costs
from app.workbench.costs import cost_problems
from tests import make

A, B, C = "babxa", "cecxe", "didxi"
"""Words that mean nothing."""

WORDS = [f"{a}{b}{c}{b}x" for a in "bcdfghjklm" for b in "aeiou" for c in "bdfglmnprt"]


def sources(*concepts: dict[str, Any], lexicon: str = "{}", **changes: Any) -> Sources:
    files = {
        "questions/streaming/small-queue.yaml": make.as_yaml(make.question_data()),
        "rubrics/streaming/small-queue.yaml": make.as_yaml(make.rubric_data(*concepts, **changes)),
        "rubrics/lexicon.yaml": lexicon,
    }
    found = load_sources(Held({file: text.encode() for file, text in files.items()}))
    assert source_problems(found) == []
    return found


def concepts(count: int, wordings: list[str], **changes: Any) -> list[dict[str, Any]]:
    return [
        make.concept_data(id=f"c{number}", mentioned=wordings, **changes) for number in range(count)
    ]


def told(found: Sources) -> list[str]:
    """What is said, for one line of the rubric each."""
    problems = cost_problems(found)
    assert {problem.code for problem in problems} <= {"too-costly"}
    return [problem.message for problem in problems]


def test_what_ships_costs_far_less_than_it_may() -> None:
    assert cost_problems(load_sources(CHECKOUT)) == []


def test_a_wording_of_too_many_parts_is_told_at_its_line() -> None:
    found = sources(make.concept_data(mentioned=["several copies", " ".join(WORDS[:13])]))
    (problem,) = cost_problems(found)
    assert (problem.code, problem.file) == ("too-costly", "rubrics/streaming/small-queue.yaml")
    line = found.rubrics[0].data.decode().splitlines()[problem.line - 1]
    assert WORDS[0] in line


def test_alternatives_that_multiply_are_told() -> None:
    pairs = [f"({x} {y}|{y} {x}|{x} q{y})" for x, y in pairwise(WORDS[:6])]
    assert "243 ways" in told(sources(make.concept_data(mentioned=[" ".join(pairs)])))[0]


def test_many_single_words_as_alternatives_are_one_way() -> None:
    wide = f"({'|'.join(WORDS[:30])}) copies"
    assert told(sources(make.concept_data(mentioned=[wide]))) == []


def test_thousands_of_wordings_are_told_once() -> None:
    many = [f"{x} {y} {A} {B} {C}" for x, y in pairwise(WORDS[:61])]
    facets = {f"f{n}": {"label": "a part", "says": many, "adds": many} for n in range(30)}
    (message,) = told(sources(make.concept_data(facets=facets, explained="f0")))
    assert "steps" in message


def test_phrases_that_all_begin_alike_are_told() -> None:
    ideas = {f"i{n}": [f"{A} {x} {n}" for x in WORDS[:60]] for n in range(8)}
    (message,) = told(
        sources(make.concept_data(mentioned=[f"<i{n}>" for n in range(8)]), ideas=ideas)
    )
    assert "begin with" in message


def test_what_no_wording_uses_costs_nothing() -> None:
    assert told(sources(ideas={f"i{n}": [f"{A} {x}" for x in WORDS[:60]] for n in range(60)})) == []


@pytest.mark.parametrize("ring", [False, True])
def test_ideas_nested_deep_are_told_before_they_are_compiled(*, ring: bool) -> None:
    count = 2_000
    ideas = {f"i{n}": {"words": [WORDS[n % 400]], "of": [f"<i{n + 1}>"]} for n in range(count)}
    ideas[f"i{count}"] = {"words": ["end"], "of": ["<i0>"] if ring else []}
    (message,) = told(sources(make.concept_data(mentioned=["<i0> copies"]), ideas=ideas))
    assert "name one another" in message


def test_a_small_ring_is_nobodys_problem(nlp: Pipeline) -> None:
    ideas = {
        "one": {"words": ["copy"], "of": ["<two>"]},
        "two": {"words": ["disk"], "not_of": ["<one>"]},
    }
    found = sources(make.concept_data(mentioned=["<one> <two>"]), ideas=ideas)
    assert told(found) == []
    Scorer(bank_of(found), nlp).score("small-queue", "A copy on a disk.")


def test_a_deep_lexicon_is_told_in_the_lexicon() -> None:
    lines = "".join(f"  i{n}: {{words: [w{n} x], of: [<i{n + 1}>]}}\n" for n in range(100))
    found = sources(lexicon=f"ideas:\n{lines}  i100: [end of it]\n")
    assert [problem.file for problem in cost_problems(found)] == ["rubrics/lexicon.yaml"]


def test_slots_that_share_their_names_are_told() -> None:
    slots = {f"s{n}": {"names": ["rf"]} for n in range(9)} | {"rf": {"names": ["rf"]}}
    assert "10 slots are called 'rf'" in told(sources(slots=slots))[0]
    many = {f"s{n}": {"names": [f"rf {x}"]} for n, x in enumerate(WORDS[:101])}
    assert "begin with 'rf'" in told(sources(slots=many | {"rf": {"names": ["rf"]}}))[0]


@pytest.mark.parametrize(
    "changes",
    [
        {"misconceptions": [make.misconception_data(id=f"m{n}") for n in range(61)]},
        {"checks": [make.check_data(id=f"k{n}") for n in range(61)]},
        {"checks": [make.check_data(fails="With {rf} " * 200)]},
        {"samples": [{"answer": "x" * 19_000, "level": 1}] * 11},
        {"misconceptions": [make.misconception_data(without=["rf >= 2"] * 61)]},
    ],
)
def test_more_than_anybody_needs_is_told(changes: dict[str, Any]) -> None:
    assert told(sources(**changes))


def worst() -> list[tuple[str, Sources, str]]:
    """Rubrics at the edge of what is allowed, each with a text made for it."""
    parts = WORDS[:12]
    turned = [" ".join(parts[n:] + parts[:n]) for n in range(12)] * 5
    wide = concepts(16, turned[:60])
    alike = {f"i{n}": [" ".join([A] * (m + 1)) for m in range(24)] for n in range(4)}
    same = [f"<i{n % 4}> <i{(n + 1) % 4}> <i{(n + 2) % 4}>" for n in range(60)]
    pairs = [f"({x} {y}|{y} {x})" for x, y in pairwise(WORDS[:7])]
    slots = {f"s{n}": {"names": ["rf"], "phrases": ["<n> copies"]} for n in range(7)}
    slots |= {"rf": {"names": ["rf"]}}
    checks = [
        make.check_data(
            id=f"k{n}", slots=[f"s{n % 7}", "rf"], rule="rf * 2 >= 3", fails="{rf} " * 200
        )
        for n in range(60)
    ]
    return [
        ("many parts", sources(*wide), " ".join(parts) + " "),
        ("sentences", sources(*wide), " ".join(parts) + ". "),
        ("paragraphs", sources(*wide), " ".join(parts) + "\n\n"),
        ("same word", sources(*concepts(30, same), ideas=alike), f"{A} "),
        ("ways", sources(*concepts(15, [" ".join(pairs)])), " ".join(WORDS[:7]) + " "),
        ("numbers", sources(slots=slots, checks=checks), "rf 3 copies rf 4 "),
        ("many numbers", sources(slots=slots, checks=checks), ""),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("case", range(7))
def test_nothing_that_is_allowed_makes_scoring_endless(case: int, nlp: Pipeline) -> None:
    name, found, piece = worst()[case]
    assert told(found) == [], name
    text = (piece * 20_000)[:20_000] or "".join(f"Topic {n}: rf {n}. " for n in range(1_100))[
        :20_000
    ]
    bank = bank_of(found)
    rubric = compile_rubric(
        bank.rubrics["small-queue"],
        bank.lexicon,
        bank.questions["small-queue"],
        model_answer(bank.questions["small-queue"]),
    )
    with nlp.lock, nlp.language.memory_zone():
        reading = read(text, nlp)
        occurring = find(reading, rubric.book, repair_of(rubric, nlp).family)
        assert sum(map(len, occurring.values())) <= occurrences.MOST_OCCURRENCES
        matcher = Matcher.of(reading, occurring, rubric.book.scopes)
        for wordings in wordings_in(rubric):
            matcher.matches(wordings)
        # one more look at each place of the last wording may come on top
        assert matcher.search.steps.left > -20_000 * costs.MOST_PARTS
    report = Scorer(bank, nlp).score("small-queue", text)
    assert len(report.model_dump_json()) < 20_000_000


def wordings_in(rubric: CompiledRubric) -> list[Any]:
    return [
        wordings
        for concept in rubric.concepts
        for wordings in (concept.mentioned, *(facet.says for facet in concept.facets))
    ]


def test_the_engine_never_reaches_its_ends_on_a_model_answer(nlp: Pipeline) -> None:
    scorer = Scorer(bank_of(load_sources(CHECKOUT)), nlp)
    for id_, question in scorer.bank.questions.items():
        rubric = scorer.rubric(id_)
        with nlp.lock, nlp.language.memory_zone():
            reading = read(model_answer(question), nlp)
            found = find(reading, rubric.book, repair_of(rubric, nlp).family)
            matcher = Matcher.of(reading, found, rubric.book.scopes)
            for wordings in wordings_in(rubric):
                matcher.matches(wordings)
        assert sum(map(len, found.values())) < occurrences.MOST_OCCURRENCES / 20
        assert search.MOST_STEPS - matcher.search.steps.left < search.MOST_STEPS / 20


def test_check_tells_what_costs_too_much(tmp_path: Path) -> None:
    from tests.test_cli import whyboard

    rubric = make.rubric_data(make.concept_data(mentioned=[" ".join(WORDS[:13])]))
    status, _, findings = whyboard("check", str(make.content_root(tmp_path, rubric=rubric)))
    assert (status, "too-costly" in findings) == (1, True)


ODD = [
    "copy", "not", "the", "<n>", "<copy>", "(", "|", ")", "->", '"at least"', "--", "5%", "1,000",
    "\u00e9", "\U0001f642", "acks=all", "n't", "...", "#", "x_y.z",
    "\u200b", "\u00bd", "or nothing",
]  # fmt: skip


def is_plain(text: str) -> bool:
    """Whether a text is a wording of words alone."""
    try:
        syntax = parse_wording(text)
    except WordingError:
        return False
    return len(text) > 1 and syntax.roles is None and not ideas_in(syntax)


TEXTS = st.lists(st.sampled_from(ODD), min_size=1, max_size=5).map(" ".join).filter(is_plain)
CONDITIONS = st.sampled_from(
    ["rf * n >= 3", "rf ** 64 > n", "n ** n == 1", "near(rf, n, 0)", "rf / 0 == n", "acks == 'all'",
     "min(rf, n) < 1e308 * 10", "not rf", "acks == n", "any_near(rf, -1, n, 3)", "2 ** -3 < rf"]
)  # fmt: skip
SAID = st.sampled_from(
    ["{rf}", "{n ** 64 as size}", "{rf / 0 as rate}", "{near(rf, n, 0) as count}", "{{}} {acks}"]
)


@pytest.mark.slow
@given(st.lists(TEXTS, min_size=8, max_size=8), CONDITIONS, CONDITIONS, SAID)
@settings(
    max_examples=60, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
def test_whatever_is_allowed_compiles_and_scores(
    texts: list[str], when: str, rule: str, said: str
) -> None:
    check = make.check_data(
        slots=["rf", "n", "acks"], when=when, rule=rule, fails=f"It is {said}.", confirms=said * 2
    )
    slots = {
        "rf": {"names": ["rf", texts[0]], "phrases": ["<n> copies", "<n>"]},
        "n": {"names": [texts[1]], "kind": "size"},
        "acks": {
            "names": ["acks"],
            "kind": "choice",
            "values": {"all": [texts[2]], "x": ["every"]},
        },
    }
    ideas = {"copy": {"words": [texts[3], "copy"], "of": [texts[4]]}}
    concept = make.concept_data(mentioned=texts[5:7], against=texts[7:], unless=texts[:1])
    rubric = make.rubric_data(concept, ideas=ideas, slots=slots, checks=[check])
    files = {
        "questions/streaming/small-queue.yaml": make.as_yaml(make.question_data()).encode(),
        "rubrics/streaming/small-queue.yaml": make.as_yaml(rubric).encode(),
    }
    found = load_sources(Held(files))
    assume(not source_problems(found) and not cost_problems(found))
    answer = f"We keep several copies. rf 3, n 4 GB, acks all. {' '.join(texts)}. rf is 2 -> copy."
    Scorer(bank_of(found), load_pipeline()).score("small-queue", answer)
