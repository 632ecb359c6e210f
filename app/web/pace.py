"""Keep one learner from asking for more than the machine should spend on them."""

from collections.abc import Callable
from threading import Lock

Clock = Callable[[], float]
"""Seconds from any start, never backwards."""


class Pace:
    """Lets each key act `burst` times at once, and then once every `every` seconds."""

    def __init__(self, burst: int, every: float, clock: Clock) -> None:
        self._burst = burst
        self._every = every
        self._clock = clock
        self._free_at: dict[str, float] = {}
        self._lock = Lock()

    def allows(self, key: str) -> bool:
        """Tell whether `key` may act now, and count it if so."""
        now = self._clock()
        with self._lock:
            self._forget(now)
            free_at = max(self._free_at.get(key, now), now)
            if free_at - now > self._every * (self._burst - 1):
                return False
            self._free_at[key] = free_at + self._every
            return True

    def _forget(self, now: float) -> None:
        """Drop keys whose time has passed, so that no more are kept than acted just now."""
        for key in [key for key, free_at in self._free_at.items() if free_at <= now]:
            del self._free_at[key]
