"""Promises of app/accounts/passwords.py."""

import pytest
from argon2 import PasswordHasher, Type, extract_parameters

from app.accounts.errors import BadPassword
from app.accounts.passwords import LONGEST_PASSWORD, Passwords, check_new
from tests.web.site import quick_passwords


def test_a_password_is_kept_as_argon2id_with_what_owasp_recommends() -> None:
    kept = extract_parameters(Passwords().hash("correct horse"))
    assert kept.type is Type.ID
    assert (kept.memory_cost, kept.time_cost, kept.parallelism) == (19 * 1024, 2, 1)


def test_only_the_password_itself_matches() -> None:
    passwords = quick_passwords()
    kept = passwords.hash("correct horse")
    assert "correct" not in kept
    assert passwords.matches(kept, "correct horse")
    assert not passwords.matches(kept, "correct horse ")


def test_the_same_letters_match_however_a_keyboard_composed_them() -> None:
    passwords = quick_passwords()
    assert passwords.matches(passwords.hash("caf\u00e9 au lait"), "cafe\u0301 au lait")


@pytest.mark.parametrize("odd", ["", "\ud800 surrogate", "\x00 nothing", "🙂" * 50])
def test_any_text_can_be_tried(odd: str) -> None:
    assert not quick_passwords().matches(None, odd)


def test_nobodys_password_matches_nothing_and_is_hashed_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    passwords, tried = quick_passwords(), list[str]()
    verify = PasswordHasher.verify

    def watched(self: PasswordHasher, kept: str, password: bytes) -> bool:
        tried.append(kept)
        return verify(self, kept, password)

    monkeypatch.setattr(PasswordHasher, "verify", watched)
    assert not passwords.matches(None, "nobody's password")
    assert tried == [passwords.decoy]


def test_a_broken_hash_matches_nothing() -> None:
    assert not quick_passwords().matches("not a hash", "correct horse")


def test_a_hash_of_other_parameters_is_outdated() -> None:
    assert Passwords().is_outdated(quick_passwords().hash("correct horse"))
    assert not quick_passwords().is_outdated(quick_passwords().hash("correct horse"))


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("short", "at least 10"),
        ("x" * (LONGEST_PASSWORD + 1), "at most 200"),
        ("abababababab", "repeats itself"),
        ("alice.in.wonderland", "must not be the name"),
        ("Alice.In.Wonderland1", "name with a number"),
    ],
)
def test_what_is_easily_guessed_cannot_be_chosen(password: str, told: str) -> None:
    with pytest.raises(BadPassword, match=told):
        check_new(password, "alice.in.wonderland")


def test_anything_else_can() -> None:
    check_new("correct horse battery", "alice")
