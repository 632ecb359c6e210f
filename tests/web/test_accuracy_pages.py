"""Promises of app/web/accuracy_pages.py."""

from pathlib import Path

from app.evaluation.published import FILE
from app.web.accuracy_pages import accuracy_page, docs_of, known_wrong
from tests.coaching import small_bank
from tests.evaluation.published import published


def test_the_page_has_what_the_folder_holds(tmp_path: Path) -> None:
    empty = accuracy_page(tmp_path, small_bank())
    assert (empty.accuracy, empty.known_wrong) == (None, None)
    published().save(tmp_path / FILE)
    assert accuracy_page(tmp_path, small_bank()).accuracy is not None


def test_what_is_known_to_be_wrong_is_one_section_of_the_log(tmp_path: Path) -> None:
    log = (
        "# Log\n\n## Before\n\nx\n\n## Known to be wrong today\n\n* This *one*.\n\n## After\n\ny\n"
    )
    (tmp_path / "accuracy-log.md").write_text(log, encoding="utf-8")
    assert str(known_wrong(tmp_path)) == "<ul>\n<li>This <em>one</em>.</li>\n</ul>\n"


def test_figures_of_ones_own_content_go_before_those_that_ship(tmp_path: Path) -> None:
    own, ours = tmp_path / "own", tmp_path / "ours"
    for root in (own, ours):
        (root / "docs").mkdir(parents=True)
    assert docs_of(own, ours) == ours / "docs"
    (ours / "docs" / FILE).touch()
    assert docs_of(own, ours) == ours / "docs"
    (own / "docs" / FILE).touch()
    assert docs_of(own, ours) == own / "docs"
