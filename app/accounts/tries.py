"""Let nobody guess passwords: tries are counted by account and by address.

In the memory of one process: several workers count apart, and so allow that many times as much.
"""

import ipaddress
import time

from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from app.accounts.errors import TooManyTries
from app.db.digests import digest_of

BY_NAME = RateLimitItemPerMinute(10, 15)
"""Tries at one account in any quarter of an hour. Signing in wipes them out."""

BY_ADDRESS = RateLimitItemPerMinute(100, 15)
"""Failed tries from one address, whatever the name: a class behind one router mistypes less."""

_HOME_NETWORK = 64
"""Bits of an IPv6 address that tell one home from another."""


class Tries:
    """Tries at passwords and recovery codes, as far back as they count."""

    def __init__(self) -> None:
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def begin(self, key: str, address: str) -> None:
        """Count a try at the account of this key, known or not.

        It counts before it is looked at: a hundred guesses at once are a hundred.

        Raises:
            TooManyTries: it must not be looked at.
        """
        if not self._window.test(BY_ADDRESS, "address", _home(address)):
            raise TooManyTries(self._wait(BY_ADDRESS, "address", _home(address)))
        if not self._window.hit(BY_NAME, "name", digest_of(key)):
            raise TooManyTries(self._wait(BY_NAME, "name", digest_of(key)))

    def failed(self, address: str) -> None:
        """The try was wrong."""
        self._window.hit(BY_ADDRESS, "address", _home(address))

    def succeeded(self, key: str) -> None:
        """The try was right: earlier ones were somebody's own mistakes."""
        self._window.clear(BY_NAME, "name", digest_of(key))

    def _wait(self, item: RateLimitItem, *which: str) -> float:
        return self._window.get_window_stats(item, *which).reset_time - time.time()


def _home(address: str) -> str:
    """One home has many IPv6 addresses."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return address
    if known.version == 4:
        return address
    return str(ipaddress.ip_network((int(known), _HOME_NETWORK), strict=False))
