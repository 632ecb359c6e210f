"""An authors' desk over a small root and a database of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.authoring.desk import AuthorsDesk
from app.authoring.working import Texts
from app.db.connect import Sessions
from tests import make
from tests.coaching import fresh_sessions
from tests.web.site import site_desk


@dataclass
class Desk:
    """A desk with its root and an open transaction."""

    desk: AuthorsDesk
    root: Path
    session: Session
    sessions: Sessions


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Desk]:
    """A desk over the small question."""
    root = make.content_root(tmp_path / "root")
    with fresh_sessions(tmp_path) as sessions, sessions.writing.begin() as session:
        yield Desk(site_desk(root, sessions), root, session, sessions)


def texts(**changes: object) -> Texts:
    """The small question's texts, its question file changed."""
    return Texts(make.as_yaml(make.question_data(**changes)), make.as_yaml(make.rubric_data()))
