"""Promises of app/web/verdicts.py."""

from app.content.bank import Bank
from app.db.notes import Note
from app.engine.report import CheckResult, Evidence, FacetResult
from app.web.verdicts import accounting, areas, checks_by_outcome, flags
from tests import make
from tests.coaching import NOON


def test_points_are_added_up_by_area() -> None:
    report = make.report(
        make.concept_result(id="a", area="durability", points=8, possible=8),
        make.concept_result(id="b", area="trade-offs", points=2, possible=5),
        make.concept_result(id="c", area="durability", points=0, possible=8),
    )
    found = areas("", report, None, {})
    assert [(area.name, area.points, area.possible) for area in found] == [
        ("Durability", 8, 16),
        ("Trade-offs", 2, 5),
    ]


def test_the_sums_of_a_score_come_out_even_at_the_floor() -> None:
    report = make.report(make.concept_result(points=2), red_flags=[make.red_flag()], score=0)
    sums = accounting(report)
    assert (sums.earned, sums.taken, sums.lifted, sums.score) == (2, -4, 2, 0)


def test_a_quote_says_which_parts_it_covers_and_the_rest_is_lacking() -> None:
    result = make.concept_result(
        facets=[
            FacetResult(id="what", label="what is kept", met=True),
            FacetResult(id="why", label="why it is kept", met=False),
        ],
        evidence=[Evidence(start=0, end=5, text="abcde", wording="w", facet="what")],
    )
    ((view,),) = (area.concepts for area in areas("abcdefgh", make.report(result), None, {}))
    assert [(quote.text, quote.covers) for quote in view.quotes] == [("abcde", ("what is kept",))]
    assert [facet.id for facet in view.lacking] == ["why"]
    assert view.uncovered == ()


def test_it_is_told_how_many_of_the_lacking_parts_are_enough(bank: Bank) -> None:
    rubric = bank.rubrics["url-shortener"]
    author = next(each for each in rubric.concepts if each.id == "code-generation")
    facets = [FacetResult(id=id_, label=id_, met=False) for id_ in author.facets]
    result = make.concept_result(id=author.id, standing="mentioned", facets=facets)
    report = make.report(result)
    ((view,),) = (area.concepts for area in areas("", report, rubric, {}))
    assert 0 < view.enough < len(view.lacking)
    ((unknown,),) = (area.concepts for area in areas("", report, None, {}))
    assert unknown.enough == 0


def test_an_explained_concept_lacks_nothing() -> None:
    facets = [FacetResult(id="why", label="why it is kept", met=False)]
    result = make.concept_result(standing="explained", facets=facets)
    ((view,),) = (area.concepts for area in areas("", make.report(result), None, {}))
    assert view.lacking == ()


def test_a_note_stands_at_the_finding_it_is_about() -> None:
    note = Note("flag/misconception/one-copy-is-safe", "wrong", "It is RAID.", NOON)
    report = make.report(red_flags=[make.red_flag()])
    (view,) = flags("", report, {note.subject: note})
    ((concept,),) = (area.concepts for area in areas("", report, None, {note.subject: note}))
    assert view.note is not None
    assert (view.note.kind, view.note.text) == ("wrong", "It is RAID.")
    assert concept.note is not None
    assert concept.note.kept_at is None


def test_where_nobody_may_write_there_is_no_place_for_a_note() -> None:
    report = make.report(red_flags=[make.red_flag()])
    (view,) = flags("", report, None)
    ((concept,),) = (area.concepts for area in areas("", report, None, None))
    assert view.note is concept.note is None


def test_failed_checks_come_first() -> None:
    checks = [
        CheckResult(id=outcome, name="n", outcome=outcome, message="m")
        for outcome in ("not-enough-said", "confirmed", "fails")
    ]
    assert [check.id for check in checks_by_outcome(checks)] == [
        "fails",
        "confirmed",
        "not-enough-said",
    ]
