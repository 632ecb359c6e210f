"""Cut canonical text into words, numbers, names and marks; linear in its length."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
      [^\W\d]\w*(?:\.[^\W\d]\w*)+        # dotted names: min.insync.replicas
    | (?:(?<=[=:(\s])-)?\d+(?:[.,]\d+)*  # numbers: 1,500  0.5  acks=-1
    | n't\b | '(?:s|re|ve|ll|d|m)\b      # the ends of contractions
    | [^\W\d]\w*?(?=n't\b)               # the word before n't
    | (?:ca|do|does|did|is|are|was|were|wo|would|should|could|has|have)(?=nt\b) | nt\b  # dictated
    | w/o\b | w/(?=\s)
    | can(?=not\b)                      # cannot is can and not
    | [^\W\d]\w*
    | \w+
    | ->|=>|<-|<=|>=|==|!=|>>|<<|\*\*
    | [^\w\s]
    """,
    re.VERBOSE,
)
LONGEST_RUN = 64
"""Characters of one unbroken word that are read; the rest of it is passed over."""


@dataclass(frozen=True, slots=True)
class RawToken:
    """A token before it is read: offsets count characters of the canonical text."""

    start: int
    end: int
    text: str


def tokenise(canonical: str) -> list[RawToken]:
    """Return the tokens of a canonical text, in order."""
    return [
        RawToken(match.start(), match.end(), _plain(match.group()))
        for match in _TOKEN.finditer(canonical)
    ]


_SHORT_FORMS = {"nt": "n't", "w/o": "without", "w/": "with"}
"""Short forms that notes and dictation use for words that decide the meaning."""


def _plain(text: str) -> str:
    return _SHORT_FORMS.get(text, text)[:LONGEST_RUN]


def parts(text: str) -> list[str]:
    """Return the words inside a name: `max.poll.interval.ms` and `customer_id` have several."""
    found = re.split(r"[._]+", text)
    return [part for part in found if part] or [text]
