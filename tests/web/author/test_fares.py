"""Promises of app/web/author/fares.py."""

import pytest

from app.authoring.fares import ConceptFares, Fares
from app.authoring.working import Texts, WorkingCopy
from app.web.author.fares import fares_page
from app.web.author.heads import head_of

COPY = WorkingCopy("small-queue", "streaming", Texts("", ""), "", "", Texts("", ""))


def concept(*counts: int, id_: str = "copies", weight: int = 3) -> ConceptFares:
    return ConceptFares(id_, id_, "durability", weight, counts, 0, 0)


def fares(*concepts: ConceptFares) -> Fares:
    return Fares(1, 0, 50, (), concepts, (), 0, 0)


@pytest.mark.parametrize("counts", [(1, 1, 1, 0), (0, 0, 0, 7), (3, 2, 1, 1)])
def test_the_stretches_of_a_bar_fill_it_in_the_order_of_standings(counts: tuple[int, ...]) -> None:
    (row,) = fares_page(head_of(COPY), fares(concept(*counts)), None).rows
    assert [part.standing for part in row.parts] == [
        "explained", "mentioned", "contradicted", "missing",
    ]  # fmt: skip
    assert sum(part.width for part in row.parts) == pytest.approx(100, abs=0.05)
    for before, after in zip(row.parts, row.parts[1:], strict=False):
        assert before.start + before.width == pytest.approx(after.start, abs=0.05)


def test_what_fares_worst_comes_first_and_of_those_what_weighs_most() -> None:
    concepts = (concept(4, 0, 0, 0, id_="good"), concept(0, 0, 0, 4, id_="light", weight=1),
                concept(0, 0, 0, 4, id_="heavy"))  # fmt: skip
    rows = fares_page(head_of(COPY), fares(*concepts), None).rows
    assert [row.fares.id for row in rows] == ["heavy", "light", "good"]


def test_a_concept_that_is_in_no_report_has_no_bar() -> None:
    (row,) = fares_page(head_of(COPY), fares(concept(0, 0, 0, 0)), None).rows
    assert row.parts == ()
