"""Promises of app/accounts/names.py."""

import pytest

from app.accounts.errors import BadName
from app.accounts.names import key_of, shown_name


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ada", "Ada"),
        ("  Ada   Lovelace ", "Ada Lovelace"),
        ("\uff42\uff4f\uff42", "bob"),
        ("ada@example.org", "ada@example.org"),
        ("Zoë O'Neil", "Zoë O'Neil"),
        ("李雷", "李雷"),
        ("7", "7"),
    ],
)
def test_a_name_is_shown_in_one_form(typed: str, shown: str) -> None:
    assert shown_name(typed) == shown


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "x" * 41, "-ada", "ada\x00", "a/b", "<b>", "ada\u202eevil", "\ufdfa" * 3, "🙂"],
)
def test_what_cannot_be_a_name_is_refused(typed: str) -> None:
    with pytest.raises(BadName, match="1 to 40 letters"):
        shown_name(typed)


@pytest.mark.parametrize("typed", ["ALICE", " alice ", "\uff21lice", "aliCe"])
def test_names_that_look_the_same_are_the_same(typed: str) -> None:
    assert key_of(typed) == key_of("Alice")
