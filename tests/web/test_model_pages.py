"""Promises of app/web/model_pages.py."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.coach import Coach, UnknownAttempt
from app.db.forms import Form
from app.db.learners import PERSONAL
from app.engine.report import Report
from app.web.model_pages import beside_page, model_page
from tests import make
from tests.coaching import OTHER, QUESTION, fresh_sessions, small_bank
from tests.web.site import PhraseFinder, site_coach

SAYS_IT = make.question_data()["sections"] | {"context": "There are several copies of it."}


@pytest.fixture
def coach() -> Coach:
    """A coach whose model answer mentions the concept."""
    bank = small_bank()
    questions = {name: make.question(id=name, sections=SAYS_IT) for name in (QUESTION, OTHER)}
    return site_coach(type(bank)(questions, bank.rubrics, bank.lexicon, bank.digests))


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with fresh_sessions(tmp_path) as sessions, sessions.writing.begin() as opened:
        yield opened


def answered(coach: Coach, session: Session, text: str, question: str = QUESTION) -> str:
    return coach.submit(session, PERSONAL, question, text, Form(coach.new_id(), 1))


def test_before_an_answer_there_is_nothing_of_it_on_the_page(
    coach: Coach, session: Session
) -> None:
    page = model_page(coach, session, PERSONAL, QUESTION)
    assert (page.model, page.index) == (None, ())


def test_the_index_leads_to_the_places_of_each_concept(coach: Coach, session: Session) -> None:
    coach.reveal(session, PERSONAL, QUESTION)
    page = model_page(coach, session, PERSONAL, QUESTION)
    assert page.model
    assert 'id="e-concept-copies-1"' in page.model.context
    (area,) = page.index
    (concept,) = area.concepts
    assert [(place.anchor, place.text) for place in concept.quotes] == [
        ("e-concept-copies-1", "several copies")
    ]


def test_an_answer_stands_beside_the_model_answer_concept_by_concept(
    coach: Coach, session: Session
) -> None:
    answered(coach, session, "We keep Several Copies.")
    page = beside_page(coach, session, PERSONAL, QUESTION, None)
    assert page
    (pair,) = page.areas[0].concepts
    assert pair.yours
    assert pair.yours.quotes[0].text == "Several Copies"
    assert pair.model.quotes[0].text == "several copies"
    assert page.summary == "Of 1 concept: 1 mentioned."


def test_the_newest_attempt_is_taken_unless_another_is_chosen(
    coach: Coach, session: Session
) -> None:
    first = answered(coach, session, "Nothing.")
    answered(coach, session, "Several copies.")
    newest = beside_page(coach, session, PERSONAL, QUESTION, None)
    chosen = beside_page(coach, session, PERSONAL, QUESTION, first)
    assert newest
    assert chosen
    assert (newest.attempt.number, chosen.attempt.number) == (2, 1)


def test_without_an_attempt_there_is_nothing_to_compare(coach: Coach, session: Session) -> None:
    coach.reveal(session, PERSONAL, QUESTION)
    assert beside_page(coach, session, PERSONAL, QUESTION, None) is None


def test_an_attempt_at_another_question_is_not_found(coach: Coach, session: Session) -> None:
    other = answered(coach, session, "Several copies.", OTHER)
    with pytest.raises(UnknownAttempt):
        beside_page(coach, session, PERSONAL, QUESTION, other)


class LaterRubric(PhraseFinder):
    """Asks for the same under another id, as a rubric that was rewritten does."""

    def score(self, question_id: str, answer: str, *, improved: bool = False) -> Report:
        """A whole report on `answer`."""
        report = super().score(question_id, answer, improved=improved)
        later = tuple(each.model_copy(update={"id": "later"}) for each in report.concepts)
        return report.model_copy(update={"concepts": later})


def test_a_concept_that_came_later_is_not_held_against_an_answer(
    coach: Coach, session: Session
) -> None:
    answered(coach, session, "Several copies.")
    coach.holder.swap(coach.holder.bank, LaterRubric())
    page = beside_page(coach, session, PERSONAL, QUESTION, None)
    assert page
    assert [(pair.model.result.id, pair.yours) for pair in page.areas[0].concepts] == [
        ("later", None)
    ]
