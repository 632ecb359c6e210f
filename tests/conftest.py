"""What every test may ask for, and what is said when a part of the suite was left out."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

from app.content.bank import Bank, load_bank
from app.engine import load_pipeline

CHECKOUT = Path(__file__).parent.parent
REQUIRE_ALL = os.environ.get("WHYBOARD_REQUIRE_ALL") == "1"
"""Set by .ci/run: nothing may be left out."""


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The English pipeline, loaded once."""
    return load_pipeline()


@pytest.fixture(scope="session")
def bank() -> Bank:
    """The questions and rubrics that ship."""
    return load_bank(CHECKOUT)
