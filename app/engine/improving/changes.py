"""Changes to a text: made together, their offsets always those of the text before any of them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """Something struck, something put in its place, or both.

    Attributes:
        at: where, in code points of the original text.
        delete: how many code points are struck.
    """

    at: int
    delete: int
    insert: str

    @property
    def end(self) -> int:
        """Where what is struck ends."""
        return self.at + self.delete


def applied(text: str, changes: Sequence[Change]) -> str:
    """Return `text` with all changes made; what is put in at one place stays in their order."""
    pieces: list[str] = []
    done = 0
    for change in in_place(changes):
        pieces += [text[done : change.at], change.insert]
        done = change.end
    return "".join([*pieces, text[done:]])


def in_place(changes: Sequence[Change]) -> list[Change]:
    """Return changes in the order of the text; additions come before what is struck there."""
    return sorted(changes, key=lambda change: (change.at, change.delete > 0))


def fits(change: Change, others: Sequence[Change]) -> bool:
    """Tell whether a change touches nothing that another one strikes, nor strikes its place."""
    return all(
        change.end <= other.at
        or change.at >= other.end
        or (change.delete == other.delete == 0 and change.at == other.at)
        for other in others
    )


def original(offset: int, changes: Sequence[Change]) -> int:
    """Return where an offset of the changed text lies in the original.

    What was put in lies where it was put in.
    """
    moved = 0
    for change in in_place(changes):
        begins = change.at + moved
        if offset < begins:
            break
        if offset < begins + len(change.insert):
            return change.at
        moved += len(change.insert) - change.delete
    return offset - moved
