"""Turn ids, numbers and times into the words a page shows."""

import re
from datetime import datetime
from urllib.parse import urlsplit

ABBREVIATIONS = {"slo": "SLO", "cdc": "CDC", "api": "API", "sla": "SLA", "sql": "SQL", "ui": "UI"}
"""Words of ids that are written in capitals."""

HYPHENATED = {"trade-offs": "Trade-offs"}
"""Ids whose hyphen belongs to the word."""

_WORD = re.compile(r"\S+")


def title_of(slug: str) -> str:
    """`data-modelling` as "Data modelling"; abbreviations in capitals."""
    words = [ABBREVIATIONS.get(word, word) for word in slug.split("-")]
    text = " ".join(words)
    return HYPHENATED.get(slug, text[:1].upper() + text[1:])


def counted(number: int, one: str, many: str | None = None) -> str:
    """`counted(2, "attempt")` is "2 attempts"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def words_in(text: str) -> int:
    """How many runs of non-space characters `text` has; the page's script counts the same way."""
    return len(_WORD.findall(text))


def day_and_time(at: datetime) -> str:
    """Say `at` as in `3 August 2026, 14:05 UTC`, in the zone it is in."""
    return f"{at.day} {at:%B %Y, %H:%M} {at:%Z}".rstrip()


def signed(number: int) -> str:
    """Say `number` with its sign, a true minus for less than 0, none for 0."""
    return f"+{number}" if number > 0 else f"\u2212{-number}" if number < 0 else "0"


def one_line(text: str, most: int = 160) -> str:
    """`text` on one line, cut in the middle where it is longer than `most` characters."""
    line = " ".join(text.split())
    half = most // 2
    return line if len(line) <= most else f"{line[:half].rstrip()} \u2026 {line[-half:].lstrip()}"


def host_of(address: str) -> str:
    """The site an address leads to, as a name for its link."""
    return urlsplit(address).hostname or address
