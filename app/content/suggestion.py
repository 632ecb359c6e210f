"""Did you mean: the known name nearest to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches

MOST_NAMES = 1_000
LONGEST_NAME = 100
"""Beyond these no suggestion is looked for: each pair of names costs its lengths multiplied."""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` with the nearest known name, or nothing if none is near."""
    names = sorted(set(known))
    if len(names) > MOST_NAMES or len(name) > LONGEST_NAME:
        return ""
    near = get_close_matches(name, names, n=1)
    return f"; did you mean '{near[0]}'?" if near else ""
