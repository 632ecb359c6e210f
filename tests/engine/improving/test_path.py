"""The order of what is improved: each band as soon as it can be reached."""

from app.engine.improving.path import targets
from app.engine.improving.trials import Desk, Trial
from app.engine.pipeline import Pipeline
from tests import make
from tests.engine.small import compiled

LIGHT = make.concept_data(
    id="log", weight=1, mentioned=["append-only log"],
    facets={"order": {"label": "order", "says": ["log keeps order"]}}, explained="order",
)  # fmt: skip
HEAVY = make.concept_data(weight=3)
WRONG = make.misconception_data()
FILLER = "A queue takes messages in and hands them out again."


def ordered(answer: str, nlp: Pipeline, **changes: object) -> list[str]:
    rubric = compiled(LIGHT, HEAVY, **changes)
    trial = Desk(answer, rubric, nlp).start()
    assert isinstance(trial, Trial)
    return [each.flag[1] if each.flag else each.concept or "" for each in targets(trial, rubric)]


def test_what_gains_most_comes_first(nlp: Pipeline) -> None:
    assert ordered(f"It is an append-only log. {FILLER}", nlp) == ["copies", "log"]


def test_an_error_that_bars_a_band_comes_before_what_the_band_does_not_need(nlp: Pipeline) -> None:
    answer = f"Several copies are kept, so a copy survives a crash.\n\nOne copy is safe. {FILLER}"
    assert ordered(answer, nlp, misconceptions=[WRONG]) == ["one-copy-is-safe", "log"]


def test_nothing_is_left_to_do_where_all_is_explained(nlp: Pipeline) -> None:
    answer = "Several copies are kept, so a copy survives a crash. The log keeps its order."
    assert ordered(answer, nlp) == []
