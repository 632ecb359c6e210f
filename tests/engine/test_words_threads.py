"""Word families are the same from many threads at once (app/engine/words.py)."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest

from app.engine.words import stem

WORDS = [f"{head}{tail}" for head, tail in product(
    ("replicat", "partition", "consum", "acknowledg", "compact", "balanc", "monitor", "commit"),
    ("e", "ed", "es", "ing", "ion", "ions", "ement", "ational", "iveness", "ization"),
)]  # fmt: skip


@pytest.fixture
def eager_threads() -> Iterator[None]:
    """Let the interpreter change threads as often as it can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("eager_threads")
def test_threads_do_not_spoil_each_others_stems() -> None:
    fresh = stem.__wrapped__  # without the cache, so that every call stems
    alone = [fresh(word) for word in WORDS]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda _: [fresh(word) for word in WORDS], range(24)))
    assert all(stems == alone for stems in together)
