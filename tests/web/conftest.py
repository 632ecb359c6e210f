"""What the tests of pages share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.cast import Cast, shared_site
from tests.web.site import site


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[TestClient]:
    """A browser without script at a site with an empty database."""
    with site(tmp_path) as (client, _):
        yield client


@pytest.fixture
def cast(tmp_path: Path) -> Iterator[Cast]:
    """An author, two learners and a stranger at a site that they share."""
    with shared_site(tmp_path) as together:
        yield together
