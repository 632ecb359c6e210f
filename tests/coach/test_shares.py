"""Promises of app/coach/shares.py."""

import pytest
from sqlalchemy.orm import Session

from app.coach import Coach, UnknownAttempt, UnknownShare
from app.db.learners import PERSONAL
from tests.coaching import submit


def test_a_secret_opens_its_attempt_until_the_link_ends(coach: Coach, session: Session) -> None:
    attempt_id = submit(coach, session)
    secret = coach.share(session, PERSONAL, attempt_id)
    assert coach.shared(session, secret).id == attempt_id
    (share,) = coach.shares(session, PERSONAL)
    assert share.attempt == attempt_id
    coach.stop_sharing(session, PERSONAL, share.id)
    assert coach.shares(session, PERSONAL) == ()
    with pytest.raises(UnknownShare):
        coach.shared(session, secret)


def test_only_an_attempt_can_be_shared_and_only_an_open_link_ended(
    coach: Coach, session: Session
) -> None:
    with pytest.raises(UnknownAttempt):
        coach.share(session, PERSONAL, "nope")
    with pytest.raises(UnknownShare):
        coach.stop_sharing(session, PERSONAL, "nope")
