"""Keep what was worked out for the texts seen last, up to a number of them."""

from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Recent(Generic[Value]):
    """Values by text, the least recently used forgotten first; safe to share between threads.

    Values should be plain tuples of words and numbers: the garbage collector leaves those alone
    after one look. Looking through cached objects took it a tenth of a second now and then, in the
    middle of somebody's typing.
    """

    def __init__(self, most: int) -> None:
        """Keep at most `most` values."""
        self._most = most
        self._kept: dict[str, Value] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, text: str) -> Value | None:
        """Return what is kept for a text, as used now; None when nothing is."""
        with self._lock:
            value = self._kept.pop(text, None)
            if value is not None:
                self._kept[text] = value
            return value

    def keep(self, text: str, value: Value) -> None:
        """Keep a value, and forget the one longest unused when there are too many."""
        with self._lock:
            self._kept.pop(text, None)
            self._kept[text] = value
            if len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]
