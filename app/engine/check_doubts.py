"""What a sentence says of its own values: that they go wrong, will be others, or are meant."""

import re
from collections.abc import Sequence
from functools import cached_property

from app.engine.conflicts import is_committed
from app.engine.quantities import Quantity
from app.engine.ranges import quantities
from app.engine.reading import Segment, Token
from app.engine.slots import SlotValue

_KNOWS = frozenset({"block", "stop", "halt", "stall", "unavail", "reject", "refus", "mistak",
                    "wrong", "trap", "pitfal", "danger", "avoid", "notenoughreplica", "idl",
                    "pointless", "overkil", "outag", "downtim", "brittl", "fragil",
                    "riski"})  # fmt: skip
"""Stems by which a sentence itself says that its values do not go together."""
_MOVES = frozenset({"later", "grow", "start", "scale", "eventu", "then", "instead"})
_RAISES = frozenset({"increas", "rais", "bump", "chang"})
"""Stems that say that a value will be another; "raise it to 50 GB" itself gives the new one."""
_SUPPOSES = frozenset({"if", "when", "unless", "would", "could", "might", "suppose"})

_FALLS_SHORT = re.compile(
    r"\btoo (?:\w+ )?(?:few|little|short|small|low|tight|narrow|many|much|long|large|big|high|slow"
    r"|late|rare|often|early)\b"
    r"|\b(?:not|n't|never|hardly|barely) (?:\w+ ){0,2}(?:enough|suffice|sufficient)\b"
    r"|\binsufficient\b"
    r"|\b(?:not|n't|never) (?:work|fit|hold|suffice|reach|cover|go together|add up)\b"
    r"|\bwould (?:miss|break|lose|fail|overflow|run out)\b"
    r"|\bwould (?:not |n't |never )?be (?:\w+ )?(?:wrong|bad|unsafe|safe|right|possible)\b"
    r"|\b(?:was|were|been|got) (?:once )?tried\b|\b(?:we|i|they) (?:once )?tried\b"
    r"|\bbroke\b|\bblew up\b|\bwent wrong\b|\bin vain\b"
)
"""Words by which a sentence says that a value is too little, or went wrong when it was tried."""


class Sentence:
    """A sentence that holds a value."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments

    def doubts(self, value: SlotValue) -> bool:
        """It says itself that its values do not go together, or that this one will be another."""
        return self._doubts or (self._raises and not self._gives_new(value))

    @cached_property
    def _doubts(self) -> bool:
        words = " ".join(token.text for token in self._tokens)
        return bool(_FALLS_SHORT.search(words)) or any(
            token.stem in _MOVES or (token.stem in _KNOWS and not token.negated)
            for token in self._tokens
        )

    @cached_property
    def _raises(self) -> bool:
        return any(token.stem in _RAISES for token in self._tokens)

    def _gives_new(self, value: SlotValue) -> bool:
        """Tell whether the value is what something is raised to."""
        before = [token for token in self._tokens if token.end <= value.end]
        number = max((at for at, token in enumerate(before) if token.number is not None), default=0)
        return number > 0 and before[number - 1].text == "to"

    def commits_to(self, value: SlotValue) -> bool:
        """It says without condition that the candidate sets this value."""
        if any(token.text in _SUPPOSES for token in self._tokens):
            return False
        return is_committed([token for token in self._tokens if token.end <= value.start])

    @cached_property
    def quantities(self) -> Sequence[Quantity]:
        """Its numbers with their units."""
        return [quantity for segment in self._segments for quantity in quantities(segment)]

    @property
    def _tokens(self) -> Sequence[Token]:
        return [token for segment in self._segments for token in segment.tokens]
