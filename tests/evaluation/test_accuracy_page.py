"""Promises of app/evaluation/accuracy_page.py and app/evaluation/published.py."""

from pathlib import Path

from app.evaluation.accuracy_page import accuracy_page, publish, write_pages
from app.evaluation.disagreements import Disagreements
from app.evaluation.evaluate import Evaluation
from app.evaluation.figures import Figure
from app.evaluation.gold import Gold
from app.evaluation.published import FILE, load_published
from tests import make
from tests.coaching import small_bank
from tests.evaluation.published import COUNTS, published

CHECKOUT = Path(__file__).parent.parent.parent


def test_the_page_has_every_figure_confusion_and_law() -> None:
    page = accuracy_page(published())
    assert "| covered: kappa | 0.700 | 0.500 | 0.600 | 0.950 | 40 |" in page
    assert "### small-queue, aside" in page
    assert "| mentioned | 0 | 2 | 1 | 0 |" in page
    assert "| case: lower | 9 | 1 |" in page


def test_page_and_data_are_written_side_by_side_and_say_the_same(tmp_path: Path) -> None:
    write_pages(published(), tmp_path / "accuracy.md")
    kept = load_published(tmp_path / FILE)
    assert kept == published()
    assert (tmp_path / "accuracy.md").read_text(encoding="utf-8") == accuracy_page(published())


def test_what_was_never_published_is_none(tmp_path: Path) -> None:
    assert load_published(tmp_path / FILE) is None


def test_what_is_published_holds_counts_and_digests_and_no_text() -> None:
    evaluation = Evaluation(
        figures={"engine": {"build": {"covered: kappa": Figure(0.123456, 4)}, "aside": {}}},
        confusion={"small-queue": {"build": COUNTS, "aside": COUNTS}},
        disagreements=Disagreements((), (), (), ()),
    )
    gold = Gold((make.gold_answer(text="Plums."),), (make.gold_pair(half="aside"),))
    found = publish(evaluation, {"case: lower": (9, 1)}, gold, small_bank())
    assert found.answers == {"build": 1, "aside": 0}
    assert found.pairs == {"build": 0, "aside": 1}
    assert found.digests == {"small-queue": "d" * 64}
    assert found.figures["engine"]["build"]["covered: kappa"].value == 0.1235
    assert "Plums" not in found.model_dump_json()


def test_the_page_that_ships_is_made_of_the_data_that_ships() -> None:
    shipped = load_published(CHECKOUT / "docs" / FILE)
    assert shipped is not None
    page = (CHECKOUT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert accuracy_page(shipped) == page, "write both with `whyboard eval --page docs/accuracy.md`"
