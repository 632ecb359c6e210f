"""Promises of app/accounts/tries.py."""

import pytest

from app.accounts.errors import TooManyTries
from app.accounts.tries import BY_ADDRESS, BY_NAME, Tries
from tests.accounts.conftest import Clock


@pytest.fixture
def tries(clock: Clock) -> Tries:
    assert clock.time()  # before anything is counted
    return Tries()


def fail(tries: Tries, times: int, key: str = "alice", address: str = "10.0.0.1") -> None:
    for _ in range(times):
        tries.begin(key, address)
        tries.failed(address)


def test_ten_tries_at_a_name_are_enough(tries: Tries, clock: Clock) -> None:
    fail(tries, BY_NAME.amount)
    clock.passes(minutes=3)
    with pytest.raises(TooManyTries, match="Wait 12 minutes, then try again"):
        tries.begin("alice", "10.9.9.9")


def test_another_name_may_still_be_tried(tries: Tries) -> None:
    fail(tries, BY_NAME.amount)
    tries.begin("bob", "10.0.0.1")


def test_tries_count_for_a_quarter_of_an_hour(tries: Tries, clock: Clock) -> None:
    fail(tries, BY_NAME.amount)
    clock.passes(minutes=14, seconds=30)
    with pytest.raises(TooManyTries, match="Wait 30 seconds") as refused:
        tries.begin("alice", "10.0.0.1")
    assert refused.value.wait == 30
    clock.passes(seconds=31)
    tries.begin("alice", "10.0.0.1")


def test_a_refused_try_does_not_make_the_wait_longer(tries: Tries, clock: Clock) -> None:
    fail(tries, BY_NAME.amount)
    for _ in range(20):
        with pytest.raises(TooManyTries):
            tries.begin("alice", "10.0.0.1")
    clock.passes(minutes=15, seconds=1)
    tries.begin("alice", "10.0.0.1")


def test_signing_in_wipes_ones_own_mistakes_out(tries: Tries) -> None:
    fail(tries, BY_NAME.amount - 1)
    tries.begin("alice", "10.0.0.1")
    tries.succeeded("alice")
    fail(tries, BY_NAME.amount)


def test_one_address_cannot_try_every_name(tries: Tries) -> None:
    for number in range(BY_ADDRESS.amount):
        fail(tries, 1, key=f"name{number}")
    with pytest.raises(TooManyTries):
        tries.begin("alice", "10.0.0.1")
    tries.begin("alice", "10.0.0.2")


def test_a_whole_class_signs_in_from_one_address(tries: Tries) -> None:
    for number in range(BY_ADDRESS.amount * 2):
        tries.begin(f"name{number}", "10.0.0.1")
        tries.succeeded(f"name{number}")


def test_one_home_has_one_ipv6_network(tries: Tries) -> None:
    for number in range(BY_ADDRESS.amount):
        fail(tries, 1, key=f"name{number}", address=f"2001:db8::{number:x}")
    with pytest.raises(TooManyTries):
        tries.begin("alice", "2001:db8::ffff")
    tries.begin("alice", "2001:db8:0:1::1")
    tries.begin("alice", "testclient")
