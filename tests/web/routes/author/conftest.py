"""What the tests of the author's pages share: an author's browser over a small root."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.accounts import Accounts
from app.accounts.author_links import author_path
from tests import make
from tests.web.site import fields_of, site

SMALL = "/author/questions/small-queue"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A content root with the small question."""
    return make.content_root(tmp_path / "root")


@pytest.fixture
def author(tmp_path: Path, root: Path) -> Iterator[TestClient]:
    """An author's browser without script."""
    with site(tmp_path, root=root) as (client, _):
        accounts = client.app.state.accounts  # type: ignore[attr-defined]
        assert isinstance(accounts, Accounts)
        link = author_path(accounts.make_author_link())
        client.post(link, data={"csrf": fields_of(client.get(link))["csrf"]})
        yield client
