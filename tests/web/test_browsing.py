"""Promises of app/web/browsing.py."""

import pytest

from app.db.attempts import Best
from app.web.browsing import Filters, cards, fields
from tests import make

MID = make.question(id="mid-one", category="streaming", topics=["queues", "cost"])
STAFF = make.question(
    id="staff-one",
    category="batch",
    difficulty="staff",
    topics=["joins"],
    companies=[{"name": "Grover", "source": "a talk"}],
)
BANK = (MID, STAFF)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(category="batch"),
        Filters(difficulty="staff"),
        Filters(topic="joins"),
        Filters(company="Grover"),
        Filters(category="batch", difficulty="staff"),
    ],
)
def test_filters_leave_what_has_all_they_ask_for(filters: Filters) -> None:
    assert [card.id for card in cards(BANK, filters, {})] == ["staff-one"]


def test_filters_that_contradict_leave_nothing() -> None:
    assert cards(BANK, Filters(category="batch", difficulty="mid"), {}) == ()


def test_a_card_carries_the_best_score() -> None:
    best = {"mid-one": Best(score=71, band=3, attempts=2)}
    found = {card.id: card.best for card in cards(BANK, Filters(), best)}
    assert found == {"mid-one": best["mid-one"], "staff-one": None}


def test_a_filter_is_offered_only_where_the_bank_has_values() -> None:
    assert [field.name for field in fields((MID,), Filters())] == [
        "category",
        "difficulty",
        "topic",
    ]


def test_difficulties_are_offered_in_order_of_the_bar() -> None:
    offered = {field.name: field for field in fields((STAFF, MID), Filters())}
    assert [choice.value for choice in offered["difficulty"].choices] == ["mid", "staff"]


def test_the_address_holds_only_what_was_asked_for() -> None:
    assert Filters(q="hot key", topic="cost").address == "/?q=hot+key&topic=cost"
    assert Filters().address == "/"
