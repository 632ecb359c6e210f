"""Did you mean: the known name nearest to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`; did you mean 'x'?` with the nearest known name, or nothing if none is near."""
    near = get_close_matches(name, sorted(set(known)), n=1)
    return f"; did you mean '{near[0]}'?" if near else ""
