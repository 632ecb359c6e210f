"""Tell lines broken to fit a width, as mail programs do, from lines their writer ended."""

from collections.abc import Iterator, Sequence

_NARROWEST = 28
"""Characters of the longest line under which no lines are taken to be wrapped: they are notes."""

_LEAST_BREAKS = 3
"""Breaks that tell a width; fewer count where other paragraphs have told it."""

_FITTING = 0.8
"""Share of breaks at which the next word would not have fitted; a dash may have been moved."""


def continued(rows: Sequence[str], prose: Sequence[bool]) -> frozenset[int]:
    """Return the numbers of the rows that go on with the row before them.

    At a width, every row but the last of a paragraph is so long that the first word of the next
    would not have fitted; rows that their writer ended are not.

    Args:
        prose: for each row, whether it can be a row of prose: not blank, no list, table or code.
    """
    groups = [group for group in _groups(prose) if len(group) > 1]
    telling = [group for group in groups if len(group) > _LEAST_BREAKS and _wrapped(rows, group, 0)]
    width = max((_widest(rows, group) for group in telling), default=0)
    if not telling:
        width = _common_width(rows, groups)
    wrapped = [
        group for group in groups if group in telling or (width and _wrapped(rows, group, width))
    ]
    return frozenset(number for group in wrapped for number in _goes_on(rows, group, width))


def _groups(prose: Sequence[bool]) -> Iterator[list[int]]:
    """Yield the rows that stand together, without anything else between."""
    group: list[int] = []
    for number, is_prose in enumerate(prose):
        if is_prose:
            group.append(number)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _widest(rows: Sequence[str], group: Sequence[int]) -> int:
    return max(len(rows[number].rstrip()) for number in group)


def _wrapped(rows: Sequence[str], group: Sequence[int], width: int) -> bool:
    """Tell whether rows break where a width of at least this many characters makes them."""
    width = max(width, _widest(rows, group))
    breaks = group[:-1]
    return width >= _NARROWEST and _full(rows, breaks, width) >= _FITTING * len(breaks)


def _goes_on(rows: Sequence[str], group: Sequence[int], width: int) -> Iterator[int]:
    """Yield the rows of a wrapped paragraph that go on; one behind a heading does not."""
    width = max(width, _widest(rows, group))
    for number in group[1:]:
        if not rows[number - 1].rstrip().endswith(":") or _full(rows, [number - 1], width):
            yield number


def _full(rows: Sequence[str], breaks: Sequence[int], width: int) -> int:
    """Count the rows behind which the next row's first word would not have fitted."""
    return sum(
        len(rows[number].rstrip()) + 1 + len(rows[number + 1].split(maxsplit=1)[0]) > width
        for number in breaks
    )


def _common_width(rows: Sequence[str], groups: Sequence[list[int]]) -> int:
    """Return the width that all short paragraphs together tell, or 0."""
    breaks = [number for group in groups for number in group[:-1]]
    width = max((_widest(rows, group) for group in groups), default=0)
    told = len(breaks) >= _LEAST_BREAKS and _full(rows, breaks, width) == len(breaks)
    return width if told and width >= _NARROWEST else 0
