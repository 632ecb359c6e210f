"""Say numbers as people do: 1.2 PB, 7 days, 50,000 per second."""

import math

_SIZES = (("PB", 1e15), ("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("KB", 1e3), ("bytes", 1.0))
_TIMES = (
    ("year", 365 * 86400.0), ("week", 7 * 86400.0), ("day", 86400.0), ("hour", 3600.0),
    ("minute", 60.0), ("second", 1.0), ("ms", 0.001),
)  # fmt: skip
_FEW_UNITS = 2
"""From so many of a unit on it is used: 14 days are two weeks, 7 days stay days."""
_PER_DAY_BELOW = 1.0
_LARGE = 1e15


def say_range(low: float, high: float, kind: str) -> str:
    """Return a value or range in words: "3", "3 to 5", "at least 3", "up to 100"."""
    if math.isinf(high):
        return f"at least {say(low, kind)}"
    if low == high:
        return say(high, kind)
    if low == 0:
        return f"up to {say(high, kind)}"
    return f"{say(low, kind)} to {say(high, kind)}"


def say(value: float, kind: str) -> str:
    """Return one number of a slot's kind in words, in a unit that keeps it short."""
    if kind == "size":
        return _sized(value)
    if kind == "throughput":
        return f"{_sized(value)}/s"
    if kind == "duration":
        return _timed(value)
    if kind == "share":
        return f"{_number(value * 100)}%"
    if kind == "rate":
        return _rated(value)
    return _number(value)


def _sized(value: float) -> str:
    """Return bytes in the largest unit that holds them."""
    for unit, factor in _SIZES:
        if abs(value) >= factor:
            return f"{_number(value / factor)} {unit}"
    return f"{_number(value)} bytes"


def _timed(value: float) -> str:
    """Return seconds in the largest unit of which there are whole ones."""
    for unit, factor in _TIMES:
        count = value / factor
        least = _FEW_UNITS if unit == "week" else 1
        if count >= least and (math.isclose(count, round(count)) or unit in ("second", "ms")):
            plural = "" if unit == "ms" or round(count, 3) == 1 else "s"
            return f"{_number(count)} {unit}{plural}"
    return f"{_number(value)} seconds"


def _rated(value: float) -> str:
    """Return a rate a second, or a day where it is slow."""
    if value < _PER_DAY_BELOW:
        return f"{_number(value * 86400)} per day"
    return f"{_number(value)} per second"


def _number(value: float) -> str:
    """Return a number with three figures, thousands separated, large ones in words."""
    for word, factor in (("trillion", 1e12), ("billion", 1e9), ("million", 1e6)):
        if factor <= abs(value) < _LARGE:
            return f"{_plain(value / factor)} {word}"
    return _plain(value)


def _plain(value: float) -> str:
    """Return a number as digits."""
    if math.isclose(value, round(value), abs_tol=1e-9):
        return f"{round(value):,}"
    return f"{value:,.3g}" if abs(value) < 1000 else f"{round(value):,}"
