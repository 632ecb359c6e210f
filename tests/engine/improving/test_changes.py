"""Changes are made together, at offsets of the text before any of them."""

from app.engine.improving.changes import Change, applied, fits, original

TEXT = "one two three"
STRUCK = Change(4, 3, "2")
ADDED = Change(13, 0, " four")


def test_changes_are_made_at_the_places_of_the_text_before() -> None:
    assert applied(TEXT, [ADDED, STRUCK]) == "one 2 three four"


def test_additions_at_one_place_keep_their_order() -> None:
    assert applied("a", [Change(1, 0, "b"), Change(1, 0, "c")]) == "abc"


def test_an_addition_stands_before_what_is_struck_there() -> None:
    assert applied("ab", [Change(1, 1, "x"), Change(1, 0, "-")]) == "a-x"


def test_what_touches_struck_words_does_not_fit() -> None:
    assert not fits(Change(5, 0, "x"), [STRUCK])
    assert not fits(Change(0, 5, ""), [STRUCK])
    assert fits(Change(7, 0, "x"), [STRUCK])
    assert fits(ADDED, [ADDED])


def test_an_offset_of_the_changed_text_leads_back() -> None:
    changed = applied(TEXT, [STRUCK, ADDED])
    assert TEXT[original(changed.index("three"), [STRUCK, ADDED]) :] == "three"
    assert original(changed.index("four"), [STRUCK, ADDED]) == len(TEXT)
