"""Promises of app/accounts/recovery_codes.py."""

import re

import pytest

from app.accounts.recovery_codes import new_code, read_code


def test_a_code_is_six_groups_of_four_and_never_the_same() -> None:
    codes = {new_code() for _ in range(100)}
    assert len(codes) == 100
    assert all(re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}", c) for c in codes)


@pytest.mark.parametrize(
    "typed",
    [
        "0A1B-0000-1111-2222-3333-4444",
        "0a1b000011112222333 34444",
        " oaib-oooo-llll-2222-3333-4444 ",
    ],
)
def test_a_code_is_read_as_it_was_meant(typed: str) -> None:
    assert read_code(typed) == "0A1B-0000-1111-2222-3333-4444"


def test_a_whole_page_is_no_code() -> None:
    assert len(read_code("x" * 100_000)) < 100
