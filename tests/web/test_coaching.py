"""Promises of app/web/coaching.py."""

from app.engine.coaching import Coaching, Covered, Slip
from app.engine.report import Quote
from app.web.coaching import coaching_page

TWICE = (Quote(start=0, end=4, text="RF=3"), Quote(start=9, end=13, text="RF=3"))


def test_areas_are_titled_and_counted_once_begun() -> None:
    page = coaching_page(Coaching((Covered("data-model", 0), Covered("trade-offs", 40)), ()))
    assert [(area.name, area.percent) for area in page.areas] == [
        ("Data model", 0),
        ("Trade-offs", 40),
    ]
    assert page.summary == "1 of 2 areas begun. No error found."


def test_an_error_shows_each_of_the_learners_words_once() -> None:
    page = coaching_page(Coaching((), (Slip("contradiction", TWICE, "Which one?"),)))
    (slip,) = page.slips
    assert (slip.title, slip.quotes, slip.reason) == ("Two values", ("RF=3",), "Which one?")
    assert page.summary == "0 of 0 areas begun. 1 error found."


def test_a_long_quote_is_shortened() -> None:
    long = Quote(start=0, end=600, text="word " * 120)
    page = coaching_page(Coaching((), (Slip("misconception", (long,), "No."),)))
    assert len(page.slips[0].quotes[0]) < 130
