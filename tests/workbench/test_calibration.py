"""What a calibration finds out about a small rubric."""

from pathlib import Path
from typing import Any

import pytest

from app.calibration_text import item_lines
from app.content.bank import load_bank
from app.engine.pipeline import Pipeline
from app.engine.scorer import Scorer
from app.evaluation.gold import Gold
from app.workbench.calibration import Calibrated, Calibration, calibrate
from tests import make


def run(folder: Path, nlp: Pipeline, *pairs: Any, concept: Any = (), **changes: Any) -> Calibration:
    """Calibrate the small rubric with changes, on gold pairs if any."""
    data = make.rubric_data(make.concept_data(**dict(concept)), **changes)
    bank = load_bank(make.content_root(folder, rubric=data))
    gold = Gold((), tuple(pairs)) if pairs else None
    return calibrate(bank, "small-queue", Scorer(bank, nlp), gold)


def copies(found: Calibration) -> Calibrated:
    (concept,) = found.concepts
    return concept


def text_of(item: Calibrated, *, wordings: bool = False) -> str:
    return "\n".join(line for line, _ in item_lines(item, wordings=wordings))


def test_each_wording_is_told_with_the_texts_in_which_it_stands(
    tmp_path: Path, nlp: Pipeline
) -> None:
    uses = copies(run(tmp_path, nlp, concept={"mentioned": ["several copies", "spare tyre"]}))
    by_wording = {use.wording: use.cases for use in uses.wordings}
    assert by_wording["several copies"] == ("copies yes 1", "copies yes 2", "copies model")
    assert by_wording["spare tyre"] == ()
    assert [use.wording for use in uses.dead] == ["spare tyre"]


def test_a_missed_sentence_and_a_false_hit_are_told_with_what_stands_there(
    tmp_path: Path, nlp: Pipeline
) -> None:
    found = copies(
        run(
            tmp_path,
            nlp,
            concept={
                "yes": ["We keep several copies.", "Each letter lies in three drawers."],
                "no": ["The weather is fine.", "The office has several copies of a key."],
            },
        )
    )
    assert ("copies yes 2", "missing") in {(each.case, each.ours) for each in found.misses}
    (hit,) = found.false_hits
    assert (hit.case, hit.fired) == ("copies no 2", ("mentioned: several copies",))


def test_wordings_that_stand_in_the_same_texts_are_alike(tmp_path: Path, nlp: Pipeline) -> None:
    found = copies(run(tmp_path, nlp, concept={"mentioned": ["several copies", "copies several"]}))
    assert found.together == (("several copies", "copies several"),)


def test_a_claim_that_is_still_flagged_when_rejected_survives(
    tmp_path: Path, nlp: Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = [make.misconception_data()]
    (flag,) = run(tmp_path / "a", nlp, misconceptions=claims).flags
    assert flag.mutants == ()
    monkeypatch.setattr("app.workbench.calibration.rejected", lambda text: text)
    (flag,) = run(tmp_path / "b", nlp, misconceptions=claims).flags
    assert {each.case for each in flag.mutants} == {"yes 1 rejected"}


def test_a_wording_is_proposed_for_what_is_missed_and_hits_nothing_that_must_not(
    tmp_path: Path, nlp: Pipeline
) -> None:
    missed = make.gold_pair(text="Each message is stored on several disks.")
    near = make.gold_pair(text="The disks are sold in several shops.", expect="absent")
    ideas = {"disk": ["disk", "drive"], "many": ["several", "three"]}
    found = copies(
        run(tmp_path, nlp, missed, near, concept={"mentioned": ["<many> copies"]}, ideas=ideas)
    )
    assert "pair 1" in [miss.case for miss in found.misses]
    (proposal,) = [each for each in found.proposals if "pair 1" in each.finds]
    assert proposal.wording == "<many> stored", "<many> <disk> stands in what must not count"
    assert "PROPOSALS, to be judged by you" in text_of(found)


def test_nothing_is_proposed_where_a_wording_stands_but_does_not_count(
    tmp_path: Path, nlp: Pipeline
) -> None:
    asked = make.gold_pair(text="Should there be several copies?")
    found = copies(run(tmp_path, nlp, asked))
    assert found.misses[-1].case == "pair 1"
    assert found.misses[-1].fired == ("mentioned: several copies",)
    assert not any("pair 1" in proposal.finds for proposal in found.proposals)


def test_texts_of_the_half_aside_are_never_looked_at(tmp_path: Path, nlp: Pipeline) -> None:
    aside = make.gold_pair(text="Never to be shown.", half="aside")
    without, with_ = run(tmp_path / "a", nlp), run(tmp_path / "b", nlp, aside)
    assert with_ == without


def test_what_fired_where_is_printed_if_asked_for(tmp_path: Path, nlp: Pipeline) -> None:
    item = copies(run(tmp_path, nlp))
    assert "what fired where" not in text_of(item)
    assert "mentioned: several copies\n      copies yes 1" in text_of(item, wordings=True)


def test_everything_is_there_as_plain_data(tmp_path: Path, nlp: Pipeline) -> None:
    data = run(tmp_path, nlp, concept={"mentioned": ["several copies", "spare tyre"]}).as_data()
    (concept,) = data["concepts"]
    assert (concept["id"], concept["dead"]) == ("copies", ["spare tyre"])
    assert concept["wordings"][0]["cases"] == ("copies yes 1", "copies yes 2", "copies model")
