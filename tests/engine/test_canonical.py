"""One spelling, with the way back."""

import pytest

from app.engine.canonical import canonicalise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RePlica", "replica"),
        ("\u2018it\u2019s\u2019", "'it's'"),
        ("\u201cexactly once\u201d", '"exactly once"'),
        ("in\u2011sync", "in-sync"),
        ("caf\u0065\u0301", "caf\u00e9"),
        ("\uff32\uff26\uff1d\uff13", "rf=3"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
    ],
)
def test_texts_that_look_alike_are_spelt_alike(text: str, expected: str) -> None:
    assert canonicalise(text, 0, len(text)).text == expected


@pytest.mark.parametrize(
    "text", ["e\u0301a", "\ufb01le", "a\u200bb", "\U0001f642x", "\u0130stanbul"]
)
def test_every_character_knows_the_stretch_it_came_from(text: str) -> None:
    canonical = canonicalise(text, 0, len(text))
    assert len(canonical.starts) == len(canonical.ends) == len(canonical.text)
    assert all(
        0 <= s < e <= len(text) for s, e in zip(canonical.starts, canonical.ends, strict=True)
    )


def test_a_letter_with_its_mark_is_one_stretch() -> None:
    canonical = canonicalise("xe\u0301", 0, 3)
    assert (canonical.starts[1], canonical.ends[1]) == (1, 3)


def test_offsets_count_from_the_start_of_the_whole_text() -> None:
    assert canonicalise("ab CD", 3, 5).starts == (3, 4)
