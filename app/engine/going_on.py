"""Which sentences go on about what the one before them named."""

from app.engine.reading import Reading, Segment

_SPEAKING_ON = frozenset("it its that this these those they them their so such then thus therefore "
                         "hence which both each".split())  # fmt: skip
"""Words at the head of a sentence that goes on about what the one before it named."""

_FIRST = 2
"""Words that make the head of a sentence."""

_OPENING = frozenset("what how why who where when".split())
"""Words that open a subject of their own: "What that buys: any broker can fail"."""

_POINTING = frozenset("it this these those they them".split())
"""Pronouns that speak of what was named before, near the head ("we use those as ...")."""

_EARLY = 6
"""Words among which such a pronoun still speaks of the sentence before."""


def going_on(reading: Reading) -> frozenset[int]:
    """Return the numbers of the sentences that begin by speaking of the one before."""
    first: dict[int, Segment] = {}
    for segment in reading.segments:
        first.setdefault(segment.sentence, segment)
    return frozenset(number for number, segment in first.items() if _goes_on(segment))


def _goes_on(segment: Segment) -> bool:
    opens = segment.tokens[0].text in _OPENING
    if not opens and any(token.text in _SPEAKING_ON for token in segment.tokens[:_FIRST]):
        return True
    early = segment.tokens[:_EARLY]
    return any(token.pos == "PRON" and token.text in _POINTING for token in early)
