"""Lines broken to fit a width, and lines that their writer ended."""

import textwrap

import pytest

from app.engine.wrapping import continued

PROSE = (
    "Every topic keeps three copies in three zones, so when a broker dies another one takes over "
    "and nothing that was acknowledged is lost. Producers wait for two of them, and a slow "
    "follower leaves the set until it has caught up with its leader again."
)
NOTES = [
    "copies: three",
    "wait for two of them",
    "key = customer id",
    "no order across lanes at all",
]


def wrapped(rows: list[str]) -> frozenset[int]:
    return continued(rows, [bool(row) for row in rows])


@pytest.mark.parametrize("width", [40, 47, 55, 63, 72, 88, 100])
def test_prose_broken_to_a_width_goes_on_in_every_row(width: int) -> None:
    rows = textwrap.wrap(PROSE, width)
    assert wrapped(rows) == set(range(1, len(rows))) or len(rows) < 4


def test_a_short_paragraph_is_wrapped_where_a_longer_one_tells_the_width() -> None:
    rows = [
        *textwrap.wrap(PROSE, 45),
        "",
        *textwrap.wrap("A slow team never slows down the others.", 30),
    ]
    assert len(rows) - 1 not in wrapped(rows)
    rows = [
        *textwrap.wrap(PROSE, 45),
        "",
        *textwrap.wrap("A team that is slow never slows down the others.", 45),
    ]
    assert len(rows) - 1 in wrapped(rows)


def test_notes_that_their_writer_ended_stay_apart() -> None:
    assert wrapped(NOTES) == frozenset()


def test_a_heading_above_wrapped_prose_stays_one() -> None:
    rows = ["Copies:", *textwrap.wrap(PROSE, 60)]
    assert 1 not in wrapped(rows)
    assert 2 in wrapped(rows)
